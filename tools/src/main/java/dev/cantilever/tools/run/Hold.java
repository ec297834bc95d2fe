package dev.cantilever.tools.run;

/** Holds a run while somebody has paused it; whoever asks for a stop frees it. */
public final class Hold {

  private static final long LOOK_MILLIS = 50;

  private Hold() {}

  /**
   * The state before the next step, once nobody holds the run.
   *
   * @param atCheckpoint whether nothing is in the middle of anything
   */
  public static RunState released(RunLog log, boolean atCheckpoint) {
    while (log.refresh().isPaused(atCheckpoint) && log.state().stopRequested().isEmpty()) {
      if (!slept()) {
        return log.state();
      }
    }
    return log.state();
  }

  private static boolean slept() {
    try {
      Thread.sleep(LOOK_MILLIS);
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
