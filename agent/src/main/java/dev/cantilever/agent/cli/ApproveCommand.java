package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.request.PlanCard;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code approve TICKET}. */
@Command(
    name = "approve",
    description = "Shows what was asked for and says yes to it; that holds for ten minutes.")
final class ApproveCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private TicketArgument argument;

  @Option(names = "--yes", description = "Says yes without asking.")
  private boolean yes;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    TicketId ticket = argument.ticket();
    Tickets tickets = new Tickets(installation.home());
    Optional<TicketState> state = tickets.find(ticket);
    Card card = new Card(installation, screen);
    state.ifPresent(one -> card.show(one.terms().plan()));
    state.flatMap(one -> one.terms().asked()).map(PlanCard::asked).ifPresent(screen::say);
    state.filter(one -> !yes).ifPresent(one -> card.rehearse(one.terms().plan()));
    if (state.isPresent() && !Terminal.approval(yes, System.out).ask().getAsBoolean()) {
      screen.say(ticket + " stays pending.");
      return ExitCode.OK;
    }
    Optional<Problem> problem =
        tickets.grant(ticket, Installation.person(Actor.Channel.COMMAND_LINE), Tickets.USUAL);
    problem.ifPresentOrElse(
        one -> screen.problems(List.of(one)),
        () -> screen.say(said(tickets.find(ticket).orElseThrow(), installation)));
    return problem.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }

  private String said(TicketState ticket, Installation installation) {
    TicketId name = ticket.ticket();
    return ticket.status(installation.home().now()) == TicketState.Status.APPROVED
        ? "%s is approved for %s; ./cantilever plan run %s%s begins it."
            .formatted(name, Tickets.USUAL, name, home.inCommands())
        : "%s has one yes of two; another person must approve it, too.".formatted(name);
  }
}
