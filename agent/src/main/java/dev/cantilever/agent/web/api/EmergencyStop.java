package dev.cantilever.agent.web.api;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Stops. First it is written down for every instrument that nothing moves any more, which the
 * watchdog of whoever controls one heeds within milliseconds, and every run is told to end; then
 * each that nobody controls is brought to rest, none waiting for another. The answer does not wait
 * for an instrument that takes longer.
 */
final class EmergencyStop implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 250;
  private static final long BETWEEN_LINES_NANOS = 1_000_000_000L;

  private final Home home;
  private final Consumer<String> log;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("cantilever-web-stop-", 0).factory());
  private final AtomicLong lastLine = new AtomicLong(System.nanoTime() - BETWEEN_LINES_NANOS);

  EmergencyStop(Home home, Consumer<String> log) {
    this.home = home;
    this.log = log;
  }

  /**
   * What was stopped.
   *
   * @param atRest instruments that were told to stop and did
   * @param held instruments that nobody may move any more, but whose present command ends first or
   *     that take longer to reach; they are brought to rest all the same
   * @param runs that end before their next step
   */
  public record Stopped(
      String reason, List<InstrumentId> atRest, List<InstrumentId> held, List<RunId> runs) {

    public Stopped {
      atRest = List.copyOf(atRest);
      held = List.copyOf(held);
      runs = List.copyOf(runs);
    }
  }

  /** Everything. */
  Stopped all(String reason) {
    List<InstrumentId> instruments = InstrumentRack.names(home.instruments());
    latched(instruments, reason);
    say(reason);
    List<Future<Boolean>> answers = rest(reason, instruments);
    List<RunId> runs =
        home.folders().stream().filter(run -> !home.isSealed(run) && ends(run, reason)).toList();
    return stopped(reason, instruments, answers, runs);
  }

  /** Written down for all at the same time; returns when it is. */
  private void latched(List<InstrumentId> instruments, String reason) {
    List<CompletableFuture<Void>> writing =
        instruments.stream()
            .map(id -> CompletableFuture.runAsync(() -> latch(id, reason), threads))
            .toList();
    writing.forEach(CompletableFuture::join);
  }

  private void latch(InstrumentId id, String reason) {
    InstrumentRack.latch(home.instruments().resolve(id.value()), reason);
  }

  /** One instrument; empty where there is none of that name. */
  Optional<Stopped> instrument(InstrumentId id, String reason) {
    if (!InstrumentRack.names(home.instruments()).contains(id)) {
      return Optional.empty();
    }
    latch(id, reason);
    say(id + ": " + reason);
    return Optional.of(stopped(reason, List.of(id), rest(reason, List.of(id)), List.of()));
  }

  /** One run; empty where it is not running. */
  Optional<Stopped> run(RunId run, String reason) {
    say(run + ": " + reason);
    return ends(run, reason)
        ? Optional.of(new Stopped(reason, List.of(), List.of(), List.of(run)))
        : Optional.empty();
  }

  private boolean ends(RunId run, String reason) {
    try {
      return !home.isSealed(run) && home.requestStop(run, reason);
    } catch (JournalFailure unwritable) {
      return false; // it ended meanwhile, or cannot write down anything it would do either
    }
  }

  private List<Future<Boolean>> rest(String reason, List<InstrumentId> instruments) {
    return instruments.stream().map(id -> threads.submit(() -> rests(id, reason))).toList();
  }

  private static Stopped stopped(
      String reason,
      List<InstrumentId> instruments,
      List<Future<Boolean>> answers,
      List<RunId> runs) {
    List<InstrumentId> atRest = new ArrayList<>();
    List<InstrumentId> held = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    for (int i = 0; i < answers.size(); i++) {
      (isTrueBefore(end, answers.get(i)) ? atRest : held).add(instruments.get(i));
    }
    return new Stopped(reason, atRest, held, runs);
  }

  private static boolean isTrueBefore(long end, Future<Boolean> answer) {
    try {
      return answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean rests(InstrumentId id, String reason) {
    try (InstrumentRack rack = InstrumentRack.withOnly(home.instruments().resolve(id.value()))) {
      return rack.stop(id, reason);
    }
  }

  /** One line a second, however often somebody stops. */
  private void say(String words) {
    long now = System.nanoTime();
    long last = lastLine.get();
    if (now - last >= BETWEEN_LINES_NANOS && lastLine.compareAndSet(last, now)) {
      log.accept("stopped: " + words);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
  }
}
