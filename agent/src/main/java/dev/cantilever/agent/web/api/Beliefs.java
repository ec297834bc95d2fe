package dev.cantilever.agent.web.api;

import dev.cantilever.tools.campaign.CampaignBelief;
import dev.cantilever.tools.campaign.CampaignMoment;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.SpectrumBlob;
import dev.cantilever.tools.search.SearchBelief;
import dev.cantilever.tools.search.SearchMoment;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What campaigns believe at moments of theirs. What was computed is kept: events of a run are only
 * ever appended, so that a moment never changes.
 */
final class Beliefs {

  private static final int MOST = 48;
  private static final int MOST_SPECTRA = 4_000;

  private final Home home;
  private final LiveRuns runs;
  private final Map<Key, Record> kept = newest(MOST);
  private final Map<String, Spectrum> spectra = newest(MOST_SPECTRA);

  Beliefs(Home home, LiveRuns runs) {
    this.home = home;
    this.runs = runs;
  }

  /** A moment: how many events were before it, and whether something was chosen then. */
  private record Key(RunId run, int events, boolean isChosen) {}

  /**
   * Where a run stood, as far as a campaign goes; at most one of both is there.
   *
   * @param sites of a campaign over sites
   * @param search of one over conditions
   */
  record Moments(Optional<CampaignMoment> sites, Optional<SearchMoment> search) {}

  /** After so many points, or now where no number is given; empty where there is no such run. */
  Optional<Moments> moments(RunId run, Optional<Integer> points) {
    return runs.look(
        run,
        sight ->
            points
                .map(
                    count ->
                        new Moments(
                            CampaignMoment.after(sight.state().campaign(), count),
                            SearchMoment.after(sight.state().search(), count)))
                .orElseGet(
                    () ->
                        new Moments(
                            CampaignMoment.last(sight.state().campaign()),
                            SearchMoment.last(sight.state().search()))));
  }

  CampaignBelief of(RunId run, CampaignMoment moment) {
    Key key = new Key(run, moment.events().size(), moment.chosen().isPresent());
    return known(key, CampaignBelief.class, () -> CampaignBelief.of(moment));
  }

  SearchBelief of(RunId run, SearchMoment moment) {
    Key key = new Key(run, moment.events().size(), moment.chosen().isPresent());
    return known(key, SearchBelief.class, () -> SearchBelief.of(moment));
  }

  private <T extends Record> T known(Key key, Class<T> type, Supplier<T> work) {
    synchronized (kept) {
      if (kept.containsKey(key)) {
        return type.cast(kept.get(key));
      }
    }
    T belief = work.get();
    synchronized (kept) {
      kept.put(key, belief);
    }
    return belief;
  }

  /** Spectra of a run by their hashes, which say what they are for ever. */
  Function<String, Optional<Spectrum>> spectra(RunId run) {
    return hash -> {
      synchronized (spectra) {
        if (spectra.containsKey(hash)) {
          return Optional.of(spectra.get(hash));
        }
      }
      Optional<Spectrum> read = home.blob(run, hash).map(SpectrumBlob::read);
      synchronized (spectra) {
        read.ifPresent(spectrum -> spectra.put(hash, spectrum));
      }
      return read;
    };
  }

  /** Forgets what was not asked for the longest time. */
  private static <K, V> Map<K, V> newest(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }
}
