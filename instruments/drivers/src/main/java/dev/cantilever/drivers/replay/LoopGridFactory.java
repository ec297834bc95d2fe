package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.util.List;

/**
 * Connects instruments of the kind {@code replay.pfm-loop-grid}. Options: {@code data} (file),
 * {@code dataset} (path inside it), {@code title}, {@code sample}, {@code time_per_site} (such as
 * {@code 2.35 s}).
 */
public final class LoopGridFactory implements DriverFactory {

  private static final List<String> OPTIONS =
      List.of("data", "dataset", "title", "sample", "time_per_site");

  @Override
  public String kind() {
    return "replay.pfm-loop-grid";
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    LoopGrid data = LoopGrid.read(options.text("data"), options.text("dataset"));
    InstrumentDescription description =
        new InstrumentDescription(
            setup.instrument(),
            options.text("title"),
            options.text("sample"),
            true,
            data.hash(),
            new Offer.Loops(
                data.sites(),
                options.time("time_per_site"),
                new Voltage(data.biasAmplitudeVolts()),
                data.steps()));
    return new LoopGridDriver(
        description,
        data,
        DeviceLedger.open(setup.directory().resolve("ledger.tsv"), new ProbeLine()));
  }
}
