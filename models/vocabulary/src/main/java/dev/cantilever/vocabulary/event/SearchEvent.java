package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.List;
import java.util.Optional;

/** The life of a campaign over whole conditions: decisions and what came of them. */
public sealed interface SearchEvent extends Event {

  /**
   * It began.
   *
   * @param call the call that started it
   * @param specification canonical arguments of that call
   * @param offer what the instrument offers; with the specification all that decides its numbers
   */
  record Started(CallId call, JsonText specification, JsonText offer) implements SearchEvent {}

  /**
   * The next conditions to try, in order.
   *
   * @param iteration 0 for the initial design, then 1, 2, …
   * @param why what led to them, with every number: recomputed bit for bit by a replay
   */
  record Proposed(int iteration, List<Trial> trials, JsonText why) implements SearchEvent {

    public Proposed {
      trials = List.copyOf(trials);
    }
  }

  /** One condition at one fidelity. */
  record Trial(List<Setting> settings, int fidelity) {

    public Trial {
      settings = List.copyOf(settings);
    }
  }

  /**
   * A trial gave its outcomes.
   *
   * @param trial its number, from 0, in the order of the proposals
   * @param call the evaluation that they rest on
   */
  record Observed(int trial, CallId call, List<Reading.Outcome> outcomes) implements SearchEvent {

    public Observed {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * A trial gave nothing usable; it is masked, not imputed.
   *
   * @param call the evaluation that gave nothing, if it came so far
   */
  record Masked(int trial, Optional<CallId> call, String reason) implements SearchEvent {}

  /**
   * Its course was changed while it ran, as somebody had asked.
   *
   * @param by the call that asked for it, and where
   * @param change what
   * @param trials new ones that come next because of it; they are numbered like proposed ones
   */
  record Steered(String by, JsonText change, List<Trial> trials) implements SearchEvent {

    public Steered {
      trials = List.copyOf(trials);
    }
  }

  /**
   * It is over.
   *
   * @param conclusion what was learnt from all outcomes, with every number: recomputed bit for bit
   *     by a replay
   */
  record Finished(String reason, JsonText conclusion) implements SearchEvent {}
}
