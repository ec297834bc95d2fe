package dev.cantilever.kernel.interlock;

import dev.cantilever.kernel.envelope.Severity;
import java.util.OptionalLong;

/**
 * One reason to be careful.
 *
 * @param name names it for ever
 * @param severity what it leads to
 * @param clear what ends it
 * @param isPresent whether its condition is wrong now; where it is not, the cause is only latched
 * @param words what was wrong, for a person
 * @param wellSince since when its condition has been well without a break
 */
public record Cause(
    String name,
    Severity severity,
    ClearRule clear,
    boolean isPresent,
    String words,
    OptionalLong wellSince) {

  /** One that has not been well yet. */
  public Cause(String name, Severity severity, ClearRule clear, boolean isPresent, String words) {
    this(name, severity, clear, isPresent, words, OptionalLong.empty());
  }

  Cause gone(long nanos) {
    return new Cause(name, severity, clear, false, words, OptionalLong.of(wellSince.orElse(nanos)));
  }

  /** Whether it ends, well as it is; a trip never does. */
  boolean ends(long steadyNanos, long nanos) {
    return severity != Severity.TRIP
        && switch (clear) {
          case WITH_CONDITION -> true;
          case WHEN_STEADY -> nanos - wellSince.orElse(nanos) >= steadyNanos;
          case AFTER_ACKNOWLEDGEMENT, AFTER_RESTART -> false;
        };
  }
}
