package dev.cantilever.tools.replay;

import dev.cantilever.tools.campaign.CampaignSpecification;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.campaign.CampaignSummary;
import dev.cantilever.tools.campaign.Decider;
import dev.cantilever.tools.campaign.Decision;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Reading;
import dev.cantilever.tools.dispatch.RunArchive;
import dev.cantilever.tools.instrument.AcquireLoop;
import dev.cantilever.tools.instrument.SpectrumBlob;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.replay.ReplayReport.Difference;
import dev.cantilever.tools.run.Arithmetic;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.search.SearchReplay;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.id.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recomputes everything that a journal says was computed, and compares. Touches no instrument. */
public final class Replayer {

  private final CallReader reader;
  private final RunLog log;
  private final RunArchive archive;
  private final List<Difference> differences = new ArrayList<>();
  private int compared;

  private Replayer(CallReader reader, RunLog log, RunArchive archive) {
    this.reader = reader;
    this.archive = archive;
    this.log = log;
  }

  /**
   * Replays a run. Total: what cannot be recomputed is a difference. Where the run was made with
   * other linear algebra than this process has, that is the only one, and nothing is recomputed.
   *
   * @param archive where the other runs can be read that this one cites
   */
  public static ReplayReport replay(CallReader reader, RunLog log, RunArchive archive) {
    Optional<String> mismatch = Arithmetic.mismatch(log.state());
    if (mismatch.isPresent()) {
      return new ReplayReport(
          1,
          List.of(
              new Difference(
                  "linear algebra", Arithmetic.of(log.state()), mismatch.orElseThrow())));
    }
    Replayer replayer = new Replayer(reader, log, archive);
    replayer.planHash(log.state());
    PlanReplay.of(reader, log.state())
        .forEach(pair -> replayer.compare(pair.what(), pair.journalled(), pair.recomputed()));
    replayer.campaign(log.state());
    SearchReplay.of(log.state())
        .forEach(pair -> replayer.compare(pair.what(), pair.journalled(), pair.recomputed()));
    log.state().calls().forEach(replayer::computedCall);
    return new ReplayReport(replayer.compared, replayer.differences);
  }

  private void compare(String what, String journalled, String recomputed) {
    compared++;
    if (!journalled.equals(recomputed)) {
      differences.add(new Difference(what, journalled, recomputed));
    }
  }

  private void planHash(RunState run) {
    run.opened()
        .ifPresent(
            opened -> compare("plan hash", opened.planHash(), PlanCheck.hash(opened.plan())));
  }

  private void campaign(RunState run) {
    List<CampaignEvent> events = run.campaign();
    Optional<CampaignState> whole = CampaignState.of(events);
    if (whole.isEmpty()) {
      return;
    }
    Decider decider = new Decider(whole.get().started().sites());
    for (int i = 0; i < events.size(); i++) {
      List<CampaignEvent> before = events.subList(0, i);
      switch (events.get(i)) {
        case BatchProposed batch -> batch(decider, before(before), batch);
        case Measured measured -> measured(before(before).specification(), measured);
        case CampaignEvent.Revalued revalued -> revalued(before(before), revalued);
        case CampaignEvent.Steered steered -> {}
        case CampaignEvent.Started started -> {}
        case CampaignEvent.Masked masked -> {}
        case CampaignEvent.Finished finished -> {}
      }
    }
    summary(run, whole.get());
  }

  private static CampaignState before(List<CampaignEvent> events) {
    return CampaignState.of(events).orElseThrow();
  }

  private void revalued(CampaignState before, CampaignEvent.Revalued revalued) {
    String recomputed =
        before.measured().stream()
            .filter(one -> one.site() == revalued.site())
            .flatMap(one -> log.blob(one.blob()).stream())
            .map(bytes -> before.specification().reward().value(SpectrumBlob.read(bytes)))
            .map(reward -> Double.toString(reward))
            .findFirst()
            .orElse("nothing was measured there");
    compare(
        "new reward of site " + revalued.site(), Double.toString(revalued.reward()), recomputed);
  }

  private void batch(Decider decider, CampaignState before, BatchProposed batch) {
    String what = "batch " + batch.iteration();
    String journalled = batch.sites() + " " + batch.why();
    if (decider.decide(before) instanceof Decision.Propose propose) {
      try {
        BatchProposed again = decider.propose(before, propose);
        compare(what, journalled, again.sites() + " " + again.why());
      } catch (ArithmeticException | IllegalArgumentException failure) {
        compare(what, journalled, "cannot be recomputed: " + failure.getMessage());
      }
    } else {
      compare(what, journalled, "no batch was due");
    }
  }

  private void measured(CampaignSpecification specification, Measured measured) {
    String what = "reward of " + measured.call();
    String recomputed =
        log.blob(measured.blob())
            .filter(bytes -> Hash.of(bytes).text().equals(measured.blob()))
            .map(bytes -> specification.reward().value(SpectrumBlob.read(bytes)))
            .map(reward -> Double.toString(reward))
            .orElse("its spectrum is missing or changed");
    String journalled = Double.toString(measured.reward());
    boolean cited =
        log.state().calls().stream()
            .filter(call -> call.call().equals(measured.call()))
            .flatMap(call -> call.result().stream())
            .anyMatch(json -> AcquireLoop.readOutput(json).blob().equals(measured.blob()));
    compare(what, journalled, cited ? recomputed : "its call does not name this spectrum");
  }

  private void summary(RunState run, CampaignState state) {
    CallId call = state.started().call();
    run.calls().stream()
        .filter(one -> one.call().equals(call))
        .flatMap(one -> one.result().stream())
        .forEach(
            json ->
                compare(
                    "result of " + call,
                    json.canonical(),
                    CampaignSummary.TYPE.canonical(CampaignSummary.of(state, run)).canonical()));
  }

  private void computedCall(CallState call) {
    boolean settled = call.last().filter(CallEvent.Settled.class::isInstance).isPresent();
    if (settled && call.effect().equals(Optional.of(Effect.COMPUTE))) {
      String arguments = call.arguments().orElseThrow().canonical();
      String recomputed =
          reader.read(call.tool(), arguments) instanceof Reading.Understood<?, ?> understood
              ? run(understood, call.call())
              : "this version cannot read its arguments";
      compare(
          "result of %s (%s)".formatted(call.call(), call.tool()),
          call.result().orElseThrow().canonical(),
          recomputed);
    }
  }

  private <I extends Record, O extends Record> String run(
      Reading.Understood<I, O> call, CallId id) {
    CallContext context = new CallContext(id, new NoBench(), new JournalOnly(log, archive));
    return switch (call.entry().tool().run(call.input(), context)) {
      case ToolResult.Done<O> done -> call.entry().output().canonical(done.output()).canonical();
      case ToolResult.Failed<O> failed -> "failed: " + failed.problems();
    };
  }
}
