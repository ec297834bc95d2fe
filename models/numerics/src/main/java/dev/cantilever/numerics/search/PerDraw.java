package dev.cantilever.numerics.search;

import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import dev.cantilever.numerics.surrogate.Posterior;
import java.util.ArrayList;
import java.util.List;

/** The rule {@link BatchRule.HyperparameterDraws}. */
final class PerDraw {

  private PerDraw() {}

  static List<Choice> choose(BatchSelection selection, int sets, int size) {
    Situation all = selection.situation();
    List<Choice> widest = List.of();
    double width = Double.NEGATIVE_INFINITY;
    for (int set = 0; set < sets; set++) {
      List<Choice> batch = batch(selection.valuation(), all, size);
      double apart = meanDistance(all, batch);
      if (apart > width) {
        width = apart;
        widest = batch;
      }
    }
    return widest;
  }

  private static List<Choice> batch(Valuation valuation, Situation all, int size) {
    List<Choice> batch = new ArrayList<>();
    Situation left = all;
    while (batch.size() < size && left.size() > 0) {
      Situation drawn = left.believing(part(all));
      Choice next = Ranking.best(drawn, valuation.values(drawn), candidate -> true);
      batch.add(next);
      left = left.closing(next.candidate());
    }
    return List.copyOf(batch);
  }

  private static Posterior part(Situation all) {
    return all.model() instanceof MixturePosterior mixture
        ? mixture.parts().get(all.stream().nextInt(mixture.parts().size()))
        : all.model();
  }

  private static double meanDistance(Situation all, List<Choice> batch) {
    double sum = 0;
    int pairs = 0;
    for (int a = 0; a < batch.size(); a++) {
      for (int b = 0; b < a; b++) {
        sum += all.pool().distance(batch.get(a).candidate(), batch.get(b).candidate());
        pairs++;
      }
    }
    return pairs == 0 ? 0 : sum / pairs;
  }
}
