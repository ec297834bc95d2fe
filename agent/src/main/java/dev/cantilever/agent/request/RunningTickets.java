package dev.cantilever.agent.request;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.plan.NotApproved;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs of approved plans that this process has begun, each in a thread of its own. */
public final class RunningTickets implements AutoCloseable {

  private static final long LONGEST_END_SECONDS = 10;

  private final Installation installation;
  private final Map<RunId, CompletableFuture<RunOutcome>> running = new ConcurrentHashMap<>();

  public RunningTickets(Installation installation) {
    this.installation = installation;
  }

  /** What came of wanting to begin. */
  public sealed interface Start {

    /**
     * It runs.
     *
     * @param end how it ended, once it has
     */
    record Begun(RunId run, CompletableFuture<RunOutcome> end) implements Start {}

    /** Nothing runs on this ticket now. */
    record Refused(Problem problem) implements Start {}
  }

  /**
   * Begins the plan that a person has approved under this ticket; waits until it has begun.
   *
   * @param listener is told the state of the run after every entry
   */
  public Start start(TicketId ticket, Consumer<RunState> listener) {
    CompletableFuture<RunId> begun = new CompletableFuture<>();
    CompletableFuture<RunOutcome> end = new CompletableFuture<>();
    Thread.ofPlatform().name("cantilever-run").start(() -> run(ticket, listener, begun, end));
    try {
      return new Start.Begun(begun.join(), end);
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof NotApproved refused) {
        return new Start.Refused(refused.problem());
      }
      throw failure;
    }
  }

  private void run(
      TicketId ticket,
      Consumer<RunState> listener,
      CompletableFuture<RunId> begun,
      CompletableFuture<RunOutcome> end) {
    try {
      RunOutcome outcome =
          installation
              .runner(listener)
              .start(
                  ticket,
                  run -> {
                    running.put(run, end);
                    begun.complete(run);
                  });
      end.complete(outcome);
    } catch (RuntimeException failure) {
      begun.completeExceptionally(failure);
      end.completeExceptionally(failure);
    } finally {
      running.values().removeIf(one -> one == end);
    }
  }

  /** Asks a run to end before its next step. */
  public void stop(RunId run, String reason) {
    installation.home().requestStop(run, reason);
  }

  /** Whatever still runs is asked to end, and waited for as long as it takes to come to rest. */
  @Override
  public void close() {
    running.keySet().forEach(run -> stop(run, "the program that began it was ended"));
    CompletableFuture<Void> all =
        CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new));
    all.completeOnTimeout(null, LONGEST_END_SECONDS, TimeUnit.SECONDS)
        .exceptionally(failure -> null)
        .join();
  }
}
