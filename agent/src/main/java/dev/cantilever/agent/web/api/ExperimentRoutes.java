package dev.cantilever.agent.web.api;

import dev.cantilever.agent.request.RunProgress;
import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Route.Query;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.campaign.CampaignBelief;
import dev.cantilever.tools.campaign.CampaignMoment;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.campaign.SteerCampaign;
import dev.cantilever.tools.campaign.Steering;
import dev.cantilever.tools.plan.BudgetUse;
import dev.cantilever.tools.plan.OpenQuestion;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.run.TimeLeft;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.search.SearchBelief;
import dev.cantilever.tools.search.SearchMoment;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchSteering;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunEvent.EnvelopeInForce;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A run as an experiment: what was measured, what is believed, where it goes next. */
final class ExperimentRoutes {

  static final Query POINTS =
      new Query(
          "points",
          Pattern.compile("[0-9]{1,7}"),
          "As it was after so many measured points; now if not given.");

  private static final View<Experiment> EXPERIMENT = View.of(Experiment.class);
  private static final View<Believed> BELIEVED = View.of(Believed.class);
  private static final View<Previewed> PREVIEWED = View.of(Previewed.class);
  private static final RecordType<SteerCampaign.Input> CHANGE =
      RecordType.forTool(SteerCampaign.Input.class);

  private final LiveRuns runs;
  private final Beliefs beliefs;
  private final EnvelopeShelf envelopes;

  /**
   * Routes.
   *
   * @param instruments the folder of instruments with their envelopes
   */
  ExperimentRoutes(LiveRuns runs, Beliefs beliefs, Path instruments) {
    this.runs = runs;
    this.beliefs = beliefs;
    this.envelopes = new EnvelopeShelf(instruments);
  }

  /**
   * How far it is.
   *
   * @param likelySeconds of the time left; absent while nothing can be told
   * @param leastSeconds rarely less
   * @param mostSeconds rarely more
   */
  public record Progress(
      long done,
      long planned,
      String words,
      Optional<Double> likelySeconds,
      Optional<Double> leastSeconds,
      Optional<Double> mostSeconds) {}

  /**
   * All that can be told at little cost.
   *
   * @param status {@code unfinished}, {@code completed}, {@code stopped} or {@code failed}
   * @param reason why it ended
   * @param paused why it waits, or will
   * @param suspended for which instrument it waits, and why
   * @param stopping that somebody wants it to end
   * @param readings how many calls of verbs have brought something
   */
  public record Experiment(
      RunId run,
      String goal,
      String status,
      Optional<String> reason,
      Optional<String> paused,
      Optional<String> suspended,
      Optional<String> stopping,
      Optional<RunRoutes.Question> question,
      Progress progress,
      List<BudgetUse> budgets,
      Optional<SitesView.Sites> sites,
      Optional<SearchView.Search> search,
      int readings) {

    public Experiment {
      budgets = List.copyOf(budgets);
    }
  }

  /** What is believed; one of both, or nothing where the run has no campaign. */
  public record Believed(
      RunId run, Optional<CampaignBelief> sites, Optional<SearchBelief> search) {}

  /** A campaign over sites, and the same under another course. */
  public record OtherSites(CampaignBelief now, CampaignBelief then) {}

  /** A search, and the same under another course. */
  public record OtherSearch(SearchBelief now, SearchBelief then) {}

  /** What would come of another course. */
  public record Previewed(RunId run, Optional<OtherSites> sites, Optional<OtherSearch> search) {}

  List<Route> routes() {
    return List.of(
        route(
            Route.Method.GET,
            "/api/runs/{run}/experiment",
            Route.Lane.LOOKING,
            new Route.Facts(
                "A run as an experiment: points in order, batches, budgets, progress, course.",
                List.of(
                    new Query(
                        "from",
                        Pattern.compile("[0-9]{1,7}"),
                        "How many points to leave out; 0 if not given.")),
                Optional.empty(),
                EXPERIMENT.gives()),
            this::experiment),
        route(
            Route.Method.GET,
            "/api/runs/{run}/belief",
            Route.Lane.CALLING,
            new Route.Facts(
                "What a campaign believes of every site or along every parameter, where it goes"
                    + " next and why; computed again, and held against the journal.",
                List.of(POINTS),
                Optional.empty(),
                BELIEVED.gives()),
            this::belief),
        route(
            Route.Method.POST,
            "/api/runs/{run}/preview",
            Route.Lane.CALLING,
            new Route.Facts(
                "Where a campaign would go under a change of course, now or at an earlier point;"
                    + " takes what steer takes, writes nothing and touches nothing.",
                List.of(POINTS),
                Optional.of(CourseRoutes.steering()),
                PREVIEWED.gives()),
            this::preview));
  }

  private static Route route(
      Route.Method method, String path, Route.Lane lane, Route.Facts facts, Route.Handler handler) {
    return new Route(method, path, Access.viewer(Scope.RUNS), lane, facts, handler);
  }

  private Reply experiment(Asked asked) {
    int from = asked.number("from", 0);
    return runs.look(asked.run(), sight -> experiment(asked.run(), sight, from))
        .map(EXPERIMENT::show)
        .orElseGet(() -> Reply.not(RunRoutes.noRun()));
  }

