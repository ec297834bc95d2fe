package dev.cantilever.agent.web;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.journal.JournalFailure;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Where requests are worked on: platform threads, few of each kind, so that neither a long
 * computation nor a thousand watchers keep anybody from stopping an instrument.
 */
public final class Lanes implements AutoCloseable {

  private static final long LONGEST_END_SECONDS = 5;

  private final Map<Route.Lane, Pool> pools = new EnumMap<>(Route.Lane.class);

  private record Pool(ThreadPoolExecutor threads, long patienceSeconds) {}

  public Lanes() {
    pools.put(Route.Lane.LOOKING, pool("looks", 4, 512, 30));
    pools.put(Route.Lane.CALLING, pool("calls", 2, 32, 600));
    pools.put(Route.Lane.STOPPING, pool("stops", 2, 256, 10));
  }

  private static Pool pool(String name, int threads, int waiting, long patience) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(waiting),
            task -> {
              Thread thread = new Thread(task, "cantilever-web-" + name);
              thread.setDaemon(true);
              return thread;
            });
    executor.prestartAllCoreThreads();
    return new Pool(executor, patience);
  }

  /** The answer, or why there is none yet. */
  public Reply answer(Route route, Asked asked) {
    Pool pool = pools.get(route.lane());
    try {
      Future<Reply> answer = pool.threads().submit(() -> route.handler().answer(asked));
      return answer.get(pool.patienceSeconds(), TimeUnit.SECONDS);
    } catch (RejectedExecutionException full) {
      return Reply.not(Trouble.busy());
    } catch (TimeoutException late) {
      return Reply.not(
          Trouble.of(504, "Not done yet", "it goes on; the log will tell what came of it"));
    } catch (ExecutionException broken) {
      return answered(broken.getCause());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Reply.not(Trouble.busy());
    }
  }

  /** What an instrument or the desk has said itself is no defect; its words may hold a path. */
  private static Reply answered(Throwable cause) {
    return switch (cause) {
      case ConnectionFailure held ->
          Reply.not(
              Trouble.of(
                  409,
                  "Not now",
                  "an instrument is in use or not connected; GET /api/state tells what has it"));
      case JournalFailure unwritable ->
          Reply.not(Trouble.of(503, "Busy", "a journal cannot be read or written now"));
      default -> throw new BrokenHandler(cause);
    };
  }

  /** A defect of ours; its text is for the server's own log. */
  public static final class BrokenHandler extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokenHandler(Throwable cause) {
      super(cause);
    }
  }

  @Override
  public void close() {
    pools.values().forEach(pool -> pool.threads().shutdownNow());
    pools.values().forEach(pool -> Lanes.end(pool.threads()));
  }

  /** What is under way is not left behind half done. */
  private static void end(ThreadPoolExecutor threads) {
    try {
      threads.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
