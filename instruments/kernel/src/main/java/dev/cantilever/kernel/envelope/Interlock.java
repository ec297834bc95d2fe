package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Default;
import java.util.Optional;

/**
 * What must be so for anything to act: a channel reads within its limits, and was read lately.
 *
 * @param channel what is read
 * @param min least value
 * @param max greatest value
 * @param maximumAge a reading older than this counts as none
 * @param severity what happens where it is not so, even when nothing was asked
 * @param reason why, in words
 */
public record Interlock(
    Channel channel,
    Quantity min,
    Quantity max,
    @Default("\"2 s\"") TimeSpan maximumAge,
    @Default("\"safe_stop\"") Severity severity,
    String reason) {

  public Interlock {
    min = Limit.ofKind(channel, min);
    max = Limit.ofKind(channel, max);
    if (!(min.canonical() <= max.canonical()) || !(maximumAge.seconds() > 0)) {
      throw new IllegalArgumentException(
          "an interlock of %s needs min ≤ max and a maximum age above 0, not [%s, %s] and %s"
              .formatted(channel.label(), min.format(), max.format(), maximumAge));
    }
  }

  /** What is wrong with it now, or empty. Total: a reading that is no number is wrong. */
  public Optional<String> violation(InstrumentState state) {
    Optional<Readback> readback = state.readback(channel);
    if (readback.isEmpty()) {
      return Optional.of("%s is not read back (%s)".formatted(channel.label(), reason));
    }
    Readback read = readback.get();
    if (!read.isTrusted(maximumAge)) {
      return Optional.of(
          "%s is %s and %s old, allowed is GOOD and %s (%s)"
              .formatted(channel.label(), read.quality(), read.age(), maximumAge, reason));
    }
    double value = read.value().canonical();
    return value >= min.canonical() && value <= max.canonical()
        ? Optional.empty()
        : Optional.of(
            "%s reads %s, allowed is [%s, %s] (%s)"
                .formatted(
                    channel.label(), read.value().format(), min.format(), max.format(), reason));
  }
}
