package dev.cantilever.kernel.envelope;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.problem.ProblemCode;

/** Judges one command against the envelope, the state read back and what was spent. Pure, total. */
public final class EnvelopeCheck {

  private EnvelopeCheck() {}

  /**
   * The verdict, with every reason at once.
   *
   * @param spent what this run has used up so far
   * @param estimate what the command would use up
   */
  public static Decision judge(
      Envelope envelope, InstrumentState state, Cost spent, Cost estimate, Command command) {
    Refusals refusals = new Refusals();
    StateCheck.check(state, command, refusals);
    RangeCheck.check(envelope, state, command, refusals);
    PathCheck.check(envelope, state, command, refusals);
    CrossCheck.check(envelope, state, command, refusals);
    ConditionCheck.check(envelope, command, refusals);
    interlocks(envelope, state, refusals);
    budget(envelope, spent, estimate, refusals);
    return refusals.decision();
  }

  private static void interlocks(Envelope envelope, InstrumentState state, Refusals refusals) {
    for (Interlock interlock : envelope.interlocks()) {
      interlock
          .violation(state)
          .ifPresent(
              words ->
                  refusals.add(
                      ProblemCode.INTERLOCK,
                      "%s; wait until that is so or call for help".formatted(words)));
    }
  }

  private static void budget(Envelope envelope, Cost spent, Cost estimate, Refusals refusals) {
    if (!estimate.isDebit()) {
      refusals.add(
          ProblemCode.BUDGET,
          "an estimate of %s gives back budget or is not a number; none may"
              .formatted(estimate.inWords()));
    }
    Cost after = spent.plus(estimate);
    if (!envelope.budget().covers(after)) {
      refusals.add(
          ProblemCode.BUDGET,
          "this would bring the run to %s; the envelope %s allows %s"
              .formatted(after.inWords(), envelope.name(), envelope.budget().inWords()));
    }
  }
}
