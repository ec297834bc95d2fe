package dev.cantilever.tools.run;

/** How a run stands, for whoever wants something of it. */
public enum Standing {
  RUNNING,
  /** Somebody has asked it to wait, and it does or soon will. */
  PAUSED,
  /** It waits for an interlock, and goes on by itself. */
  SUSPENDED,
  /** It closes before its next step. */
  HALTING,
  /** It closes before its next step, once its instruments are at rest. */
  ABORTING,
  ENDED;

  /** Of a run that has begun. */
  public static Standing of(RunState run) {
    if (run.ended().isPresent()) {
      return ENDED;
    }
    if (run.abortRequested().isPresent()) {
      return ABORTING;
    }
    if (run.stopRequested().isPresent()) {
      return HALTING;
    }
    if (run.pauseRequested().isPresent()) {
      return PAUSED;
    }
    return run.suspended().isPresent() ? SUSPENDED : RUNNING;
  }
}
