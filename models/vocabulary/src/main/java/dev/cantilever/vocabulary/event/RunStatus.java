package dev.cantilever.vocabulary.event;

/** How a run ended. */
public enum RunStatus {
  COMPLETED,
  /** Closed where it was; nothing was cleaned up. */
  STOPPED,
  /** Closed once its instruments had been brought to rest. */
  ABORTED,
  FAILED
}
