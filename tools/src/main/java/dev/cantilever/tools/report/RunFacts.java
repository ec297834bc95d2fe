package dev.cantilever.tools.report;

import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.campaign.CampaignSummary;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.tools.search.SearchSummary;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.RunId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A run in numbers.
 *
 * @param status {@code completed}, {@code stopped}, {@code failed} or {@code unfinished}
 * @param pool number of sites or of conditions; 0 where there was no campaign
 * @param topFivePercentFound share of the best twentieth of all sites that was measured, where the
 *     truth is known
 * @param iterationMillisMedian median time to work out a batch
 * @param instrumentSeconds time that the instrument took
 * @param refused calls refused in this run
 */
public record RunFacts(
    RunId run,
    String status,
    int measured,
    int pool,
    Optional<Double> topFivePercentFound,
    Optional<Double> iterationMillisMedian,
    double instrumentSeconds,
    long refused) {

  /** Of a run, with the truth behind it where that is known. */
  public static RunFacts of(RunId id, RunState run, Optional<Truth> truth) {
    Optional<SearchState> search = SearchState.of(run.search());
    if (search.isPresent()) {
      return ofSearch(id, run, search.get());
    }
    Optional<CampaignState> campaign = CampaignState.of(run.campaign());
    return new RunFacts(
        id,
        run.ended().map(end -> word(end.status())).orElse("unfinished"),
        campaign.map(c -> c.measured().size()).orElse(0),
        campaign.map(c -> c.started().sites().size()).orElse(0),
        campaign.flatMap(c -> truth.map(t -> t.topShareFound(c.measured()))),
        medianMillis(run.proposalTimes()),
        campaign.map(c -> CampaignSummary.of(c, run).instrumentTime().seconds()).orElse(0.0)
            + verbs(run),
        run.refused());
  }

  /** Instrument time of the verbs that were called one by one. */
  private static double verbs(RunState run) {
    return run.calls().stream()
        .filter(call -> VerbTool.isVerb(call.tool()) && call.result().isPresent())
        .mapToDouble(call -> VerbTool.readOutput(call.result().get()).duration().seconds())
        .sum();
  }

  private static RunFacts ofSearch(RunId id, RunState run, SearchState search) {
    int entries = search.offer().entries().size();
    return new RunFacts(
        id,
        run.ended().map(end -> word(end.status())).orElse("unfinished"),
        search.observed().size(),
        entries > 0 ? entries : search.specification().points(),
        Optional.empty(),
        medianMillis(run.proposalTimes()),
        SearchSummary.of(search, run).instrumentTime().seconds(),
        run.refused());
  }

  private static String word(RunStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Double> medianMillis(List<Duration> times) {
    if (times.isEmpty()) {
      return Optional.empty();
    }
    List<Double> sorted = times.stream().map(t -> t.toNanos() / 1e6).sorted().toList();
    int middle = sorted.size() / 2;
    double median =
        sorted.size() % 2 == 1
            ? sorted.get(middle)
            : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    return Optional.of(median);
  }
}
