package dev.cantilever.agent.web.api;

import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Asked;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Route.Query;
import dev.cantilever.agent.web.Trouble;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.numerics.reward.Reward;
import dev.cantilever.tools.campaign.CampaignBelief;
import dev.cantilever.tools.campaign.CampaignMoment;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.campaign.Explanation;
import dev.cantilever.tools.dispatch.Aim;
import dev.cantilever.tools.instrument.ReadingSummary;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What was read: at a site of a campaign, and by the verbs of a plan. */
final class ReadingRoutes {

  private static final View<Site> SITE = View.of(Site.class);
  private static final View<Readings> READINGS = View.of(Readings.class);
  private static final int PAGE = 100;

  private final LiveRuns runs;
  private final Beliefs beliefs;

  ReadingRoutes(LiveRuns runs, Beliefs beliefs) {
    this.runs = runs;
    this.beliefs = beliefs;
  }

  /**
   * What was measured at a site.
   *
   * @param number of the point, from 1
   * @param terms of which the reward is the sum
   */
  public record Taken(
      CallId call, int number, double reward, Spectrum spectrum, List<Reward.Contribution> terms) {

    public Taken {
      terms = List.copyOf(terms);
    }
  }

  /** What is or was expected of the reward, in its unit. */
  public record Expected(double mean, double deviation) {}

  /**
   * One site.
   *
   * @param unit of the reward; empty where it has none
   * @param before what was expected when it was chosen, given the batch so far; absent for sites of
   *     the initial design and those that a person chose
   * @param now what is expected at the moment that was asked for; absent before the first point
   */
  public record Site(
      RunId run,
      int site,
      SurfacePoint position,
      String unit,
      Optional<Taken> measured,
      Optional<Expected> before,
      Optional<Expected> now) {}

  /**
   * What one call of a verb has read; arrays lie in the data store under their hashes.
   *
   * @param estimates numbers that the instrument worked out itself
   */
  public record Line(
      CallId call,
      String tool,
      Optional<InstrumentId> instrument,
      double seconds,
      List<ReadingSummary> read,
      List<Reading.Estimate> estimates) {

    public Line {
      read = List.copyOf(read);
      estimates = List.copyOf(estimates);
    }
  }

  /**
   * In the order in which they came.
   *
   * @param next where to go on, if there are more
   */
  public record Readings(RunId run, List<Line> readings, Optional<Integer> next) {

    public Readings {
      readings = List.copyOf(readings);
    }
  }

  List<Route> routes() {
    return List.of(
        look(
            "/api/runs/{run}/sites/{site}",
            Route.Lane.CALLING,
            new Route.Facts(
                "What was measured at a site, its reward term by term, and what was expected.",
                List.of(ExperimentRoutes.POINTS),
                Optional.empty(),
                SITE.gives()),
            this::site),
        look(
            "/api/runs/{run}/readings",
            Route.Lane.LOOKING,
            new Route.Facts(
                "Images, maps and curves that the verbs of a run have read, a hundred calls at most.",
                List.of(
                    new Query(
                        "from",
                        Pattern.compile("[0-9]{1,7}"),
                        "How many to leave out; 0 if not given.")),
                Optional.empty(),
                READINGS.gives()),
            this::readings));
  }

  private static Route look(
      String path, Route.Lane lane, Route.Facts facts, Route.Handler handler) {
    return new Route(Route.Method.GET, path, Access.viewer(Scope.RUNS), lane, facts, handler);
  }

  private Reply site(Asked asked) {
    Optional<CampaignMoment> moment =
        beliefs
            .moments(asked.run(), Optional.of(asked.number("points", Integer.MAX_VALUE)))
            .flatMap(Beliefs.Moments::sites);
    Optional<CampaignMoment> whole =
        beliefs.moments(asked.run(), Optional.empty()).flatMap(Beliefs.Moments::sites);
    if (moment.isEmpty() || whole.isEmpty()) {
      return Reply.not(
          Trouble.notFound("GET /api/runs tells all runs and how many sites they have"));
    }
    int site = Integer.parseInt(asked.part(PathPart.SITE));
    CampaignState state = whole.get().state();
    int pool = state.started().sites().size();
    return site < pool
        ? ExperimentRoutes.computed(
            () -> SITE.show(site(asked.run(), site, state, beliefs.of(asked.run(), moment.get()))))
        : Reply.not(Trouble.notFound("the sites are numbered from 0 to %d".formatted(pool - 1)));
  }

  private Site site(RunId run, int site, CampaignState state, CampaignBelief now) {
    return new Site(
        run,
        site,
        state.started().sites().point(site),
        state.unit(beliefs.spectra(run)),
        taken(run, site, state),
        before(site, state),
        now.maps().map(maps -> new Expected(maps.mean().get(site), maps.deviation().get(site))));
  }

  private Optional<Taken> taken(RunId run, int site, CampaignState state) {
    for (int i = 0; i < state.measured().size(); i++) {
      Measured one = state.measured().get(i);
      if (one.site() == site) {
        int number = i + 1;
        return beliefs
            .spectra(run)
            .apply(one.blob())
            .map(
                spectrum ->
                    new Taken(
                        one.call(),
                        number,
                        one.reward(),
                        spectrum,
                        state.specification().reward().explain(spectrum)));
      }
    }
    return Optional.empty();
  }

  private static Optional<Expected> before(int site, CampaignState state) {
    return state.batches().stream()
        .filter(batch -> batch.sites().contains(site))
        .findFirst()
        .map(BatchProposed::why)
        .map(Explanation::read)
        .flatMap(why -> why.choices().stream().filter(one -> one.site() == site).findFirst())
        .map(one -> new Expected(one.expected(), one.deviation()));
  }

  private Reply readings(Asked asked) {
    int from = asked.number("from", 0);
    return runs.look(asked.run(), sight -> readings(asked.run(), sight, from))
        .map(READINGS::show)
        .orElseGet(() -> Reply.not(RunRoutes.noRun()));
  }

  private static Readings readings(RunId run, LiveRuns.Sight sight, int from) {
    List<Line> lines =
        sight.readings().stream()
            .skip(from)
            .limit(PAGE)
            .map(call -> line(sight.state().call(call)))
            .toList();
    int next = from + lines.size();
    return new Readings(
        run, lines, next < sight.readings().size() ? Optional.of(next) : Optional.empty());
  }

  private static Line line(CallState call) {
    VerbTool.Output output = VerbTool.readOutput(call.result().orElseThrow());
    return new Line(
        call.call(),
        call.tool(),
        call.arguments().flatMap(Aim::of),
        output.duration().seconds(),
        output.read(),
        output.found().map(VerbTool.Found::estimates).orElse(List.of()));
  }
}
