package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Optional;

/** The life of one tool call. Every call leaves exactly one final event of its own. */
public sealed interface CallEvent extends Event {

  CallId call();

  /**
   * It was asked for.
   *
   * @param step number of the step of the plan that it is, such as {@code 3#2.1}, if it is one
   * @param received the text as it came
   */
  record Proposed(
      CallId call, Optional<CallId> parent, Optional<String> step, String tool, String received)
      implements CallEvent {}

  /** It will not run; nothing happened. Final. */
  record Refused(CallId call, List<Problem> problems) implements CallEvent {

    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /**
   * The intent, on disk before anything acts.
   *
   * @param arguments canonical form of what was received
   * @param rule which rule of the policy let it pass
   * @param debit what it uses up, as foreseen from the state before it; absent where that is
   *     nothing. Afterwards, as when its outcome is looked up after a crash, nobody could tell
   */
  record Dispatched(
      CallId call,
      String tool,
      Effect effect,
      JsonText arguments,
      String rule,
      Optional<JsonText> debit)
      implements CallEvent {

    /** One that uses up nothing. */
    public Dispatched(CallId call, String tool, Effect effect, JsonText arguments, String rule) {
      this(call, tool, effect, arguments, rule, Optional.empty());
    }
  }

  /** It ran and returned. Final. */
  record Settled(CallId call, JsonText result) implements CallEvent {}

  /** It ran and did not succeed. Final. */
  record Failed(CallId call, EffectHappened effect, List<Problem> problems) implements CallEvent {

    public Failed {
      problems = List.copyOf(problems);
    }
  }

  /**
   * After a crash between intent and outcome, what the instrument's own record says of it. Final;
   * the call is never sent again.
   *
   * @param evidence in words, where this is known from
   * @param result what it returned, where it happened and the instrument could tell
   */
  record Reconciled(CallId call, EffectHappened effect, String evidence, Optional<JsonText> result)
      implements CallEvent {}
}
