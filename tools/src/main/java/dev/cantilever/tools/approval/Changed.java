package dev.cantilever.tools.approval;

import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** What has changed since an approval was asked for. */
final class Changed {

  private Changed() {}

  /** The first of it; empty where all is as it was. */
  static Optional<Problem> since(TicketState ticket, Terms now) {
    Terms then = ticket.terms();
    if (!then.planHash().equals(now.planHash()) || !then.root().equals(now.root())) {
      return Optional.of(
          Problem.of(
              ProblemCode.TICKET_MISMATCH,
              "%s was for another plan or for tools of other words; ask again"
                  .formatted(ticket.ticket())));
    }
    if (!then.asked().map(Terms.Asked::rules).equals(now.asked().map(Terms.Asked::rules))
        || now.persons() > then.persons()
        || asksMore(ticket, now)) {
      return Optional.of(
          Problem.of(
              ProblemCode.TICKET_MISMATCH,
              "the rules ask otherwise than when %s was asked for; ask again"
                  .formatted(ticket.ticket())));
    }
    for (Terms.Standing before : then.instruments()) {
      Optional<Problem> problem = moved(ticket, before, now.instruments());
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  /** A lease has said yes, and meanwhile a person is asked. */
  private static boolean asksMore(TicketState ticket, Terms now) {
    return now.asked().filter(one -> one.level().persons() > 0).isPresent()
        && ticket.yeses().stream().allMatch(TicketState.Yes::leased);
  }

  private static Optional<Problem> moved(
      TicketState ticket, Terms.Standing before, List<Terms.Standing> now) {
    Optional<Terms.Standing> after =
        now.stream().filter(one -> one.instrument().equals(before.instrument())).findFirst();
    if (after.filter(one -> one.envelope().equals(before.envelope())).isEmpty()) {
      return Optional.of(
          Problem.of(
              ProblemCode.TICKET_MISMATCH,
              "the envelope of %s has changed since %s was asked for; ask again"
                  .formatted(before.instrument(), ticket.ticket())));
    }
    return after.get().epoch() == before.epoch()
        ? Optional.empty()
        : Optional.of(
            Problem.of(
                ProblemCode.EPOCH,
                "%s was taken or stopped by somebody since %s was asked for; look and ask again"
                    .formatted(before.instrument(), ticket.ticket())));
  }
}
