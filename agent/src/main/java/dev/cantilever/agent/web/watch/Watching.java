package dev.cantilever.agent.web.watch;

import dev.cantilever.agent.web.Outlet;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** All who watch, and the feeds of the runs that they watch. */
public final class Watching implements AutoCloseable {

  private static final int MOST_FEEDS = 64;
  private static final long HEARTBEAT_MILLIS = 15_000;

  private final Home home;
  private final Semaphore places;
  private final long heartbeatMillis;
  private final Map<RunId, Feed> feeds = new HashMap<>();
  private final ExecutorService reading =
      Executors.newFixedThreadPool(
          2,
          Thread.ofPlatform()
              .daemon()
              .priority(Thread.MIN_PRIORITY)
              .name("cantilever-web-backlog-", 0)
              .factory());

  /** Nobody yet, and at most so many. */
  public Watching(Home home, int most) {
    this(home, most, HEARTBEAT_MILLIS);
  }

  Watching(Home home, int most, long heartbeatMillis) {
    this.home = home;
    this.places = new Semaphore(most);
    this.heartbeatMillis = heartbeatMillis;
  }

  /**
   * A stream of what comes after entry {@code seen}; empty where there is no place left.
   *
   * @param seen the last entry that the other side has; empty for none
   */
  public Optional<Reply> watch(RunId run, Optional<Long> seen) {
    return places.availablePermits() > 0
        ? Optional.of(new Reply.Stream(outlet -> follow(run, seen, outlet)))
        : Optional.empty();
  }

  private void follow(RunId run, Optional<Long> seen, Outlet outlet) throws IOException {
    if (!places.tryAcquire()) {
      throw new IOException("the last place was taken meanwhile");
    }
    try {
      Place place = join(run, outlet);
      Watcher watcher = place.joined().watcher();
      try {
        outlet.write(AgentEvents.greeting());
        long from = seen.map(last -> last + 1).orElse(0L);
        backlog(place.feed(), run, from, place.joined().from(), outlet);
        watcher.follow(heartbeatMillis);
      } finally {
        place.feed().leave(watcher);
      }
    } finally {
      places.release();
    }
  }

  private record Place(Feed feed, Feed.Joined joined) {}

  private synchronized Place join(RunId run, Outlet outlet) throws IOException {
    Feed known = feeds.get(run);
    Optional<Feed.Joined> joined = known == null ? Optional.empty() : known.join(outlet);
    if (joined.isPresent()) {
      return new Place(known, joined.get());
    }
    feeds.values().removeIf(Feed::isOver);
    if (feeds.size() >= MOST_FEEDS) {
      throw new IOException("too many runs are watched");
    }
    Feed feed = new Feed(home, run);
    Place place = new Place(feed, feed.join(outlet).orElseThrow());
    feeds.put(run, feed);
    Thread.ofPlatform()
        .daemon()
        .priority(Thread.MIN_PRIORITY) // nobody who watches slows down what he watches
        .name("cantilever-web-" + run)
        .start(feed);
    return place;
  }

  /** What was written before somebody came, from the file; others read at the same time. */
  private void backlog(Feed feed, RunId run, long from, long before, Outlet outlet)
      throws IOException {
    if (from >= before) {
      return;
    }
    try (Tail tail = home.tail(run)) {
      for (long at = from; at < before; at += Feed.pageSize()) {
        long start = at;
        outlet.write(reading.submit(() -> feed.page(tail, start, before)).get());
      }
    } catch (ExecutionException unreadable) {
      throw new IOException("the journal cannot be read", unreadable);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void close() {
    feeds.values().forEach(Feed::close);
    reading.shutdownNow();
  }
}
