package dev.cantilever.drivers.table;

import dev.cantilever.drivers.condition.ConditionDriver;
import dev.cantilever.drivers.setup.DataFile;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Connects instruments of the kind {@code replay.table}. Options: {@code title}, {@code sample},
 * {@code data} (a CSV file with a line of names, beside the profile or shipped), {@code inputs} and
 * {@code outcomes} (columns between commas: {@code name}, {@code name [unit]}, or {@code name
 * [unit] = header} where the column is called otherwise; an outcome may be an input's column under
 * another name), {@code replicates} ({@code mean}, or {@code draw}, which needs a {@code seed}),
 * {@code time_per_trial} (instrument time).
 */
public final class TableFactory implements DriverFactory {

  private static final List<String> OPTIONS =
      List.of(
          "title", "sample", "data", "inputs", "outcomes", "replicates", "seed", "time_per_trial");

  @Override
  public String kind() {
    return "replay.table";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    List<Column> inputs = columns(options, "inputs");
    List<Column> outcomes = columns(options, "outcomes");
    if (!Column.namesDiffer(Stream.concat(inputs.stream(), outcomes.stream()).toList())) {
      throw options.refusal("outcomes", "named otherwise than the inputs");
    }
    Replicates replicates = replicates(options);
    DataFile file = DataFile.find(setup.directory(), options.text("data"), TableFactory.class);
    TrialTable table = TrialTable.read(file, inputs, outcomes);
    InstrumentDescription description =
        new InstrumentDescription(
            setup.instrument(),
            options.text("title"),
            options.text("sample"),
            true,
            file.hash(),
            offer(options, table, inputs, outcomes));
    return ConditionDriver.open(
        description,
        new TableTrials(table, file.hash(), inputs, outcomes, replicates),
        setup.directory());
  }

  private static Offer offer(
      Options options, TrialTable table, List<Column> inputs, List<Column> outcomes) {
    return new Offer.Conditions(
        IntStream.range(0, inputs.size())
            .mapToObj(
                i ->
                    new Offer.Parameter(
                        inputs.get(i).name(),
                        inputs.get(i).unit(),
                        table.least(i),
                        table.greatest(i)))
            .toList(),
        outcomes.stream().map(o -> new Offer.Outcome(o.name(), o.unit())).toList(),
        List.of(new Offer.Fidelity("recorded", options.time("time_per_trial"))),
        table.entries().stream().map(Entry::condition).toList());
  }

  private static Replicates replicates(Options options) {
    return switch (options.text("replicates")) {
      case "mean" -> new Replicates.Mean();
      case "draw" -> new Replicates.Draw(options.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE));
      default -> throw options.refusal("replicates", "mean or draw");
    };
  }

  private static List<Column> columns(Options options, String name) {
    return Column.parse(options.text(name))
        .orElseThrow(
            () ->
                options.refusal(
                    name, "different columns between commas, such as \"r [mm] = radius, t [mm]\""));
  }
}
