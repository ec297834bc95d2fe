package dev.cantilever.tools.run;

import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ApprovalEvent;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.event.DeskEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.ForeignUse;
import dev.cantilever.vocabulary.event.Lease;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.LeaseId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.List;
import java.util.Optional;

/** One event of every kind, with the awkward values among them. */
final class Events {

  static final CallId CALL = new CallId("call-1");
  static final CallId INNER = new CallId("call-2");
  static final JsonText JSON = new JsonText("{\"a\":[1,null,true],\"µ\":\"\\\"x\\\"\\n😀\"}");
  static final Plan PLAN =
      new Plan("map \"the film\"\nslowly", List.of(new Step.Call("instrument.move", JSON)));
  static final TicketId TICKET = new TicketId("ticket-7");
  static final LeaseId LEASE = new LeaseId("lease-1");
  static final Lease.Allowance ALLOWANCE =
      new Lease.Allowance(new TimeSpan(60), new TimeSpan(0), 7);
  static final Problem PROBLEM =
      new Problem(ProblemCode.LIMIT, "/x", "too far", "[0, 2]", "3", List.of("2 µm", "1 µm"));

  static final List<Event> ALL =
      List.of(
          new RunEvent.Opened(
              "cantilever 0.1.0",
              PLAN,
              "sha256:00",
              List.of(new RunEvent.EnvelopeInForce(new InstrumentId("pfm-pto"), "v1", "none")),
              Optional.of("liblapack.so.3"),
              Optional.of(Autonomy.ASSIST)),
          new RunEvent.Approved("sha256:00", Optional.empty(), Optional.empty()),
          new RunEvent.Approved("sha256:00", Optional.of("sha256:01"), Optional.of(TICKET)),
          new ApprovalEvent.Requested(
              TICKET,
              new Terms(
                  PLAN,
                  "sha256:00",
                  "sha256:01",
                  List.of(new Terms.Standing(new InstrumentId("pfm-pto"), "sha256:02", 7)),
                  Actor.RUNTIME)),
          new ApprovalEvent.Granted(TICKET, new TimeSpan(600), Optional.empty()),
          new ApprovalEvent.Granted(
              TICKET, new TimeSpan(60), Optional.of(new ApprovalEvent.Leased(LEASE, ALLOWANCE))),
          new DeskEvent.AutonomySet(Autonomy.AUTONOMOUS),
          new DeskEvent.LeaseGiven(
              LEASE,
              new Lease(
                  List.of(new InstrumentId("afm")), Effect.MOVE, ALLOWANCE, new TimeSpan(3600))),
          new DeskEvent.LeaseEnded(LEASE),
          new DeskEvent.ForeignToolAllowed(
              "weather", "sha256:00", "forecast", ForeignUse.READS, JSON),
          new DeskEvent.ForeignToolForbidden("weather", "forecast"),
          new ApprovalEvent.Denied(TICKET, "too \"fast\""),
          new ApprovalEvent.Used(TICKET, new RunId("run-0001")),
          new RunEvent.PauseRequested("a visitor", true),
          new RunEvent.CourseRequested("call-3 of desk", JSON),
          new RunEvent.Continued(),
          new RunEvent.Suspended(new InstrumentId("stem"), "column pressure reads 1 mPa"),
          new RunEvent.Recovered(new InstrumentId("stem")),
          new RunEvent.Resumed(),
          new RunEvent.StopProven(new InstrumentId("pfm-pto"), true),
          new RunEvent.AbortRequested("the film is cracked"),
          new RunEvent.BroughtToRest(new InstrumentId("pfm-pto"), false),
          new RunEvent.StopRequested("enough"),
          new RunEvent.Ended(RunStatus.COMPLETED, ""),
          new CallEvent.Proposed(
              CALL, Optional.empty(), Optional.empty(), "no.such", "{\u0000\u202e"),
          new CallEvent.Proposed(
              INNER, Optional.of(CALL), Optional.of("3#2.1"), "instrument.move", "{}"),
          new CallEvent.Refused(CALL, List.of(PROBLEM)),
          new CallEvent.Dispatched(CALL, "instrument.move", Effect.MOVE, JSON, "rule"),
          new CallEvent.Settled(CALL, JSON),
          new CallEvent.Failed(CALL, EffectHappened.UNKNOWN, List.of(PROBLEM, PROBLEM)),
          new CallEvent.Reconciled(CALL, EffectHappened.FULL, "ledger", Optional.of(JSON)),
          new CallEvent.Reconciled(CALL, EffectHappened.NONE, "ledger", Optional.empty()),
          new CampaignEvent.Started(
              CALL, JSON, new SiteGrid(50, 50, new Length(2e-6), new Length(1e-6 / 3))),
          new CampaignEvent.BatchProposed(0, List.of(0, 2499), JSON),
          new CampaignEvent.Measured(7, CALL, "sha256:00", 0.1 + 0.2),
          new CampaignEvent.Measured(8, CALL, "sha256:00", -Double.MIN_NORMAL),
          new CampaignEvent.Measured(9, CALL, "sha256:00", Double.MAX_VALUE),
          new CampaignEvent.Masked(7, Optional.empty(), "saturated"),
          new CampaignEvent.Masked(7, Optional.of(CALL), "stale"),
          new CampaignEvent.Steered("call-3 of desk", JSON),
          new CampaignEvent.Revalued(7, 0.25),
          new CampaignEvent.Finished("converged"),
          new SearchEvent.Started(CALL, new JsonText("{\"points\":4}"), new JsonText("{}")),
          new SearchEvent.Proposed(
              1,
              List.of(new SearchEvent.Trial(List.of(new Setting("coupling", 0.44)), 1)),
              new JsonText("{\"method\":\"x\"}")),
          new SearchEvent.Observed(
              0, CALL, List.of(new Reading.Outcome("heat_capacity", 1.5, 0.1))),
          new SearchEvent.Masked(1, Optional.of(CALL), "it gave nothing"),
          new SearchEvent.Steered(
              "call-3 of desk",
              JSON,
              List.of(new SearchEvent.Trial(List.of(new Setting("coupling", 0.4)), 0))),
          new SearchEvent.Finished("done", new JsonText("{\"findings\":[]}")),
          new StepEvent.Judged("3#2", "a.x < 1 s", true, List.of("a.x = 0.5 s")),
          new StepEvent.Measured("4", "area", JSON),
          new StepEvent.CheckpointReached("5", "before the pulses"),
          new StepEvent.Asked("6", "sharp?", List.of("yes", "no")),
          new StepEvent.Answered("6", "no"),
          new ChatEvent.Said("hello"),
          new ChatEvent.Answered("question", "which film?"),
          new ChatEvent.ModelTurn("model/1", "sha256:00", "stop", "text", Optional.empty()),
          new ChatEvent.ModelTurn(
              "model/1",
              "sha256:00",
              "stop",
              "text",
              Optional.of(new ChatEvent.ModelUse("sha256:01", 1_200, 30, true, 2))),
          new ChatEvent.PlanShown(PLAN, "sha256:00"),
          new ChatEvent.PlanRefused(PLAN, List.of(PROBLEM)),
          new ChatEvent.PlanDeclined("sha256:00"));

  private Events() {}
}
