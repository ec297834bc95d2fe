package dev.cantilever.tools.campaign;

import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Finished;
import dev.cantilever.vocabulary.event.CampaignEvent.Masked;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.event.CampaignEvent.Started;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A campaign as far as its events tell.
 *
 * @param started how it began
 * @param batches proposals so far, in order
 * @param measured observations so far, in order
 * @param masked sites that gave nothing usable
 * @param queue sites proposed and neither measured nor masked, in order
 * @param finished how it ended, once it has
 */
public record CampaignState(
    Started started,
    List<BatchProposed> batches,
    List<Measured> measured,
    List<Masked> masked,
    List<Integer> queue,
    Optional<Finished> finished) {

  public CampaignState {
    batches = List.copyOf(batches);
    measured = List.copyOf(measured);
    masked = List.copyOf(masked);
    queue = List.copyOf(queue);
  }

  /** The fold of a run's campaign events; empty where no campaign began. */
  public static Optional<CampaignState> of(List<CampaignEvent> events) {
    Started started = null;
    List<BatchProposed> batches = new ArrayList<>();
    List<Measured> measured = new ArrayList<>();
    List<Masked> masked = new ArrayList<>();
    Deque<Integer> queue = new ArrayDeque<>();
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
          queue.removeFirstOccurrence(one.site());
        }
        case Finished last -> finished = last;
      }
    }
    Optional<Finished> end = Optional.ofNullable(finished);
    return Optional.ofNullable(started)
        .map(first -> new CampaignState(first, batches, measured, masked, List.copyOf(queue), end));
  }

  public CampaignSpecification specification() {
    return CampaignSpecification.read(started.specification());
  }

  /** How many sites were measured or masked. */
  public int done() {
    return measured.size() + masked.size();
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
