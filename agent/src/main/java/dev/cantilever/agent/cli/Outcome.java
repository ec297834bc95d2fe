package dev.cantilever.agent.cli;

import dev.cantilever.tools.report.RunFacts;
import java.util.Optional;

/**
 * What {@code --json} prints.
 *
 * @param run name of the run, where one began
 * @param status {@code completed}, {@code stopped}, {@code failed}, {@code refused}, {@code
 *     question}, {@code declined} or {@code answered}
 * @param refused how many calls or plans were refused
 */
record Outcome(
    Optional<String> run,
    String status,
    int measured,
    int pool,
    Optional<Double> topFivePercentFound,
    Optional<Double> iterationMillisMedian,
    double instrumentSeconds,
    long refused) {

  static Outcome of(RunFacts facts) {
    return new Outcome(
        Optional.of(facts.run().value()),
        facts.status(),
        facts.measured(),
        facts.pool(),
        facts.topFivePercentFound(),
        facts.iterationMillisMedian(),
        facts.instrumentSeconds(),
        facts.refused());
  }

  static Outcome withoutRun(String status, long refused) {
    return new Outcome(
        Optional.empty(), status, 0, 0, Optional.empty(), Optional.empty(), 0, refused);
  }
}
