package dev.cantilever.tools.rule;

import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Demand;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How much of its limits a call uses. */
public final class Headroom {

  private Headroom() {}

  /** For every channel with a limit the most that is wanted of it. */
  public static Map<Channel, Double> used(List<Demand> demands, Envelope envelope) {
    Map<Channel, Double> used = new EnumMap<>(Channel.class);
    for (Demand demand : demands) {
      envelope
          .limit(demand.channel())
          .ifPresent(
              limit ->
                  used.merge(demand.channel(), part(limit, demand.value().canonical()), Math::max));
    }
    return used;
  }

  /**
   * Where zero lies between the ends, how far from zero towards the end on that side; else how far
   * from the least to the most. 1 is the limit itself; NaN where the value is none.
   */
  static double part(Limit limit, double value) {
    double min = limit.min().canonical();
    double max = limit.max().canonical();
    if (min < 0 && max > 0) {
      return value < 0 ? value / min : value / max;
    }
    if (max <= 0) {
      return max == min ? 1 : (max - value) / (max - min);
    }
    return max == min ? 1 : (value - min) / (max - min);
  }
}
