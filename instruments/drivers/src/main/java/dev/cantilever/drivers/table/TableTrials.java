package dev.cantilever.drivers.table;

import dev.cantilever.drivers.condition.Trials;
import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Recorded trials, served as they are. */
final class TableTrials implements Trials {

  private final TrialTable table;
  private final String data;
  private final List<Column> inputs;
  private final List<Column> outcomes;
  private final Replicates replicates;

  /**
   * Trials from a table.
   *
   * @param data hash of the file that the table was read from
   */
  TableTrials(
      TrialTable table,
      String data,
      List<Column> inputs,
      List<Column> outcomes,
      Replicates replicates) {
    this.table = table;
    this.data = data;
    this.inputs = List.copyOf(inputs);
    this.outcomes = List.copyOf(outcomes);
    this.replicates = replicates;
  }

  @Override
  public String identity() {
    return "table %s, inputs %s, outcomes %s, replicates %s"
        .formatted(data, headers(inputs), headers(outcomes), replicates.identity());
  }

  private static String headers(List<Column> columns) {
    return columns.stream()
        .map(column -> column.name() + " = " + column.header())
        .collect(Collectors.joining(", "));
  }

  @Override
  public Optional<String> cannot(Series condition) {
    return table.find(condition).isPresent()
        ? Optional.empty()
        : Optional.of(
            "%s was not recorded; the nearest of %d recorded conditions is %s"
                .formatted(
                    words(condition),
                    table.entries().size(),
                    words(table.nearest(condition).condition())));
  }

  private String words(Series condition) {
    return IntStream.range(0, inputs.size())
        .mapToObj(i -> inputs.get(i).name() + " " + condition.get(i))
        .collect(Collectors.joining(", "));
  }

  @Override
  public List<Reading.Outcome> outcomes(Series condition, int fidelity, int repetition) {
    Entry entry = table.entries().get(table.find(condition).orElseThrow());
    return switch (replicates) {
      case Replicates.Mean mean -> means(entry);
      case Replicates.Draw draw -> one(entry, draw.of(entry, repetition));
    };
  }

  private List<Reading.Outcome> means(Entry entry) {
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> outcome(i, entry.mean(i), entry.standardError(i)))
        .toList();
  }

  private List<Reading.Outcome> one(Entry entry, int replicate) {
    return IntStream.range(0, outcomes.size())
        .mapToObj(i -> outcome(i, entry.replicates().get(replicate).get(i), entry.deviation(i)))
        .toList();
  }

  private Reading.Outcome outcome(int number, double value, double standardError) {
    return new Reading.Outcome(outcomes.get(number).name(), value, standardError);
  }

  /** The mean is the best that a table knows, however its replicates are served. */
  @Override
  public Optional<GroundTruth> truth() {
    return Optional.of(
        new GroundTruth() {
          @Override
          public List<Reading.Outcome> outcomes(int entry) {
            return means(table.entries().get(entry));
          }
        });
  }
}
