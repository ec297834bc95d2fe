package dev.cantilever.tools.dispatch;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Arrays;
import java.util.Optional;

/**
 * Which calls may run on which authority in one run; everything that is not named is denied.
 *
 * @param reader reads calls again, to compare them with what was approved
 */
record Policy(CallReader reader, RunState run) {

  /** The verdict: a rule that lets it pass, or the problem. */
  sealed interface Ruling {
    record Pass(String rule) implements Ruling {}

    record Deny(Problem problem) implements Ruling {}
  }

  Ruling decide(Step.Call step, Effect effect, Authority authority) {
    if (!effect.actsOnInstrument()) {
      return new Ruling.Pass("reads-and-computes");
    }
    if (run.opened().flatMap(RunEvent.Opened::autonomy).equals(Optional.of(Autonomy.OBSERVE))) {
      return deny(step, effect, "this installation only observes");
    }
    return switch (authority) {
      case Authority.RunningCall running ->
          ruling(step, effect, inside(step, effect, running), "inside " + running.parent());
      case Authority.ApprovedStep approved ->
          ruling(
              step,
              effect,
              offPlan(step, approved),
              "step %s of the approved plan".formatted(approved.number()));
      case Authority.None none ->
          ruling(step, effect, Optional.of("no person has approved it"), "");
    };
  }

  private static Ruling ruling(
      Step.Call step, Effect effect, Optional<String> objection, String rule) {
    return objection
        .<Ruling>map(reason -> deny(step, effect, reason))
        .orElseGet(() -> new Ruling.Pass(rule));
  }

  /** What a tool calls stays with the instrument of its own call and changes no more than that. */
  private Optional<String> inside(Step.Call step, Effect effect, Authority.RunningCall running) {
    if (needsPerson(step)) {
      return Optional.of("a person approves each one");
    }
    CallState parent = run.call(running.parent());
    boolean graver = parent.effect().filter(most -> effect.compareTo(most) > 0).isPresent();
    if (graver) {
      return Optional.of(
          "%s may change no more than %s".formatted(parent.tool(), parent.effect().get()));
    }
    Optional<InstrumentId> instrument = parent.arguments().flatMap(Aim::of);
    return instrument.equals(Aim.of(step.arguments()))
        ? Optional.empty()
        : Optional.of(
            "%s was approved for %s"
                .formatted(
                    parent.tool(), instrument.map(InstrumentId::value).orElse("no instrument")));
  }

  private Optional<String> offPlan(Step.Call step, Authority.ApprovedStep approved) {
    Optional<Hash> root = run.approved().flatMap(RunEvent.Approved::root).map(Hash::new);
    return root.isEmpty()
        ? Optional.of("no person has approved it")
        : approved.proof().objection(root.get(), approved.number(), step, reader);
  }

  private static boolean needsPerson(Step.Call step) {
    return Arrays.stream(Verb.values())
        .anyMatch(verb -> verb.needsPersonEachTime() && verb.word().equals(step.tool()));
  }

  private static Ruling deny(Step.Call step, Effect effect, String reason) {
    return new Ruling.Deny(
        Problem.of(
            ProblemCode.NEEDS_APPROVAL,
            "%s (effect %s) was not run: %s; propose it in a plan"
                .formatted(step.tool(), effect, reason)));
  }
}
