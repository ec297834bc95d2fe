package dev.cantilever.agent.request;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.SharedDesk;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.plan.CheckPlan;
import dev.cantilever.tools.plan.Instruments;
import dev.cantilever.tools.plan.NotApproved;
import dev.cantilever.tools.plan.PossibleCalls;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.rehearsal.Effort;
import dev.cantilever.tools.rehearsal.Rehearsed;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.tools.schema.Legible;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** Asks for the approval of plans on behalf of somebody who may not give it. */
public final class Requests {

  /** How a plan is read. */
  public static final RecordType<Plan> PLAN = RecordType.forTool(Plan.class);

  /** More requests of one asker do not wait; whoever floods a person is not read any more. */
  private static final int MOST_WAITING = 20;

  private static final int LONGEST_LINE = 400;

  /** Once, and no longer than whoever asks waits for an answer. */
  private static final Effort QUICK = new Effort(5, 1);

  private final Installation installation;
  private final SharedDesk desk;
  private final Tickets tickets;
  private final ReentrantLock oneRehearsal = new ReentrantLock();

  /** Requests at one desk, which keeps every plan in its journal. */
  public Requests(Installation installation, SharedDesk desk) {
    this.installation = installation;
    this.desk = desk;
    this.tickets = new Tickets(installation.home());
  }

  /** What came of asking. */
  public sealed interface Outcome {

    /**
     * It waits for a person.
     *
     * @param ready the plan as it would run, with its hash and the most that it would use up
     * @param most its gravest effect
     * @param rehearsed what came of it on copies of simulated instruments; empty where it acts on
     *     none
     */
    record Waits(
        TicketState ticket, Verdict.Ready ready, Effect most, Optional<Rehearsed> rehearsed)
        implements Outcome {}

    /** Nobody is asked. */
    record Refused(List<Problem> problems) implements Outcome {

      public Refused {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Has a plan checked as {@code plan.check} does, and asks for its approval.
   *
   * @param plan as text, unchecked
   */
  public Outcome request(Actor planner, String plan) {
    return switch (desk.call(planner, CheckPlan.NAME, plan)) {
      case Answer.Refused refused -> new Outcome.Refused(refused.problems());
      case Answer.Failed failed -> new Outcome.Refused(failed.problems());
      case Answer.Settled settled ->
          switch (PLAN.parse(plan)) {
            case Parsed.Invalid<Plan> invalid -> new Outcome.Refused(invalid.problems());
            case Parsed.Valid<Plan> valid -> request(planner, valid.value());
          };
    };
  }

  private Outcome request(Actor planner, Plan plan) {
    if (waiting(planner) >= MOST_WAITING) {
      return new Outcome.Refused(
          List.of(
              Problem.of(
                  ProblemCode.BUSY,
                  "%d requests of yours wait for a person; at most %d may: have some answered"
                          .formatted(waiting(planner), MOST_WAITING)
                      + " first, ./cantilever approvals lists them")));
    }
    return switch (desk.check(plan)) {
      case Verdict.Refused refused -> new Outcome.Refused(refused.problems());
      case Verdict.Ready ready -> request(planner, ready);
    };
  }

  private long waiting(Actor planner) {
    return tickets.all().stream()
        .filter(one -> one.terms().planner().equals(planner) && one.last().isEmpty())
        .count();
  }

  private Outcome request(Actor planner, Verdict.Ready ready) {
    Optional<Rehearsed> rehearsed = rehearsed(ready.plan());
    try {
      TicketId ticket = installation.runner(state -> {}).request(ready.plan(), planner);
      return new Outcome.Waits(
          tickets.find(ticket).orElseThrow(), ready, most(ready.plan()), rehearsed);
    } catch (NotApproved observing) {
      return new Outcome.Refused(List.of(observing.problem()));
    }
  }

  /** The gravest effect of a plan. */
  public Effect most(Plan plan) {
    return PossibleCalls.of(plan, installation.calls().catalogue()).most();
  }

  /** What a person reads before saying yes to a request, in printable lines. */
  public List<String> card(TicketState ticket) {
    Plan plan = ticket.terms().plan();
    List<String> lines = new ArrayList<>(PlanCard.lines(installation, plan));
    rehearsed(plan)
        .ifPresent(
            rehearsed -> {
              lines.add("Rehearsed");
              RehearsalText.withoutPictures(rehearsed).forEach(line -> lines.add("  " + line));
            });
    return lines.stream().map(line -> Legible.line(line, LONGEST_LINE)).toList();
  }

  /** As far as it is quick; one at a time, since every plan has one folder for its copies. */
  private Optional<Rehearsed> rehearsed(Plan plan) {
    if (Instruments.of(plan).isEmpty()) {
      return Optional.empty();
    }
    oneRehearsal.lock();
    try {
      return Optional.of(installation.rehearsal(state -> {}).of(plan, QUICK));
    } finally {
      oneRehearsal.unlock();
    }
  }
}
