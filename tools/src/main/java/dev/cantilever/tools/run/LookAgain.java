package dev.cantilever.tools.run;

/** For whoever waits until something stands in a journal, or on an instrument. */
public final class LookAgain {

  private static final long MILLIS = 50;

  private LookAgain() {}

  /** Returns a moment later; false where the thread is to end. */
  public static boolean soon() {
    try {
      Thread.sleep(MILLIS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
