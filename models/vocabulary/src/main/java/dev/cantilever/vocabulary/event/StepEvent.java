package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.json.JsonText;
import java.util.List;

/**
 * What happened in a plan besides its calls. Steps are numbered as {@code 3#2.1}: the first step in
 * the second round of step 3.
 */
public sealed interface StepEvent extends Event {

  /** Number of the step. */
  String step();

  /**
   * A condition was judged.
   *
   * @param values what its names stood for, as {@code name = value}; recomputed by a replay
   */
  record Judged(String step, String condition, boolean holds, List<String> values)
      implements StepEvent {

    public Judged {
      values = List.copyOf(values);
    }
  }

  /** A finding of the run. */
  record Measured(String step, String name, JsonText value) implements StepEvent {}

  /** A place where the run may be paused was reached. */
  record CheckpointReached(String step, String name) implements StepEvent {}

  /** A question was put to whoever is there. */
  record Asked(String step, String question, List<String> options) implements StepEvent {

    public Asked {
      options = List.copyOf(options);
    }
  }

  /** Somebody answered. */
  record Answered(String step, String choice) implements StepEvent {}
}
