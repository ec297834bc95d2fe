package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.List;
import java.util.Optional;

/** The life of a campaign: the decisions and the observations from which its state is folded. */
public sealed interface CampaignEvent extends Event {

  /**
   * It began.
   *
   * @param call the call that started it
   * @param specification canonical arguments of that call
   * @param sites the pool; with the specification the whole of what decides its numbers
   */
  record Started(CallId call, JsonText specification, SiteGrid sites) implements CampaignEvent {}

  /**
   * The next sites to measure, in order.
   *
   * @param iteration 0 for the initial design, then 1, 2, …
   * @param sites numbers of the sites
   * @param why what led to them, with every number: recomputed bit for bit by a replay
   */
  record BatchProposed(int iteration, List<Integer> sites, JsonText why) implements CampaignEvent {

    public BatchProposed {
      sites = List.copyOf(sites);
    }
  }

  /**
   * An observation entered the data.
   *
   * @param site number of the site
   * @param call the acquisition of data that it rests on
   * @param blob content hash of the spectrum
   * @param reward the scalar that the surrogate sees, recomputed bit for bit by a replay
   */
  record Measured(int site, CallId call, String blob, double reward) implements CampaignEvent {}

  /**
   * A site gave nothing usable; it is masked, not imputed.
   *
   * @param call the acquisition of data that gave nothing, if it came so far
   */
  record Masked(int site, Optional<CallId> call, String reason) implements CampaignEvent {}

  /**
   * Its course was changed while it ran, as somebody had asked.
   *
   * @param by the call that asked for it, and where
   * @param change what
   */
  record Steered(String by, JsonText change) implements CampaignEvent {}

  /** What was measured at a site is worth something else since the reward was changed. */
  record Revalued(int site, double reward) implements CampaignEvent {}

  /** It is over. */
  record Finished(String reason) implements CampaignEvent {}
}
