package dev.cantilever.tools.campaign;

import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import java.util.List;
import java.util.Map;

/** What persons think of what was measured. */
final class Votes {

  private Votes() {}

  /**
   * The rewards as the surrogate sees them: each raised by its site's vote, from -1 to 1, in
   * standard deviations of all rewards.
   */
  static double[] counted(List<Measured> measured, Map<Integer, Double> votes) {
    double[] rewards = measured.stream().mapToDouble(Measured::reward).toArray();
    if (votes.isEmpty()) {
      return rewards;
    }
    double deviation = deviation(rewards);
    for (int i = 0; i < rewards.length; i++) {
      rewards[i] += votes.getOrDefault(measured.get(i).site(), 0.0) * deviation;
    }
    return rewards;
  }

  private static double deviation(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double square = 0;
    for (double value : values) {
      square += (value - mean) * (value - mean) / values.length;
    }
    return StrictMath.sqrt(square);
  }
}
