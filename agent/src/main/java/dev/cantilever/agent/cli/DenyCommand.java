package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code deny TICKET REASON}. */
@Command(name = "deny", description = "Says no to what was asked for; the planner is told why.")
final class DenyCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private TicketArgument argument;

  @Parameters(index = "1", paramLabel = "REASON", description = "Why, for the planner.")
  private String reason;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    Optional<Problem> problem =
        new Tickets(installation.home())
            .deny(argument.ticket(), Installation.person(Actor.Channel.COMMAND_LINE), reason);
    problem.ifPresentOrElse(
        one -> screen.problems(List.of(one)), () -> screen.say(argument.ticket() + " is denied."));
    return problem.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }
}
