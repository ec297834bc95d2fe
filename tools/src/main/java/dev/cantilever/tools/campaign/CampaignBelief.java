package dev.cantilever.tools.campaign;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.search.Proposal;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a campaign believes at a moment and where it goes next: computed from its events alone, for
 * reports and pages.
 *
 * @param points how many were measured
 * @param waiting sites that are measured before anything is chosen again, in order
 * @param iteration number of the batch that is chosen next
 * @param next its sites, in order; none where the campaign ends
 * @param acquisitionFunction what ranks the sites
 * @param method in the words of the specification
 * @param words why the first of them
 * @param choices numbers behind each of them; none of the initial design
 * @param maps what is believed of every site; empty where nothing was measured
 * @param end why nothing more is chosen
 * @param asJournalled whether the batch is that of the journal, bit for bit; empty where the
 *     journal has none for this moment
 */
public record CampaignBelief(
    int points,
    List<Integer> waiting,
    int iteration,
    List<Integer> next,
    AcquisitionFunction acquisitionFunction,
    String method,
    String words,
    List<Explanation.ChoiceNumbers> choices,
    Optional<Maps> maps,
    Optional<String> end,
    Optional<Boolean> asJournalled) {

  public CampaignBelief {
    waiting = List.copyOf(waiting);
    next = List.copyOf(next);
    choices = List.copyOf(choices);
  }

  /**
   * All sites, in the unit of the reward.
   *
   * @param mean of the posterior
   * @param deviation its standard deviation, without noise
   * @param open sites that may be chosen, in rising order
   * @param values of the acquisition function, one for each open site; in standard deviations of
   *     the rewards, or their logarithm
   * @param warnings of the surrogate
   */
  public record Maps(
      Series mean, Series deviation, List<Integer> open, Series values, List<String> warnings) {

    public Maps {
      open = List.copyOf(open);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Of a moment.
   *
   * @throws dev.cantilever.numerics.linalg.NotPositiveDefinite where no surrogate fits the data
   */
  public static CampaignBelief of(CampaignMoment moment) {
    return of(moment.state(), moment.chosen());
  }

  /** Of a state from which nothing was chosen yet. */
  public static CampaignBelief of(CampaignState state) {
    return of(state, Optional.empty());
  }

  /** The same in fewer numbers. */
  public CampaignBelief withoutMaps() {
    return new CampaignBelief(
        points,
        waiting,
        iteration,
        next,
        acquisitionFunction,
        method,
        words,
        choices,
        Optional.empty(),
        end,
        asJournalled);
  }

  private static CampaignBelief of(CampaignState state, Optional<BatchProposed> chosen) {
    CampaignState ahead = state.ahead();
    Decider decider = new Decider(state.started().sites());
    return switch (decider.decide(ahead)) {
      case Decision.Propose propose -> next(decider, state, propose, chosen);
      case Decision.Finish finish -> ended(decider, state, finish.reason());
      case Decision.Measure measure -> throw new IllegalStateException("nothing waits");
      case Decision.Revalue revalue -> ended(decider, state, "rewards are being valued anew");
    };
  }

  private static CampaignBelief next(
      Decider decider,
      CampaignState state,
      Decision.Propose propose,
      Optional<BatchProposed> chosen) {
    CampaignState ahead = state.ahead();
    if (ahead.measured().isEmpty()) {
      BatchProposed batch = decider.propose(ahead, propose);
      return belief(state, batch, Optional.empty(), Optional.empty(), same(batch, chosen));
    }
    Proposal proposal = decider.proposal(ahead, propose);
    BatchProposed batch = decider.batch(ahead, propose, proposal);
    Maps maps = maps(proposal, decider.ranking(ahead, propose, proposal));
    return belief(state, batch, Optional.of(maps), Optional.empty(), same(batch, chosen));
  }

  private static Optional<Boolean> same(BatchProposed batch, Optional<BatchProposed> chosen) {
    return chosen.map(batch::equals);
  }

  /** What is believed in the end, though nothing more is chosen. */
  private static CampaignBelief ended(Decider decider, CampaignState state, String reason) {
    CampaignState ahead = state.ahead();
    int iteration = ahead.batches().size();
    BatchProposed none =
        new BatchProposed(
            iteration,
            List.of(),
            new Explanation("nothing more is chosen", Optional.empty(), List.of()).json());
    Optional<Maps> maps = Optional.empty();
    if (!ahead.measured().isEmpty()) {
      Decision.Propose one = new Decision.Propose(iteration, 1);
      Proposal proposal = decider.proposal(ahead, one);
      maps = Optional.of(maps(proposal, decider.ranking(ahead, one, proposal)));
    }
    return belief(state, none, maps, Optional.of(reason), Optional.empty());
  }

  private static CampaignBelief belief(
      CampaignState state,
      BatchProposed batch,
      Optional<Maps> maps,
      Optional<String> end,
      Optional<Boolean> asJournalled) {
    Explanation why = Explanation.read(batch.why());
    return new CampaignBelief(
        state.measured().size(),
        state.queue(),
        batch.iteration(),
        batch.sites(),
        state.specification().acquisitionFunction(),
        why.method(),
        end.orElseGet(why::firstInWords),
        why.choices(),
        maps,
        end,
        asJournalled);
  }

  private static Maps maps(Proposal proposal, double[] ranking) {
    double[] mean = new double[ranking.length];
    double[] deviation = new double[ranking.length];
    List<Integer> open = new ArrayList<>();
    for (int site = 0; site < ranking.length; site++) {
      mean[site] = proposal.standardisation().mean(proposal.posterior().mean(site));
      deviation[site] = proposal.standardisation().deviation(proposal.posterior().deviation(site));
      if (Double.isFinite(ranking[site])) {
        open.add(site);
      }
    }
    double[] values = open.stream().mapToDouble(site -> ranking[site]).toArray();
    return new Maps(
        Series.of(mean),
        Series.of(deviation),
        open,
        Series.of(values),
        proposal.learned().warnings());
  }
}
