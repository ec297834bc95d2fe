package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.Situation;
import java.util.ArrayList;
import java.util.List;

/** The rule {@link BatchRule.Fantasies}. */
final class Fantasies {

  private Fantasies() {}

  static List<Choice> choose(BatchSelection selection, int count, int size) {
    List<Situation> dreams = new ArrayList<>();
    for (int f = 0; f < count; f++) {
      dreams.add(selection.situation());
    }
    while (selection.isShortOf(size)) {
      double[] mean = new double[selection.situation().size()];
      boolean allSame = selection.chosen().isEmpty();
      for (Situation dream : allSame ? dreams.subList(0, 1) : dreams) {
        double[] values = selection.valuation().values(dream);
        for (int rank = 0; rank < mean.length; rank++) {
          mean[rank] += values[rank] / (allSame ? 1 : count);
        }
      }
      int candidate = selection.takeBest(mean).candidate();
      dreams.replaceAll(dream -> dream.given(candidate, drawn(dream, candidate)));
    }
    return selection.chosen();
  }

  private static double drawn(Situation dream, int candidate) {
    double spread = dream.posterior().variance(candidate) + dream.noiseVariance();
    return dream.posterior().mean(candidate) + Math.sqrt(spread) * dream.stream().nextNormal();
  }
}