  private Experiment experiment(RunId id, LiveRuns.Sight sight, int from) {
    RunState run = sight.state();
    boolean isOver = run.ended().isPresent();
    return new Experiment(
        id,
        run.opened().orElseThrow().plan().goal(),
        run.ended().map(end -> end.status().name().toLowerCase(Locale.ROOT)).orElse("unfinished"),
        run.ended().map(RunEvent.Ended::reason),
        run.pauseRequested().filter(one -> !isOver).map(RunEvent.PauseRequested::reason),
        run.suspended()
            .filter(one -> !isOver)
            .map(one -> "%s: %s".formatted(one.instrument(), one.reason())),
        run.stopRequested().filter(one -> !isOver).map(RunEvent.StopRequested::reason),
        OpenQuestion.of(run)
            .map(one -> new RunRoutes.Question(one.step(), one.question(), one.options())),
        progress(run),
        budgets(run, sight),
        CampaignState.of(run.campaign())
            .map(
                state ->
                    SitesView.of(run.campaign(), state, state.unit(beliefs.spectra(id)), from)),
        SearchState.of(run.search()).map(state -> SearchView.of(state, run, from)),
        sight.readings().size());
  }

  private static Progress progress(RunState run) {
    RunProgress far = RunProgress.of(run);
    Optional<TimeLeft> left =
        run.ended().isPresent() ? Optional.empty() : RunProgress.timeLeft(run);
    return new Progress(
        far.done(),
        far.planned(),
        far.words(),
        left.map(TimeLeft::likely).map(ExperimentRoutes::seconds),
        left.map(TimeLeft::least).map(ExperimentRoutes::seconds),
        left.map(TimeLeft::most).map(ExperimentRoutes::seconds));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  /** Of the instruments that were used, against the envelopes under which the run was opened. */
  private List<BudgetUse> budgets(RunState run, LiveRuns.Sight sight) {
    List<BudgetUse> budgets = new ArrayList<>();
    for (Map.Entry<InstrumentId, Cost> one : sight.spent().entrySet()) {
      Optional<String> hash =
          run.opened().orElseThrow().instruments().stream()
              .filter(in -> in.instrument().equals(one.getKey()))
              .map(EnvelopeInForce::hash)
              .findFirst();
      budgets.addAll(
          BudgetUse.of(
              one.getKey(),
              one.getValue(),
              hash.flatMap(
                  own ->
                      switch (envelopes.rack().envelope(one.getKey())) {
                        case EnvelopeStatus.Missing missing -> Optional.empty();
                        case EnvelopeStatus.Loaded loaded ->
                            loaded.hash().equals(own)
                                ? Optional.of(loaded.envelope().budget())
                                : Optional.empty();
                      })));
    }
    return budgets;
  }

  private Reply belief(Asked asked) {
    int points = asked.number("points", Integer.MAX_VALUE);
    return beliefs
        .moments(asked.run(), Optional.of(points))
        .map(moments -> computed(() -> BELIEVED.show(believed(asked.run(), moments))))
        .orElseGet(() -> Reply.not(RunRoutes.noRun()));
  }

  private Believed believed(RunId run, Beliefs.Moments moments) {
    return new Believed(
        run,
        moments.sites().map(moment -> beliefs.of(run, moment)),
        moments.search().map(moment -> beliefs.of(run, moment)));
  }

  /** Data that nothing fits are a finding and no defect. */
  static Reply computed(Supplier<Reply> work) {
    try {
      return work.get();
    } catch (ArithmeticException | IllegalArgumentException unfit) {
      return Reply.not(Trouble.of(409, "Not now", "nothing fits the data: " + unfit.getMessage()));
    }
  }

  private Reply preview(Asked asked) {
    Optional<Integer> points = asked.query("points").map(Integer::valueOf);
    Optional<Beliefs.Moments> moments = beliefs.moments(asked.run(), points);
    if (moments.isEmpty()) {
      return Reply.not(RunRoutes.noRun());
    }
    return switch (CHANGE.parse(CourseRoutes.whole(asked))) {
      case Parsed.Invalid<SteerCampaign.Input> wrong ->
          Reply.not(Trouble.of(422, "Refused", wrong.problems()));
      case Parsed.Valid<SteerCampaign.Input> valid ->
          computed(() -> preview(asked.run(), moments.get(), valid.value()));
    };
  }

  private Reply preview(RunId run, Beliefs.Moments moments, SteerCampaign.Input input) {
    if (input.change().isPresent() && moments.sites().isPresent()) {
      return sites(run, moments.sites().get(), input.change().get());
    }
    if (input.search().isPresent() && moments.search().isPresent()) {
      return search(run, moments.search().get(), input.search().get());
    }
    return Reply.not(
        Trouble.of(
            409,
            "Not now",
            "%s has no campaign that takes this; change is for one over sites, search for one over conditions"
                .formatted(run)));
  }

  private Reply sites(RunId run, CampaignMoment moment, Steering change) {
    return moment
        .objection(change)
        .map(ExperimentRoutes::refused)
        .orElseGet(
            () ->
                PREVIEWED.show(
                    new Previewed(
                        run,
                        Optional.of(
                            new OtherSites(
                                beliefs.of(run, moment).withoutMaps(),
                                CampaignBelief.of(moment.under(change, beliefs.spectra(run))))),
                        Optional.empty())));
  }

  private Reply search(RunId run, SearchMoment moment, SearchSteering change) {
    return moment
        .objection(change)
        .map(ExperimentRoutes::refused)
        .orElseGet(
            () ->
                PREVIEWED.show(
                    new Previewed(
                        run,
                        Optional.empty(),
                        Optional.of(
                            new OtherSearch(
                                beliefs.of(run, moment).withoutSlices(),
                                SearchBelief.of(moment.under(change)))))));
  }

  private static Reply refused(Problem problem) {
    return Reply.not(Trouble.of(422, "Refused", List.of(problem)));
  }
}
