package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plan check PLAN}. */
@Command(
    name = "check",
    description =
        "Tells every problem of a plan, or its hash and what it would cost; acts on nothing.")
final class PlanCheckCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private PlanArgument plan;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    return plan.with(installation, screen, read -> verdict(installation, read, screen));
  }

  private static int verdict(Installation installation, Plan plan, Screen screen) {
    try (Desk desk = installation.desk()) {
      return switch (desk.check(plan)) {
        case Verdict.Ready ready -> {
          screen.say("This plan can run: " + ready.hash());
          screen.say("As far as it can be told before, at most " + ready.predicted().inWords());
          yield ExitCode.OK;
        }
        case Verdict.Refused refused -> {
          screen.problems(refused.problems());
          yield ExitCode.REFUSED;
        }
      };
    }
  }
}
