package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plan request PLAN}. */
@Command(
    name = "request",
    description = "Checks a plan and asks for its approval; another person can give it.")
final class PlanRequestCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private PlanArgument plan;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    return plan.with(installation, screen, read -> request(installation, read, screen));
  }

  private int request(Installation installation, Plan written, Screen screen) {
    try (Desk desk = installation.desk()) {
      return switch (desk.check(written)) {
        case Verdict.Refused refused -> {
          screen.say("This plan cannot run:");
          screen.problems(refused.problems());
          yield ExitCode.REFUSED;
        }
        case Verdict.Ready ready -> {
          Actor person = Installation.person(Actor.Channel.COMMAND_LINE);
          TicketId ticket =
              installation
                  .runner(state -> {})
                  .request(ready.plan(), plan.author(installation.home(), person));
          screen.say(
              "%s waits for a yes: ./cantilever approve %s%s"
                  .formatted(ticket, ticket, home.inCommands()));
          yield ExitCode.OK;
        }
      };
    }
  }
}
