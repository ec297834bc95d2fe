package dev.cantilever.agent.web.api;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.journal.JournalFailure;
import dev.cantilever.tools.plan.CheckedPlans;
import dev.cantilever.tools.plan.Instruments;
import dev.cantilever.tools.plan.NotApproved;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Runs that this server has begun, each in a thread of its own, one at a time on an instrument. */
final class RunningPlans implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  private final Installation installation;
  private final Consumer<String> log;
  private final Map<InstrumentId, CompletableFuture<RunId>> taken = new HashMap<>();
  private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

  RunningPlans(Installation installation, Consumer<String> log) {
    this.installation = installation;
    this.log = log;
  }

  /** What came of wanting to run a plan. */
  sealed interface Start {

    /** It runs. */
    record Begun(RunId run) implements Start {}

    /** Another run has an instrument of it. */
    record Taken(InstrumentId instrument) implements Start {}

    /** Nobody, or not everybody who is asked, has said yes. */
    record NotYet(Problem problem) implements Start {}

    /** It could not begin; the server's log says more. */
    record Broken() implements Start {}
  }

  /** An instrument of this plan that another run has here. */
  Optional<InstrumentId> taken(Plan plan) {
    synchronized (taken) {
      return Instruments.of(plan).stream().filter(taken::containsKey).findFirst();
    }
  }

  /** Runs a plan that {@code person} has just approved by asking for it. */
  Start start(CheckedPlans.Checked checked, Actor person) {
    List<InstrumentId> instruments = Instruments.of(checked.plan());
    CompletableFuture<RunId> begun = new CompletableFuture<>();
    synchronized (taken) {
      Optional<InstrumentId> busy = taken(checked.plan());
      if (busy.isPresent()) {
        return new Start.Taken(busy.get());
      }
      instruments.forEach(id -> taken.put(id, begun));
    }
    threads.removeIf(thread -> !thread.isAlive());
    threads.add(
        Thread.ofPlatform()
            .name("cantilever-run")
            .start(() -> run(checked, person, begun, instruments)));
    return awaited(begun);
  }

  private static Start awaited(CompletableFuture<RunId> begun) {
    try {
      return new Start.Begun(begun.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException broken) {
      return broken.getCause() instanceof NotApproved no
          ? new Start.NotYet(no.problem())
          : new Start.Broken();
    } catch (TimeoutException late) {
      return new Start.Broken();
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return new Start.Broken();
    }
  }

  private void run(
      CheckedPlans.Checked checked,
      Actor person,
      CompletableFuture<RunId> begun,
      List<InstrumentId> instruments) {
    try {
      installation.runner(state -> {}).start(checked.plan(), checked.by(), person, begun::complete);
    } catch (NotApproved no) {
      begun.completeExceptionally(no);
    } catch (RuntimeException failure) {
      begun.completeExceptionally(failure);
      log.accept("a run failed: " + failure);
    } finally {
      synchronized (taken) {
        instruments.forEach(id -> taken.remove(id, begun));
      }
    }
  }

  /** The run that has an instrument here, if one has. */
  Optional<RunId> on(InstrumentId instrument) {
    synchronized (taken) {
      return Optional.ofNullable(taken.get(instrument))
          .filter(begun -> begun.isDone() && !begun.isCompletedExceptionally())
          .map(CompletableFuture::join);
    }
  }

  /** Whatever still runs is asked to end before its next step, and waited for. */
  @Override
  public void close() {
    List<RunId> runs;
    synchronized (taken) {
      runs = taken.keySet().stream().flatMap(id -> on(id).stream()).distinct().toList();
    }
    runs.forEach(this::end);
    long end = System.nanoTime() + LONGEST_END.toNanos();
    for (Thread thread : threads) {
      join(thread, Duration.ofNanos(end - System.nanoTime()));
    }
  }

  private void end(RunId run) {
    try {
      installation.home().requestStop(run, "the server was ended");
    } catch (JournalFailure sealed) {
      // it came to its end meanwhile
    }
  }

  private static void join(Thread thread, Duration atMost) {
    try {
      thread.join(atMost.isNegative() ? Duration.ZERO : atMost);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
