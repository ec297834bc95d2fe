package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.drivers.table.TableFactory;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Connects instruments of the kind {@code replay}: data of one's own, served as a microscope.
 *
 * <p>A grid lies in HDF5. Options: {@code title}, {@code sample}, {@code data} (one file or several
 * between commas), {@code time_per_site}, and for each verb that is answered its channels, see
 * {@link ChannelText}: {@code spm.loop}, {@code spm.tune} or {@code stem.spectrum} by what was read
 * against a sweep at each site, {@code spm.scan} or {@code stem.scan} by pictures of the whole.
 * Where the file does not say it in the NSID layout: {@code rows}, {@code columns} (see {@link
 * Positions}), {@code sweep} (see {@link Sweep}) and {@code axes} (see {@link Layout}). {@code
 * time_per_scan} is {@code time_per_site} where it is left out.
 *
 * <p>With the option {@code inputs} it is a table, see {@link TableFactory}.
 */
public final class ReplayFactory implements DriverFactory {

  private static final List<String> PLAIN =
      List.of(
          "title",
          "sample",
          "data",
          "axes",
          "rows",
          "columns",
          "sweep",
          "time_per_site",
          "time_per_scan");

  @Override
  public String kind() {
    return "replay";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    return setup.options().containsKey("inputs") ? new TableFactory().open(setup) : openGrid(setup);
  }

  static Driver openGrid(DriverSetup setup) {
    Options options = Options.of(setup, known());
    String title = options.text("title");
    String sample = options.text("sample");
    TimeSpan site = options.time("time_per_site");
    TimeSpan scan =
        options.text("time_per_scan", "").isBlank() ? site : options.time("time_per_scan");
    Recording recording;
    try {
      recording = RecordingReader.read(options, setup.directory());
    } catch (ConnectionFailure failure) {
      throw new ConnectionFailure(
          "%s cannot replay: %s".formatted(setup.instrument(), failure.getMessage()), failure);
    }
    InstrumentDescription description =
        new InstrumentDescription(
            setup.instrument(), title, sample, true, recording.hash(), offer(recording, site));
    return new ReplayDriver(
        description,
        recording,
        new RecordedTimes(site, scan),
        DeviceLedger.open(setup.directory().resolve("ledger.tsv"), new ProbeLine()));
  }

  private static List<String> known() {
    return Stream.of(
            PLAIN.stream(),
            RecordingReader.AT_A_SITE.stream().map(Verb::word),
            RecordingReader.OF_THE_WHOLE.stream().map(Verb::word))
        .flatMap(names -> names)
        .toList();
  }

  private static Offer offer(Recording recording, TimeSpan perSite) {
    if (recording.curves(Verb.SPM_LOOP).isPresent()) {
      Sweep sweep = recording.curves(Verb.SPM_LOOP).get().sweep();
      double volts = sweep.amplitude() * sweep.factor(QuantityKind.VOLTAGE).orElseThrow();
      return new Offer.Loops(recording.sites(), perSite, new Voltage(volts), sweep.steps());
    }
    List<Verb> verbs = new ArrayList<>();
    verbs.add(recording.hasBeam() ? Verb.STEM_PLACE_BEAM : Verb.SPM_MOVE_PROBE);
    verbs.addAll(recording.verbs());
    return new Offer.Verbs(
        verbs, recording.channels(), recording.sites().width(), recording.sites().height());
  }
}
