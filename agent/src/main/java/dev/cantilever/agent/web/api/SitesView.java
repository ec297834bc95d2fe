package dev.cantilever.agent.web.api;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.reward.Reward;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.event.CampaignEvent.Revalued;
import dev.cantilever.vocabulary.event.CampaignEvent.Steered;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A campaign over sites as a page draws it. */
final class SitesView {

  private final CampaignState state;
  private final int from;
  private final Map<Integer, Integer> kept = new HashMap<>();
  private final Map<Integer, Integer> iterations = new HashMap<>();
  private final List<Point> points = new ArrayList<>();
  private final List<Batch> batches = new ArrayList<>();
  private final List<Change> course = new ArrayList<>();
  private int total;
  private int revalued;

  private SitesView(CampaignState state, int from) {
    this.state = state;
    this.from = from;
    for (int i = 0; i < state.measured().size(); i++) {
      kept.put(state.measured().get(i).site(), i);
    }
  }

  /**
   * One measured point; its place follows from the grid.
   *
   * @param reward absent where it gives none for what is wanted now
   * @param best largest reward so far
   * @param iteration of the batch that chose it; absent where a person did
   */
  public record Point(
      int site, Optional<Double> reward, Optional<Double> best, Optional<Integer> iteration) {}

  /**
   * Sites that were chosen at once.
   *
   * @param after how many points were measured before
   */
  public record Batch(int iteration, List<Integer> sites, int after) {

    public Batch {
      sites = List.copyOf(sites);
    }
  }

  /**
   * A change of the course.
   *
   * @param by the call that asked for it
   * @param after how many points were measured before
   */
  public record Change(String by, JsonText change, int after) {}

  /** A site that is not measured, and why. */
  public record Shut(int site, String reason) {}

  /**
   * The campaign.
   *
   * @param unit of the reward; empty where it has none
   * @param definition of the reward, exactly
   * @param wanted number of points in all
   * @param approved most that may be wanted
   * @param from number of the first of {@code points} and of the batches that came after them
   * @param total how many points there are
   * @param revision is another as soon as points before have other rewards
   * @param avoided sites that are left out
   * @param waiting sites that are measured next, in order
   * @param end why it is over
   */
  public record Sites(
      InstrumentId instrument,
      SiteGrid grid,
      String unit,
      Reward reward,
      String definition,
      AcquisitionFunction acquisitionFunction,
      int wanted,
      int approved,
      int from,
      int total,
      int revision,
      List<Point> points,
      List<Batch> batches,
      List<Change> course,
      List<Shut> masked,
      List<Integer> avoided,
      List<Integer> waiting,
      Optional<Integer> bestSite,
      Optional<String> end) {

    public Sites {
      points = List.copyOf(points);
      batches = List.copyOf(batches);
      course = List.copyOf(course);
      masked = List.copyOf(masked);
      avoided = List.copyOf(avoided);
      waiting = List.copyOf(waiting);
    }
  }

  /** Of a campaign; points before {@code from} are left out. */
  static Sites of(List<CampaignEvent> events, CampaignState state, String unit, int from) {
    SitesView view = new SitesView(state, from);
    double[] best = state.bestSoFar();
    events.forEach(event -> view.take(event, best));
    return view.sites(unit);
  }

  private void take(CampaignEvent event, double[] best) {
    switch (event) {
      case BatchProposed batch -> {
        batch.sites().forEach(site -> iterations.putIfAbsent(site, batch.iteration()));
        if (total >= from) {
          batches.add(new Batch(batch.iteration(), batch.sites(), total));
        }
      }
      case Measured one -> {
        if (total >= from) {
          points.add(point(one, best));
        }
        total++;
      }
      case Steered steered -> course.add(new Change(steered.by(), steered.change(), total));
      case Revalued one -> revalued++;
      case CampaignEvent.Started first -> {}
      case CampaignEvent.Masked masked -> {}
      case CampaignEvent.Finished last -> {}
    }
  }

  private Point point(Measured one, double[] best) {
    Optional<Integer> place = Optional.ofNullable(kept.get(one.site()));
    return new Point(
        one.site(),
        place.map(i -> state.measured().get(i).reward()),
        place.map(i -> best[i]),
        Optional.ofNullable(iterations.get(one.site())));
  }

  private Sites sites(String unit) {
    return new Sites(
        state.specification().instrument(),
        state.started().sites(),
        unit,
        state.specification().reward(),
        state.specification().reward().inWords(),
        state.specification().acquisitionFunction(),
        state.specification().points(),
        state.approvedPoints(),
        from,
        total,
        revalued + total - state.measured().size(),
        points,
        batches,
        course,
        state.masked().stream().map(one -> new Shut(one.site(), one.reason())).toList(),
        state.avoided().stream().sorted().toList(),
        state.queue(),
        state.best().map(Measured::site),
        state.finished().map(CampaignEvent.Finished::reason));
  }
}
