package dev.cantilever.tools.campaign;

import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.tools.instrument.AcquireLoop;
import dev.cantilever.tools.instrument.MoveProbe;
import dev.cantilever.tools.instrument.SpectrumBlob;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.Finished;
import dev.cantilever.vocabulary.event.CampaignEvent.Masked;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.event.CampaignEvent.Steered;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Does what the decider says until it says that it is over, or somebody asks to stop. */
final class CampaignRunner {

  private static final Speed SPEED = new Speed(5e-6);

  private final CallContext context;
  private final CampaignSpecification specification;
  private final SiteGrid sites;
  private final Decider decider;

  CampaignRunner(CampaignSpecification specification, SiteGrid sites, CallContext context) {
    this.context = context;
    this.specification = specification;
    this.sites = sites;
    this.decider = new Decider(sites);
  }

  /** The problems that ended it, or none. */
  List<Problem> run() {
    while (true) {
      RunState run = context.run().released(false);
      CampaignState state = CampaignState.of(run.campaign()).orElseThrow();
      if (state.finished().isPresent()) {
        return List.of();
      }
      if (run.stopRequested().isPresent()) {
        record(new Finished("stopped: " + run.stopRequested().get().reason()));
        return List.of();
      }
      List<RunEvent.CourseRequested> asked = Steering.Written.asked(run);
      int taken = state.course().size();
      List<Problem> problems = asked.size() > taken ? turn(asked.get(taken)) : step(run, state);
      if (!problems.isEmpty()) {
        return problems;
      }
    }
  }

  /** Only the runner writes events of the campaign, so that their order is what it knew. */
  private List<Problem> turn(RunEvent.CourseRequested request) {
    return record(new Steered(request.by(), request.change()));
  }

  private List<Problem> step(RunState run, CampaignState state) {
    return switch (decider.decide(state)) {
      case Decision.Finish finish -> record(new Finished(finish.reason()));
      case Decision.Propose propose -> propose(propose);
      case Decision.Revalue revalue -> revalue(revalue.site(), state);
      case Decision.Measure measure ->
          leftOver(run, state)
              .map(call -> adopt(measure.site(), call))
              .orElseGet(() -> measure(measure.site()));
    };
  }

  private List<Problem> record(CampaignEvent event) {
    context.run().record(event);
    return List.of();
  }

  /**
   * Between two batches nothing is in the middle of anything; what was steered meanwhile counts.
   */
  private List<Problem> propose(Decision.Propose decision) {
    RunState run = context.run().released(true);
    CampaignState state = CampaignState.of(run.campaign()).orElseThrow();
    boolean another = Steering.Written.asked(run).size() > state.course().size();
    if (another || run.stopRequested().isPresent()) {
      return List.of();
    }
    try {
      return record(decider.propose(state, decision));
    } catch (NotPositiveDefinite failure) {
      return List.of(Problem.of(ProblemCode.OUTPUT_INVALID, failure.getMessage()));
    }
  }

  private List<Problem> revalue(int site, CampaignState state) {
    return record(state.revalued(site, this::spectrum));
  }

  private Optional<Spectrum> spectrum(String blob) {
    return context.run().blob(context.run().id(), blob).map(SpectrumBlob::read);
  }

  private double reward(String blob, CampaignState state) {
    return spectrum(blob).map(state.specification().reward()::value).orElse(Double.NaN);
  }

  private List<Problem> measure(int site) {
    SurfacePoint point = sites.point(site);
    MoveProbe.Input move =
        new MoveProbe.Input(specification.instrument(), point.x(), point.y(), SPEED);
    if (!isThere(move) && call("instrument.move", move) instanceof ToolResult.Failed<?> failed) {
      return failed.problems();
    }
    ToolResult<? extends Record> acquired =
        call(
            "instrument.acquire",
            new AcquireLoop.Input(
                specification.instrument(),
                specification.biasAmplitude(),
                specification.loopSteps()));
    return switch (acquired) {
      case ToolResult.Done<? extends Record> done -> {
        CallId call = lastAcquisition(context.run().state()).orElseThrow().call();
        yield observe(site, call, (AcquireLoop.Output) done.output());
      }
      case ToolResult.Failed<? extends Record> failed -> failed(site, failed);
    };
  }

