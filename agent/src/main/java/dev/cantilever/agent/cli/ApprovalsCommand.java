package dev.cantilever.agent.cli;

import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.TicketState;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code approvals}. */
@Command(name = "approvals", description = "Lists what was asked for and how it stands.")
final class ApprovalsCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Home place = home.installation().home();
    screen.say(AutonomyCommand.inWords(place.autonomy()));
    for (TicketState ticket : new Tickets(place).all()) {
      screen.say(line(ticket, place));
    }
    return ExitCode.OK;
  }

  private static String line(TicketState ticket, Home place) {
    TicketState.Status status = ticket.status(place.now());
    String until =
        status == TicketState.Status.APPROVED
            ? ", for %d s".formatted(left(ticket, place).toSeconds())
            : said(ticket, place);
    return "%s  %-9s %s, by %s%s"
        .formatted(
            ticket.ticket(),
            status.name().toLowerCase(Locale.ROOT),
            ticket.terms().plan().goal(),
            ticket.terms().planner().id(),
            until);
  }

  private static String said(TicketState ticket, Home place) {
    return ticket.status(place.now()) == TicketState.Status.PENDING && ticket.terms().persons() > 1
        ? ", %d of %d have said yes"
            .formatted(ticket.persons(place.now()).size(), ticket.terms().persons())
        : "";
  }

  private static Duration left(TicketState ticket, Home place) {
    return Duration.between(place.now(), ticket.expires().orElseThrow());
  }
}
