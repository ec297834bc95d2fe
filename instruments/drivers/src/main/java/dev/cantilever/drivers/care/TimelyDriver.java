package dev.cantilever.drivers.care;

import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.CommandKey;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A driver that is waited for no longer than it may take, whatever its own time limits are worth.
 * What comes late is dropped and never delivered to a later call.
 */
public final class TimelyDriver extends ForwardingDriver {

  private final Duration reads;
  private final Duration commands;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "cantilever-driver");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * Around a driver.
   *
   * @param reads the longest time for a reading of the state and for a stop
   * @param commands the longest time for a command
   */
  public TimelyDriver(Driver inner, Duration reads, Duration commands) {
    super(inner);
    this.reads = reads;
    this.commands = commands;
  }

  @Override
  public InstrumentState state() {
    return within(reads, super::state);
  }

  @Override
  public Recollection recall(CommandKey key) {
    return within(reads, () -> super.recall(key));
  }

  @Override
  public Outcome execute(Permit permit) {
    try {
      return within(commands, () -> super.execute(permit));
    } catch (ConnectionFailure late) {
      return new Outcome.Unknown(late.getMessage());
    }
  }

  @Override
  public void stop() {
    within(
        reads,
        () -> {
          super.stop();
          return true;
        });
  }

  private <T> T within(Duration limit, Callable<T> call) {
    Future<T> answer = threads.submit(call);
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new ConnectionFailure("no answer within " + limit.toMillis() + " ms", late);
    } catch (ExecutionException broken) {
      throw broken.getCause() instanceof ConnectionFailure known
          ? known
          : new ConnectionFailure("the driver broke: " + broken.getCause().getMessage(), broken);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new ConnectionFailure("interrupted while waiting for the driver", end);
    }
  }

  @Override
  public void close() {
    threads.shutdown();
    super.close();
  }
}
