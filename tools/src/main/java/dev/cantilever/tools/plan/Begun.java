package dev.cantilever.tools.plan;

import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls of a plan that stand in the journal. */
final class Begun {

  private Begun() {}

  /** The last one of this step that happened or may have. */
  static Optional<CallState> of(RunState run, String number) {
    return run.calls().reversed().stream()
        .filter(call -> call.step().equals(Optional.of(number)))
        .filter(call -> !neverHappened(call))
        .findFirst();
  }

  private static boolean neverHappened(CallState call) {
    return call.last().orElse(null) instanceof CallEvent.Reconciled reconciled
        && reconciled.effect() == EffectHappened.NONE;
  }

  /** Why it gave no result; empty where it did. */
  static String failure(CallState call) {
    if (call.result().isPresent()) {
      return "";
    }
    return switch (call.last().orElseThrow()) {
      case CallEvent.Refused refused -> sentences(refused.problems());
      case CallEvent.Failed failed -> sentences(failed.problems());
      case CallEvent.Reconciled reconciled -> reconciled.evidence();
      case CallEvent.Proposed proposed -> "it was never dispatched";
      case CallEvent.Dispatched dispatched -> "its outcome is not known";
      case CallEvent.Settled settled -> "";
    };
  }

  static String sentences(List<Problem> problems) {
    return problems.stream().map(Problem::message).collect(Collectors.joining("; "));
  }
}
