package dev.cantilever.vocabulary.reading;

/** How far a reading can be trusted; only {@code GOOD} ones reach a surrogate. */
public enum Quality {
  GOOD,
  /** The detector stood at its rail. */
  SATURATED,
  /** The same bits as before, or older than allowed. */
  STALE,
  /** Not a number, wrong length, or otherwise unusable. */
  BAD
}
