package dev.cantilever.tools.campaign;

import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Finished;
import dev.cantilever.vocabulary.event.CampaignEvent.Masked;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.event.CampaignEvent.Revalued;
import dev.cantilever.vocabulary.event.CampaignEvent.Started;
import dev.cantilever.vocabulary.event.CampaignEvent.Steered;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A campaign as far as its events tell.
 *
 * @param started how it began
 * @param batches proposals so far, in order
 * @param measured observations so far, in order
 * @param masked sites that gave nothing usable
 * @param queue sites proposed and neither measured nor masked, in order
 * @param course how it was steered, in order
 * @param stale measured sites whose reward is another since the course was changed
 * @param finished how it ended, once it has
 */
public record CampaignState(
    Started started,
    List<BatchProposed> batches,
    List<Measured> measured,
    List<Masked> masked,
    List<Integer> queue,
    List<Steering> course,
    List<Integer> stale,
    Optional<Finished> finished) {

  public CampaignState {
    batches = List.copyOf(batches);
    measured = List.copyOf(measured);
    masked = List.copyOf(masked);
    queue = List.copyOf(queue);
    course = List.copyOf(course);
    stale = List.copyOf(stale);
  }

  /** The fold of a run's campaign events; empty where no campaign began. */
  public static Optional<CampaignState> of(List<CampaignEvent> events) {
    Started started = null;
    List<BatchProposed> batches = new ArrayList<>();
    List<Measured> measured = new ArrayList<>();
    List<Masked> masked = new ArrayList<>();
    Deque<Integer> queue = new ArrayDeque<>();
    List<Steering> course = new ArrayList<>();
    List<Integer> stale = new ArrayList<>();
    Finished finished = null;
    for (CampaignEvent event : events) {
      switch (event) {
        case Started first -> started = first;
        case BatchProposed batch -> {
          batches.add(batch);
          queue.addAll(batch.sites());
        }
        case Measured one -> {
          measured.add(one);
          queue.removeFirstOccurrence(one.site());
        }
        case Masked one -> {
          masked.add(one);
          measured.removeIf(before -> before.site() == one.site());
          stale.remove((Integer) one.site());
          queue.removeFirstOccurrence(one.site());
        }
        case Steered steered -> {
          Steering change = Steering.Written.read(steered.change());
          course.add(change);
          turn(queue, change, started.sites());
          measured.forEach(one -> queue.remove(one.site()));
          masked.forEach(one -> queue.remove(one.site()));
          if (change instanceof Steering.Want) {
            stale.clear();
            measured.forEach(one -> stale.add(one.site()));
          }
        }
        case Revalued other -> {
          measured.replaceAll(one -> one.site() == other.site() ? worth(one, other.reward()) : one);
          stale.remove((Integer) other.site());
        }
        case Finished last -> finished = last;
      }
    }
    Optional<Finished> end = Optional.ofNullable(finished);
    return Optional.ofNullable(started)
        .map(
            first ->
                new CampaignState(
                    first, batches, measured, masked, List.copyOf(queue), course, stale, end));
  }

  private static void turn(Deque<Integer> queue, Steering change, SiteGrid sites) {
    switch (change) {
      case Steering.Avoid avoid -> queue.removeAll(Course.inside(avoid, sites));
      case Steering.Visit visit ->
          visit
              .sites()
              .reversed()
              .forEach(
                  site -> {
                    queue.remove(site);
                    queue.addFirst(site);
                  });
      case Steering.Rank rank -> {}
      case Steering.Want want -> {}
      case Steering.Spend spend -> {}
      case Steering.Vote vote -> {}
    }
  }

  private static Measured worth(Measured one, double reward) {
    return new Measured(one.site(), one.call(), one.blob(), reward);
  }

  /**
   * What a measured site is worth since something else is wanted: a new reward, or nothing usable.
   *
   * @param spectra of the data store, by hash
   */
  CampaignEvent revalued(int site, Function<String, Optional<Spectrum>> spectra) {
    Measured before = measured.stream().filter(one -> one.site() == site).findFirst().orElseThrow();
    double reward =
        spectra.apply(before.blob()).map(specification().reward()::value).orElse(Double.NaN);
    return Double.isFinite(reward)
        ? new Revalued(site, reward)
        : new Masked(
            site, Optional.of(before.call()), "its loop gives no value for what is wanted now");
  }

  /** The same where nothing waits: what is chosen already will be done and is no choice more. */
  CampaignState ahead() {
    List<Masked> closed = new ArrayList<>(masked);
    queue.forEach(site -> closed.add(new Masked(site, Optional.empty(), "it waits")));
    return new CampaignState(
        started, batches, measured, closed, List.of(), course, stale, finished);
  }

  /** What a person approved. */
  CampaignSpecification approved() {
    return CampaignSpecification.read(started.specification());
  }

  Course steered() {
    return Course.of(approved(), started.sites(), course);
  }

  /** What holds now. */
  public CampaignSpecification specification() {
    return steered().specification();
  }

  /** How many sites were measured or masked. */
  public int done() {
    return measured.size() + masked.size();
  }

  /** How many points were approved; {@link #specification} tells how many are still wanted. */
  public int approvedPoints() {
    return approved().points();
  }

  /**
   * Symbol of the reward's unit, as the first measured spectrum tells; empty where it has none.
   *
   * @param spectra of the data store, by hash
   */
  public String unit(Function<String, Optional<Spectrum>> spectra) {
    return measured.stream()
        .findFirst()
        .flatMap(one -> spectra.apply(one.blob()))
        .map(specification().reward()::unit)
        .orElse("");
  }

  /** Sites that are left out: by the plan, or since somebody wanted it so. */
  public Set<Integer> avoided() {
    return steered().avoided();
  }

  /** The largest reward after each observation, in order. */
  public double[] bestSoFar() {
    double[] best = new double[measured.size()];
    for (int i = 0; i < best.length; i++) {
      double reward = measured.get(i).reward();
      best[i] = i == 0 ? reward : Math.max(best[i - 1], reward);
    }
    return best;
  }

  /** The observation of largest reward, the first of several. */
  public Optional<Measured> best() {
    Measured best = null;
    for (Measured one : measured) {
      if (best == null || one.reward() > best.reward()) {
        best = one;
      }
    }
    return Optional.ofNullable(best);
  }
}
