package dev.cantilever.tools.rehearsal;

/**
 * How much a rehearsal may cost before somebody is told.
 *
 * @param seconds after so many seconds of a person's time it is cut short
 * @param times how often at most, each time with other noise
 */
public record Effort(double seconds, int times) {

  /** Once, to the end. */
  public static final Effort WHOLE = new Effort(Double.POSITIVE_INFINITY, 1);

  /** What a person waits for before saying yes. */
  public static final Effort SHORT = new Effort(5, 20);
}