  /** Whether a move ended while nobody was there to go on; it is not repeated. */
  private boolean isThere(MoveProbe.Input move) {
    return context.run().state().calls().reversed().stream()
        .filter(call -> call.parent().equals(Optional.of(context.call())))
        .filter(call -> call.last().isPresent() && happened(call))
        .findFirst()
        .filter(call -> call.tool().equals("instrument.move") && call.result().isPresent())
        .filter(call -> MoveProbe.readInput(call.arguments().orElseThrow()).equals(move))
        .isPresent();
  }

  private ToolResult<? extends Record> call(String tool, Record input) {
    return context.run().call(context.call(), tool, input);
  }

  /** A device that says no masks the site; everything else ends the campaign. */
  private List<Problem> failed(int site, ToolResult.Failed<? extends Record> failed) {
    boolean deviceSaidNo =
        failed.effect() == EffectHappened.NONE
            && failed.problems().stream().allMatch(p -> p.code() == ProblemCode.DEVICE);
    return deviceSaidNo
        ? record(new Masked(site, Optional.empty(), failed.problems().getFirst().message()))
        : failed.problems();
  }

  private List<Problem> observe(int site, CallId call, AcquireLoop.Output output) {
    int measuredSite = sites.nearest(output.position());
    if (measuredSite != site) {
      return List.of(
          Problem.of(
              ProblemCode.DEVICE,
              "the loop of %s was taken at site %d instead of %d; look at the instrument"
                  .formatted(call, measuredSite, site)));
    }
    CampaignState now = CampaignState.of(context.run().state().campaign()).orElseThrow();
    double reward = reward(output.blob(), now);
    return Double.isFinite(reward)
        ? record(new Measured(site, call, output.blob(), reward))
        : record(new Masked(site, Optional.of(call), "its loop is " + output.quality()));
  }

  /** An acquisition that ended while nobody was there to note it, or whose fate is unknown. */
  private Optional<CallState> leftOver(RunState run, CampaignState state) {
    Set<CallId> noted = new HashSet<>();
    state.measured().forEach(one -> noted.add(one.call()));
    state.masked().forEach(one -> one.call().ifPresent(noted::add));
    return lastAcquisition(run).filter(call -> !noted.contains(call.call())).filter(this::happened);
  }

  private Optional<CallState> lastAcquisition(RunState run) {
    return run.calls().reversed().stream()
        .filter(call -> call.tool().equals("instrument.acquire"))
        .filter(call -> call.parent().equals(Optional.of(context.call())))
        .findFirst();
  }

  private boolean happened(CallState call) {
    return call.last()
        .map(
            event ->
                switch (event) {
                  case CallEvent.Settled settled -> true;
                  case CallEvent.Reconciled reconciled ->
                      reconciled.effect() != EffectHappened.NONE;
                  case CallEvent.Failed failed -> failed.effect() != EffectHappened.NONE;
                  case CallEvent.Refused refused -> false;
                  case CallEvent.Proposed proposed -> false;
                  case CallEvent.Dispatched dispatched -> false;
                })
        .orElse(false);
  }

  private List<Problem> adopt(int site, CallState call) {
    Function<AcquireLoop.Output, List<Problem>> observe =
        output -> observe(site, call.call(), output);
    return call.result()
        .map(AcquireLoop::readOutput)
        .map(observe)
        .orElseGet(
            () ->
                record(
                    new Masked(
                        site,
                        Optional.of(call.call()),
                        "nobody knows whether its loop was taken; it is not repeated")));
  }
}
