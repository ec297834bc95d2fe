package dev.cantilever.tools.instrument.node;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Commands that run once at most under their key: a key that comes again is answered, not run; one
 * that was asked about before it came is void, since whoever asked goes on as if it never will.
 */
final class Once {

  /** So many keys are known here; older ones by the instrument's own record alone. */
  private static final int REMEMBERED = 10_000;

  private static final Deed VOID = new Deed(Optional.empty(), Optional.empty());

  private final Gate gate;
  private final ReentrantLock instrument;
  private final Map<CommandKey, Deed> deeds = bounded();
  private final Map<String, Long> stops = bounded();

  /**
   * What is known of a key.
   *
   * @param command empty where it never came
   * @param running its end, until that is there: then the instrument's record knows
   */
  private record Deed(Optional<Command> command, Optional<CompletableFuture<Verdict>> running) {}

  Once(Gate gate, ReentrantLock instrument) {
    this.gate = gate;
    this.instrument = instrument;
  }

  private static <K, V> Map<K, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }

  /** A stop was asked for; nothing that was sent before it is begun any more. */
  synchronized void stopped(Stamp stamp) {
    stops.merge(stamp.session(), stamp.stops(), Math::max);
  }

  private synchronized boolean isOverdue(Stamp stamp) {
    return stops.getOrDefault(stamp.session(), 0L) > stamp.stops();
  }

  /** Runs a command, or says what became of it when it came before. */
  Verdict run(CommandKey key, Command command, Stamp stamp) {
    CompletableFuture<Verdict> end = new CompletableFuture<>();
    Deed known = known(key, new Deed(Optional.of(command), Optional.of(end)));
    if (known == null) {
      try {
        end.complete(alone(key, command, stamp));
      } finally {
        end.complete(new Verdict.Acted(new Outcome.Unknown("the instrument's side broke")));
        ended(key, command);
      }
      return end.join();
    }
    if (known.command().isEmpty()) {
      return failed("it came after it was given up, and was not begun");
    }
    if (!known.command().get().equals(command)) {
      return failed("another command has this key, and this one was not begun");
    }
    return known.running().map(CompletableFuture::join).orElseGet(() -> recorded(key));
  }

  private synchronized Deed known(CommandKey key, Deed otherwise) {
    return deeds.putIfAbsent(key, otherwise);
  }

  private synchronized void ended(CommandKey key, Command command) {
    deeds.put(key, new Deed(Optional.of(command), Optional.empty()));
  }

  /** A key that this process does not know may stand in the instrument's record. */
  private Verdict alone(CommandKey key, Command command, Stamp stamp) {
    instrument.lock();
    try {
      if (isOverdue(stamp)) {
        return failed("a stop overtook it, and it was not begun");
      }
      return gate.recall(key) instanceof Recollection.NeverArrived
          ? gate.execute(key, command)
          : recorded(key);
    } finally {
      instrument.unlock();
    }
  }

  private Verdict recorded(CommandKey key) {
    instrument.lock();
    try {
      return switch (gate.recall(key)) {
        case Recollection.NeverArrived never -> failed("it was not done");
        case Recollection.Done done ->
            new Verdict.Acted(new Outcome.Completed(done.reading(), done.duration()));
        case Recollection.CannotTell lost -> new Verdict.Acted(new Outcome.Unknown(lost.reason()));
      };
    } finally {
      instrument.unlock();
    }
  }

  private static Verdict failed(String reason) {
    return new Verdict.Acted(new Outcome.Failed(reason));
  }

  /**
   * What became of a command; one that has not come never will from now on.
   *
   * @return empty while it is running
   */
  Optional<Recollection> recall(CommandKey key, long patienceMillis) {
    Deed known = known(key, VOID);
    if (known != null && known.running().filter(end -> !isDone(end, patienceMillis)).isPresent()) {
      return Optional.empty();
    }
    instrument.lock();
    try {
      return Optional.of(gate.recall(key));
    } finally {
      instrument.unlock();
    }
  }

  private static boolean isDone(CompletableFuture<Verdict> end, long patienceMillis) {
    return end.copy()
        .thenApply(verdict -> true)
        .completeOnTimeout(false, patienceMillis, TimeUnit.MILLISECONDS)
        .join();
  }
}
