package dev.cantilever.agent.web.watch;

import dev.cantilever.agent.web.Outlet;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.vocabulary.id.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * What is new in the journal of one run, for all who watch it. One step of a run is several entries
 * in a few milliseconds; they go out together, ten chunks a second at most, and with them goes
 * where the run stands.
 */
final class Feed implements Runnable {

  private static final int PAGE = 500;
  private static final long LOOK_NANOS = 10_000_000L;

  /** How long a new entry waits for others that belong to it. */
  private static final long TOGETHER_NANOS = 15_000_000L;

  private final Home home;
  private final RunId run;
  private final AgentEvents events;
  private final Progress progress;
  private final List<Watcher> watchers = new ArrayList<>();
  private long next;
  private boolean over;

  Feed(Home home, RunId run) {
    this.home = home;
    this.run = run;
    this.events = new AgentEvents(run.value());
    this.progress = new Progress(run.value());
    try (Tail tail = home.tail(run)) {
      List<Entry> page = tail.from(next, PAGE);
      while (!page.isEmpty()) {
        takeIn(page);
        page = tail.from(next, PAGE);
      }
    }
  }

  private void takeIn(List<Entry> entries) {
    entries.forEach(progress::takeIn);
    next = entries.getLast().seq() + 1;
  }

  /** Somebody who is told what comes from entry {@code from} on; the ones before are the file's. */
  record Joined(Watcher watcher, long from) {}

  /** One more; empty where the feed is over. */
  synchronized Optional<Joined> join(Outlet outlet) {
    if (over) {
      return Optional.empty();
    }
    Watcher watcher = new Watcher(outlet);
    watcher.offer(AgentEvents.snapshot(progress.json()));
    watchers.add(watcher);
    return Optional.of(new Joined(watcher, next));
  }

  synchronized void leave(Watcher watcher) {
    watchers.remove(watcher);
  }

  /** Ends where nobody watches any more; whoever comes later gets a new feed. */
  synchronized boolean endWhenLonely() {
    over = over || watchers.isEmpty();
    return over;
  }

  synchronized boolean isOver() {
    return over;
  }

  synchronized void close() {
    over = true;
    watchers.forEach(Watcher::end);
    watchers.clear();
  }

  @Override
  public void run() {
    Pace pace = new Pace(System.nanoTime());
    try (Tail tail = home.tail(run)) {
      while (!endWhenLonely()) {
        boolean sealed = tail.isSealed(); // asked first: a sealed journal has all its entries
        if (!tail.from(next, 1).isEmpty()) {
          LockSupport.parkNanos(TOGETHER_NANOS);
          tell(tail.from(next, PAGE));
          pace.sent();
        } else if (sealed && progress.hasEnded()) {
          close();
        }
        LockSupport.parkNanos(Math.max(LOOK_NANOS, pace.nanosToWait(System.nanoTime())));
      }
    } catch (JournalFailure unreadable) {
      close(); // whoever comes again is told why
    }
  }

  private synchronized void tell(List<Entry> fresh) {
    takeIn(fresh);
    byte[] entries = events.of(fresh);
    byte[] state = AgentEvents.snapshot(progress.json());
    byte[] chunk = new byte[entries.length + state.length];
    System.arraycopy(entries, 0, chunk, 0, entries.length);
    System.arraycopy(state, 0, chunk, entries.length, state.length);
    watchers.removeIf(watcher -> !watcher.offer(chunk));
  }

  /** Entries that were there before. */
  byte[] page(Tail tail, long from, long before) {
    List<Entry> page = tail.from(from, (int) Math.min(PAGE, before - from));
    return events.of(page);
  }

  static int pageSize() {
    return PAGE;
  }
}
