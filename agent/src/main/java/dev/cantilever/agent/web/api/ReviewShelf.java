package dev.cantilever.agent.web.api;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.review.Reviewed;
import dev.cantilever.tools.run.EventCodec;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.id.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Runs that somebody looks through. The last few are kept, and read on from where they were. */
final class ReviewShelf {

  private static final int MOST = 8;

  private final Home home;
  private final Catalogue catalogue;
  private final Map<RunId, Reviewed> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<RunId, Reviewed> eldest) {
          return size() > MOST;
        }
      };

  ReviewShelf(Home home, Catalogue catalogue) {
    this.home = home;
    this.catalogue = catalogue;
  }

  /** What a look at a run yields; empty where there is no such run, or none that can be read. */
  <T> Optional<T> look(RunId run, BiFunction<Reviewed, Tail, T> looking) {
    if (!home.exists(run)) {
      return Optional.empty();
    }
    Reviewed reviewed = kept(run);
    synchronized (reviewed) {
      try (Tail tail = home.tail(run)) {
        reviewed.readOn(tail);
        return Optional.of(looking.apply(reviewed, tail));
      } catch (JournalFailure | EventCodec.UnreadableEvent unreadable) {
        forget(run);
        return Optional.empty();
      }
    }
  }

  private Reviewed kept(RunId run) {
    synchronized (kept) {
      return kept.computeIfAbsent(run, id -> new Reviewed(catalogue));
    }
  }

  private void forget(RunId run) {
    synchronized (kept) {
      kept.remove(run);
    }
  }
}
