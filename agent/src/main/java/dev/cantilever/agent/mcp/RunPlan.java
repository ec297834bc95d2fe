package dev.cantilever.agent.mcp;

import dev.cantilever.agent.request.RunProgress;
import dev.cantilever.agent.request.RunningTickets;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** {@code plan.run}: begins what a person has approved, and tells how it goes. */
public final class RunPlan implements HostTool {

  private static final RecordType<Input> INPUT = RecordType.forTool(Input.class);
  private static final RecordType<Ran> RAN = RecordType.of(Ran.class);

  private final RunningTickets running;
  private final HostApproval approval;

  public RunPlan(RunningTickets running, HostApproval approval) {
    this.running = running;
    this.approval = approval;
  }

  /** Which ticket, and whether to wait. */
  public record Input(
      @Doc("The ticket that plan.request gave.")
          @Text(maxLength = 20, pattern = "ticket-[1-9][0-9]{0,9}")
          String ticket,
      @Doc(
              "Whether the answer comes when the run has ended, and the run stops when nobody waits"
                  + " for it any more; otherwise as soon as it has begun.")
          @Default("true")
          boolean untilEnd) {}

  /**
   * The run.
   *
   * @param status {@code running}, {@code completed}, {@code stopped} or {@code failed}
   * @param reason in words; empty where it completed
   * @param page the resource that tells more
   */
  public record Ran(RunId run, String status, String reason, String page) {}

  @Override
  public ToolFace face() {
    return new ToolFace(
        "plan.run",
        "Runs a plan once, under the ticket that a person has approved; refused where nobody has."
            + " campaign.stop ends the run early, run://{run} tells how it stands.",
        Effect.EXPOSE,
        true,
        INPUT.schema(),
        RAN.schema());
  }

  @Override
  public Offer.Reply call(Caller caller, String arguments) {
    return switch (INPUT.parse(arguments)) {
      case Parsed.Invalid<Input> invalid -> not(invalid.problems());
      case Parsed.Valid<Input> valid ->
          run(caller, new TicketId(valid.value().ticket()), valid.value().untilEnd());
    };
  }

  private Offer.Reply run(Caller caller, TicketId ticket, boolean waits) {
    Optional<Problem> unasked = approval.seek(ticket, caller);
    NewestProgress progress = new NewestProgress();
    return switch (running.start(ticket, state -> progress.put(RunProgress.of(state)))) {
      case RunningTickets.Start.Refused refused ->
          not(Stream.concat(Stream.of(refused.problem()), unasked.stream()).toList());
      case RunningTickets.Start.Begun begun ->
          done(waits ? ended(caller, begun, progress) : running(begun.run()));
    };
  }

  private Ran ended(Caller caller, RunningTickets.Start.Begun begun, NewestProgress progress) {
    caller.whenGone(() -> running.stop(begun.run(), "nobody at %s waits".formatted(caller.name())));
    CompletableFuture<RunOutcome> end =
        begun.end().whenComplete((outcome, failure) -> progress.end());
    for (Optional<RunProgress> next = progress.next(); next.isPresent(); next = progress.next()) {
      caller.tell(next.get());
    }
    RunOutcome outcome = outcome(end);
    return new Ran(
        begun.run(),
        outcome.status().name().toLowerCase(Locale.ROOT),
        outcome.reason(),
        page(begun.run()));
  }

  private static RunOutcome outcome(CompletableFuture<RunOutcome> end) {
    try {
      return end.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  private static Ran running(RunId run) {
    return new Ran(run, "running", "", page(run));
  }

  private static String page(RunId run) {
    return "run://" + run;
  }

  private static Offer.Reply done(Ran ran) {
    return new Offer.Reply.Done(RAN.canonical(ran));
  }

  private static Offer.Reply not(List<Problem> problems) {
    return new Offer.Reply.Not(new Refusal(EffectHappened.NONE, problems));
  }
}
