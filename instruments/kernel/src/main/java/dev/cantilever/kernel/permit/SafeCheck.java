package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;

/**
 * What brings an instrument to rest needs no envelope, state or budget; its own numbers must make
 * sense all the same.
 */
final class SafeCheck {

  /** In metres. */
  private static final double LEAST_WITHDRAWAL = 1e-6;

  private static final double GREATEST_WITHDRAWAL = 5e-3;

  private SafeCheck() {}

  static Decision judge(Command command) {
    if (command instanceof SpmCommand.Withdraw withdraw) {
      double metres = withdraw.distance().metres();
      if (!(metres >= LEAST_WITHDRAWAL && metres <= GREATEST_WITHDRAWAL)) {
        return new Decision.Refused(
            List.of(
                Problem.of(
                    ProblemCode.LIMIT,
                    "a probe is withdrawn by 1 µm to 5 mm, not by %s"
                        .formatted(withdraw.distance()))));
      }
    }
    return new Decision.Permitted();
  }
}
