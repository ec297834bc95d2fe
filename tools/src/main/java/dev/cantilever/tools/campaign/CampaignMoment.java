package dev.cantilever.tools.campaign;

import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.event.CampaignEvent.Started;
import dev.cantilever.vocabulary.event.CampaignEvent.Steered;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A campaign at some moment of its life.
 *
 * @param events all before it
 * @param chosen the batch that was chosen from what was known then, where one was
 */
public record CampaignMoment(List<CampaignEvent> events, Optional<BatchProposed> chosen) {

  public CampaignMoment {
    events = List.copyOf(events);
    if (events.stream().noneMatch(Started.class::isInstance)) {
      throw new IllegalArgumentException("a campaign that has not begun has no moments");
    }
  }

  /** With everything that has happened; empty where no campaign began. */
  public static Optional<CampaignMoment> last(List<CampaignEvent> events) {
    return events.isEmpty()
        ? Optional.empty()
        : Optional.of(new CampaignMoment(events, Optional.empty()));
  }

  /**
   * After so many measured points, or after all where there are fewer: before the last batch that
   * was chosen until the next point, else before that point. Empty where no campaign began.
   */
  public static Optional<CampaignMoment> after(List<CampaignEvent> events, int points) {
    int measured = 0;
    int batch = -1;
    int end = 0;
    for (; end < events.size(); end++) {
      if (events.get(end) instanceof Measured) {
        if (measured == points) {
          break;
        }
        measured++;
        batch = -1;
      }
      batch = events.get(end) instanceof BatchProposed ? end : batch;
    }
    if (end == 0) {
      return Optional.empty();
    }
    return Optional.of(
        batch < 0
            ? new CampaignMoment(events.subList(0, end), Optional.empty())
            : new CampaignMoment(
                events.subList(0, batch), Optional.of((BatchProposed) events.get(batch))));
  }

  /** As far as its events tell. */
  public CampaignState state() {
    return CampaignState.of(events).orElseThrow();
  }

  /** Why it cannot take another course; empty where it can. */
  public Optional<Problem> objection(Steering change) {
    return SteerCampaign.problem(change, state());
  }

  /**
   * The same under another course. Nothing is written anywhere.
   *
   * @param spectra of the data store, by hash
   */
  public CampaignMoment under(Steering change, Function<String, Optional<Spectrum>> spectra) {
    List<CampaignEvent> then = new ArrayList<>(events);
    then.add(new Steered("nobody", new Steering.Written(change).json()));
    CampaignState state = CampaignState.of(then).orElseThrow();
    state.stale().forEach(site -> then.add(state.revalued(site, spectra)));
    return new CampaignMoment(then, Optional.empty());
  }
}
