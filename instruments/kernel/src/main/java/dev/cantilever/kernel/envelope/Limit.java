package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.quantity.Quantity;
import java.util.Optional;

/**
 * The legal values of one channel, both ends allowed.
 *
 * @param maximumStep how far one command may go from what is read back
 */
public record Limit(Channel channel, Quantity min, Quantity max, Optional<Quantity> maximumStep) {

  public Limit {
    min = ofKind(channel, min);
    max = ofKind(channel, max);
    maximumStep = maximumStep.map(step -> ofKind(channel, step));
    if (!(min.canonical() <= max.canonical())
        || Double.isInfinite(min.canonical())
        || Double.isInfinite(max.canonical())) {
      throw new IllegalArgumentException(
          "limit of %s must be finite with min ≤ max, not [%s, %s]"
              .formatted(channel.label(), min.format(), max.format()));
    }
    if (maximumStep.isPresent() && !(maximumStep.get().canonical() > 0)) {
      throw new IllegalArgumentException(
          "the maximum step of %s must be above 0, not %s"
              .formatted(channel.label(), maximumStep.get().format()));
    }
  }

  /** Without a limit of one step. */
  public Limit(Channel channel, Quantity min, Quantity max) {
    this(channel, min, max, Optional.empty());
  }

  /** Units alone do not tell an angle from a plain number; the channel does. */
  static Quantity ofKind(Channel channel, Quantity value) {
    if (!value.kind().dimension().equals(channel.kind().dimension())) {
      throw new IllegalArgumentException(
          "%s must be a %s, not %s"
              .formatted(channel.label(), channel.kind().label(), value.format()));
    }
    return channel.kind().of(value.canonical());
  }

  /** Accepting direction: NaN is not inside. */
  boolean allows(double canonical) {
    return canonical >= min.canonical() && canonical <= max.canonical();
  }
}
