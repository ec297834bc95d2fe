package dev.cantilever.tools.run;

/** Holds a run while somebody has paused it; whoever asks for a stop frees it. */
public final class Hold {

  private Hold() {}

  /**
   * The state before the next step, once nobody holds the run.
   *
   * @param atCheckpoint whether nothing is in the middle of anything
   */
  public static RunState released(RunLog log, boolean atCheckpoint) {
    while (log.refresh().isPaused(atCheckpoint) && log.state().stopRequested().isEmpty()) {
      if (!LookAgain.soon()) {
        return log.state();
      }
    }
    return log.state();
  }
}
