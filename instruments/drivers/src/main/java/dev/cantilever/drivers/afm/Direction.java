package dev.cantilever.drivers.afm;

/** Which way a line was passed. */
public enum Direction {
  /** Along the fast axis. */
  TRACE("trace"),
  /** Back again; column 0 still lies at the start of the trace. */
  RETRACE("retrace");

  private final String title;

  Direction(String title) {
    this.title = title;
  }

  /** Its name in a field, as in "Height trace". */
  public String title() {
    return title;
  }
}
