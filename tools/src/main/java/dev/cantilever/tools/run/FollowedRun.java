package dev.cantilever.tools.run;

import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.vocabulary.id.CallId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A run at which somebody looks again and again: only what is new is read each time. Holds no file
 * open in between.
 */
public final class FollowedRun {

  private static final int PAGE = 1_000;

  private final Supplier<Tail> journal;
  private final RunState state = new RunState();
  private final Consumer<CallState> ended;
  private final List<CallId> open = new ArrayList<>();
  private int calls;
  private long next;

  /**
   * A run of which nothing was read yet.
   *
   * @param journal opens its entries
   * @param ended is told of each call once, as soon as it has ended
   */
  public FollowedRun(Supplier<Tail> journal, Consumer<CallState> ended) {
    this.journal = journal;
    this.ended = ended;
  }

  /**
   * What {@code look} finds in the run as it is now. Nobody else looks meanwhile; what it keeps
   * must not be the state itself, which grows.
   *
   * @throws dev.cantilever.tools.journal.JournalFailure where it cannot be read
   * @throws EventCodec.UnreadableEvent where it is of another version
   */
  public synchronized <T> T look(Function<RunState, T> look) {
    try (Tail tail = journal.get()) {
      List<Entry> page = tail.from(next, PAGE);
      while (!page.isEmpty()) {
        page.forEach(entry -> RunLog.take(state, entry));
        next = page.getLast().seq() + 1;
        page = page.size() < PAGE ? List.of() : tail.from(next, PAGE);
      }
    }
    count();
    return look.apply(state);
  }

  private void count() {
    List<CallState> all = state.calls();
    all.subList(calls, all.size()).forEach(call -> open.add(call.call()));
    calls = all.size();
    open.removeIf(
        id -> {
          CallState call = state.call(id);
          boolean hasEnded = call.last().isPresent();
          if (hasEnded) {
            ended.accept(call);
          }
          return hasEnded;
        });
  }
}
