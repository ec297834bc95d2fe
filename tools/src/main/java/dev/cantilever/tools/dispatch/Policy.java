package dev.cantilever.tools.dispatch;

import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Arrays;

/** Which calls may run on which authority; everything that is not named is denied. */
final class Policy {

  /** The verdict: a rule that lets it pass, or the problem. */
  sealed interface Ruling {
    record Pass(String rule) implements Ruling {}

    record Deny(Problem problem) implements Ruling {}
  }

  private Policy() {}

  static Ruling decide(Step.Call step, Effect effect, Authority authority) {
    if (!effect.actsOnInstrument()) {
      return new Ruling.Pass("reads-and-computes");
    }
    return switch (authority) {
      case Authority.RunningCall running ->
          needsPerson(step)
              ? deny(step, effect, "a person approves each one")
              : new Ruling.Pass("inside " + running.parent());
      case Authority.ApprovedStep approved ->
          isSame(approved.step(), step)
              ? new Ruling.Pass("step " + approved.number() + " of the approved plan")
              : deny(step, effect, "it is not a step of the approved plan");
      case Authority.None none -> deny(step, effect, "no person has approved it");
    };
  }

  private static boolean isSame(Step.Call approved, Step.Call asked) {
    return approved.tool().equals(asked.tool()) && approved.arguments().equals(asked.arguments());
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
