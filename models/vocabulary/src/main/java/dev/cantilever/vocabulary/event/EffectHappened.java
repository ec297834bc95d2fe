package dev.cantilever.vocabulary.event;

/** Whether a call that did not complete changed anything. */
public enum EffectHappened {
  NONE,
  FULL,
  UNKNOWN
}
