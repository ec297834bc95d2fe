package dev.cantilever.vocabulary.event;

/** How a run ended. */
public enum RunStatus {
  COMPLETED,
  STOPPED,
  FAILED
}
