package dev.cantilever.tools.run;

import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import java.util.Optional;

/** What can be asked of a run from outside, each in some of its states only. */
public enum RunAct {
  PAUSE,
  PAUSE_AT_CHECKPOINT,
  CONTINUE,
  STEER,
  HALT,
  ABORT;

  private static final String OVER = "it has ended; a new plan begins a new run";
  private static final String WAITS =
      "it waits for an instrument and goes on by itself once that is well; the verb show says why";
  private static final String ENDS = "it is being ended already";

  /** The act that an event stands for; empty where it is none. */
  public static Optional<RunAct> of(Event event) {
    return event instanceof RunEvent run ? of(run) : Optional.empty();
  }

  private static Optional<RunAct> of(RunEvent event) {
    return switch (event) {
      case RunEvent.PauseRequested pause ->
          Optional.of(pause.atCheckpoint() ? PAUSE_AT_CHECKPOINT : PAUSE);
      case RunEvent.Continued on -> Optional.of(CONTINUE);
      case RunEvent.CourseRequested course -> Optional.of(STEER);
      case RunEvent.StopRequested stop -> Optional.of(HALT);
      case RunEvent.AbortRequested abort -> Optional.of(ABORT);
      case RunEvent.Opened opened -> Optional.empty();
      case RunEvent.Approved approved -> Optional.empty();
      case RunEvent.StopProven proven -> Optional.empty();
      case RunEvent.Suspended suspended -> Optional.empty();
      case RunEvent.Recovered recovered -> Optional.empty();
      case RunEvent.BroughtToRest rested -> Optional.empty();
      case RunEvent.Resumed resumed -> Optional.empty();
      case RunEvent.Ended ended -> Optional.empty();
    };
  }

  /** Why it cannot be asked of a run that stands so; empty where it can. */
  public Optional<String> refusal(Standing standing) {
    return switch (standing) {
      case RUNNING -> this == CONTINUE ? Optional.of("it is not paused") : Optional.empty();
      case SUSPENDED -> this == CONTINUE ? Optional.of(WAITS) : Optional.empty();
      case PAUSED -> Optional.empty();
      case HALTING -> this == ABORT ? Optional.empty() : Optional.of(ENDS);
      case ABORTING -> Optional.of(ENDS);
      case ENDED -> Optional.of(OVER);
    };
  }
}
