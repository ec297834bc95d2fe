package dev.cantilever.agent.request;

import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.envelope.ParameterLimit;
import dev.cantilever.vocabulary.quantity.Quantity;
import java.util.Optional;

/**
 * One limit of an envelope, and what a plan asks for of it.
 *
 * @param used empty where the plan asks for nothing of it, as far as that can be told before
 */
public record LimitSheet(String name, String min, String max, Optional<Use> used) {

  /**
   * The least and the most that is asked for.
   *
   * @param from where the least lies between the ends of the limit, 0 to 1
   * @param to where the most lies
   */
  public record Use(String least, String most, double from, double to) {}

  static LimitSheet of(Limit limit, Optional<Demands.Span> span) {
    return new LimitSheet(
        limit.channel().label(),
        limit.min().prefixed(),
        limit.max().prefixed(),
        span.map(
            asked ->
                new Use(
                    limit.channel().kind().of(asked.least()).prefixed(),
                    limit.channel().kind().of(asked.most()).prefixed(),
                    place(asked.least(), limit.min(), limit.max()),
                    place(asked.most(), limit.min(), limit.max()))));
  }

  static LimitSheet of(ParameterLimit limit) {
    return new LimitSheet(
        limit.parameter(),
        Double.toString(limit.min()),
        Double.toString(limit.max()),
        Optional.empty());
  }

  private static double place(double value, Quantity min, Quantity max) {
    double span = max.canonical() - min.canonical();
    return span > 0 ? Math.clamp((value - min.canonical()) / span, 0.0, 1.0) : 1;
  }

  /** In one line. */
  String inWords() {
    String asked =
        used.map(
                use ->
                    use.least().equals(use.most())
                        ? ", here " + use.most()
                        : ", here %s to %s".formatted(use.least(), use.most()))
            .orElse("");
    return "%s [%s, %s]%s".formatted(name, min, max, asked);
  }
}
