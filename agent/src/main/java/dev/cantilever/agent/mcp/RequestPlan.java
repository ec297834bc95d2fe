package dev.cantilever.agent.mcp;

import dev.cantilever.agent.request.Requests;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.rehearsal.Rehearsed;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code plan.request}: has a plan checked and rehearsed, and asks a person for it. */
public final class RequestPlan implements HostTool {

  private static final RecordType<Asked> ASKED = RecordType.of(Asked.class);

  private final Requests requests;

  public RequestPlan(Requests requests) {
    this.requests = requests;
  }

  /**
   * What waits for a person, in the facts of the card that the person reads.
   *
   * @param root over the calls that the plan may make
   * @param steps as lines for people
   * @param most the gravest effect
   * @param predicted the most that it would use up, as far as it can be told before
   * @param instruments how they stand; an approval ends where one stands otherwise
   * @param rehearsal absent where the plan acts on no instrument
   * @param next what is to be done now
   */
  public record Asked(
      TicketId ticket,
      String hash,
      String root,
      List<String> steps,
      Effect most,
      Cost predicted,
      List<Terms.Standing> instruments,
      Optional<Rehearsal> rehearsal,
      String next) {

    public Asked {
      steps = List.copyOf(steps);
      instruments = List.copyOf(instruments);
    }
  }

  /**
   * What came of the plan on copies of simulated instruments.
   *
   * @param outcome such as completed, failed, cut short, refused, not rehearsed
   * @param reason in words; empty where there is none
   */
  public record Rehearsal(
      String outcome, String reason, List<Spent> spent, List<Problem> problems) {

    public Rehearsal {
      spent = List.copyOf(spent);
      problems = List.copyOf(problems);
    }
  }

  /** What one instrument used up in it. */
  public record Spent(InstrumentId instrument, Cost cost) {}

  @Override
  public ToolFace face() {
    return new ToolFace(
        "plan.request",
        "Checks and rehearses a plan and asks a person to approve it. Acts on nothing. Tell the"
            + " person the ticket; once they have said yes, plan.run begins it.",
        Effect.READ,
        true,
        Requests.PLAN.schema(),
        ASKED.schema());
  }

  @Override
  public Offer.Reply call(Caller caller, String arguments) {
    Actor host = new Actor(Actor.Kind.PLANNER, caller.name(), Actor.Channel.MCP);
    return switch (requests.request(host, arguments)) {
      case Requests.Outcome.Refused refused ->
          new Offer.Reply.Not(new Refusal(EffectHappened.NONE, refused.problems()));
      case Requests.Outcome.Waits waits -> new Offer.Reply.Done(ASKED.canonical(asked(waits)));
    };
  }

  private static Asked asked(Requests.Outcome.Waits waits) {
    TicketState ticket = waits.ticket();
    return new Asked(
        ticket.ticket(),
        ticket.terms().planHash(),
        ticket.terms().root(),
        PlanText.indented(ticket.terms().plan()),
        waits.most(),
        waits.ready().predicted(),
        ticket.terms().instruments(),
        waits.rehearsed().map(RequestPlan::rehearsal),
        "a person says yes with ./cantilever approve %s; then call plan.run with it"
            .formatted(ticket.ticket()));
  }

  private static Rehearsal rehearsal(Rehearsed rehearsed) {
    return switch (rehearsed) {
      case Rehearsed.NoStage none ->
          new Rehearsal("not rehearsed", none.reason(), List.of(), List.of());
      case Rehearsed.Refused refused -> new Rehearsal("refused", "", List.of(), refused.problems());
      case Rehearsed.Ran ran ->
          new Rehearsal(
              ran.cutShort() ? "cut short" : ran.status().name().toLowerCase(Locale.ROOT),
              ran.reason(),
              ran.spent().entrySet().stream()
                  .map(one -> new Spent(one.getKey(), one.getValue()))
                  .sorted(Comparator.comparing(one -> one.instrument().value()))
                  .toList(),
              List.of());
    };
  }
}
