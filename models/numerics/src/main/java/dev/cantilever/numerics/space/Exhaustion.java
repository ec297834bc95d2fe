package dev.cantilever.numerics.space;

import dev.cantilever.numerics.space.SpaceProposal.Exhausted;
import java.util.List;

/** Says why nothing is left. */
final class Exhaustion {

  private Exhaustion() {}

  /** Of a list of points none of which is open. */
  static Exhausted of(
      SearchSpace space, String what, List<double[]> naturals, Visited visited, int replicates) {
    int measured = 0;
    int failed = 0;
    int refused = 0;
    for (double[] natural : naturals) {
      if (!space.rules().allow(natural)) {
        refused++;
      } else if (visited.hasFailed(space.layout().encode(natural))) {
        failed++;
      } else {
        measured++;
      }
    }
    String times = replicates == 1 ? "once" : replicates + " times";
    return new Exhausted(
        ("the %s is exhausted: of %d conditions %d are measured %s, at %d a measurement failed,"
                + " %d are refused by constraints; allow more replicates, relax a constraint, or"
                + " widen it")
            .formatted(what, naturals.size(), measured, times, failed, refused),
        measured,
        failed,
        refused);
  }

  /** Of a space too large to list. */
  static Exhausted unproven(Visited visited, int draws) {
    return new Exhausted(
        "nothing open was found among %d draws and their neighbours; %d conditions are measured,"
                .formatted(draws, visited.measuredConditions())
            + " at %d a measurement failed; allow more replicates or widen the space"
                .formatted(visited.failedConditions()),
        visited.measuredConditions(),
        visited.failedConditions(),
        0);
  }
}
