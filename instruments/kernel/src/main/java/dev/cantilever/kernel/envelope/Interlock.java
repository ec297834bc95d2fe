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
 * @param suspends where it is a {@link Severity#HOLD}: that runs wait for it and go on by
 *     themselves
 * @param reason why, in words
 */
public record Interlock(
    Channel channel,
    Quantity min,
    Quantity max,
    @Default("\"2 s\"") TimeSpan maximumAge,
    @Default("\"safe_stop\"") Severity severity,
    Optional<Suspension> suspends,
    String reason) {

  /**
   * When runs that were held go on: later, and at a better reading, than where they were held, so
   * that a reading at its limit does not start and stop them all the time.
   *
   * @param steady how long without a break it must have been well
   * @param againMin from what on it counts as well again, the limit where not stated
   * @param againMax up to what
   */
  public record Suspension(
      TimeSpan steady, Optional<Quantity> againMin, Optional<Quantity> againMax) {

    public Suspension {
      if (!(steady.seconds() >= 0 && steady.seconds() <= 86_400)) {
        throw new IllegalArgumentException(
            "runs wait until it has been well for 0 s to 1 d, not %s".formatted(steady));
      }
    }
  }

  public Interlock {
    min = Limit.ofKind(channel, min);
    max = Limit.ofKind(channel, max);
    if (!(min.canonical() <= max.canonical()) || !(maximumAge.seconds() > 0)) {
      throw new IllegalArgumentException(
          "an interlock of %s needs min ≤ max and a maximum age above 0, not [%s, %s] and %s"
              .formatted(channel.label(), min.format(), max.format(), maximumAge));
    }
    if (suspends.isPresent() && severity != Severity.HOLD) {
      throw new IllegalArgumentException(
          "the interlock of %s suspends runs, so its severity must be hold, not %s"
              .formatted(channel.label(), severity));
    }
    Quantity againMin = again(channel, suspends.flatMap(Suspension::againMin), min);
    Quantity againMax = again(channel, suspends.flatMap(Suspension::againMax), max);
    if (!(againMin.canonical() >= min.canonical()
        && againMin.canonical() <= againMax.canonical()
        && againMax.canonical() <= max.canonical())) {
      throw new IllegalArgumentException(
          "the interlock of %s is well again in [%s, %s], which must lie within [%s, %s]"
              .formatted(
                  channel.label(),
                  againMin.format(),
                  againMax.format(),
                  min.format(),
                  max.format()));
    }
  }

  /** Without suspending runs. */
  public Interlock(
      Channel channel,
      Quantity min,
      Quantity max,
      TimeSpan maximumAge,
      Severity severity,
      String reason) {
    this(channel, min, max, maximumAge, severity, Optional.empty(), reason);
  }

  private static Quantity again(Channel channel, Optional<Quantity> stated, Quantity limit) {
    return stated.map(value -> Limit.ofKind(channel, value)).orElse(limit);
  }

  /** How long it must have been well until what it held goes on. */
  public long steadyNanos() {
    return Math.round(suspends.map(one -> one.steady().seconds()).orElse(0.0) * 1e9);
  }

  /** What is wrong with it now, or empty. Total: a reading that is no number is wrong. */
  public Optional<String> violation(InstrumentState state) {
    return violation(state, min, max);
  }

  /** The same for one that was wrong before: where runs wait for it, it must be better. */
  public Optional<String> violationStill(InstrumentState state) {
    return violation(
        state,
        again(channel, suspends.flatMap(Suspension::againMin), min),
        again(channel, suspends.flatMap(Suspension::againMax), max));
  }

  private Optional<String> violation(InstrumentState state, Quantity least, Quantity most) {
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
    return value >= least.canonical() && value <= most.canonical()
        ? Optional.empty()
        : Optional.of(
            "%s reads %s, allowed is [%s, %s] (%s)"
                .formatted(
                    channel.label(), read.value().format(), least.format(), most.format(), reason));
  }
}
