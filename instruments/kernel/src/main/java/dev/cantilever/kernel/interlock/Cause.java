package dev.cantilever.kernel.interlock;

import dev.cantilever.kernel.envelope.Severity;

/**
 * One reason to be careful.
 *
 * @param name names it for ever
 * @param severity what it leads to
 * @param clear what ends it
 * @param isPresent whether its condition is wrong now; where it is not, the cause is only latched
 * @param words what was wrong, for a person
 */
public record Cause(
    String name, Severity severity, ClearRule clear, boolean isPresent, String words) {

  Cause gone() {
    return new Cause(name, severity, clear, false, words);
  }
}
