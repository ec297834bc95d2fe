package dev.cantilever.kernel.interlock;

/** What ends a cause. */
public enum ClearRule {
  /** The condition alone. */
  WITH_CONDITION,
  /** The condition alone, once well for long enough; runs wait for that. */
  WHEN_STEADY,
  /** A person's acknowledgement, once the condition is well again. */
  AFTER_ACKNOWLEDGEMENT,
  /** A restart, once the condition is well again. */
  AFTER_RESTART
}
