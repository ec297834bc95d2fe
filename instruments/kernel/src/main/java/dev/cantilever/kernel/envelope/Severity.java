package dev.cantilever.kernel.envelope;

/** What a condition that is not met leads to, in rising order. */
public enum Severity {
  NONE,
  /** It is said. */
  WARN,
  /** Nothing new begins. */
  HOLD,
  /** What runs is stopped and the instrument brought to rest. */
  SAFE_STOP,
  /** As before, and it stays so until a named person resets it. */
  TRIP
}
