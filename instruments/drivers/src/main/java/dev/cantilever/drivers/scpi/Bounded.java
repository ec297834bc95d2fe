package dev.cantilever.drivers.scpi;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls into code whose own time-outs are not trusted. A call that does not return in time is left
 * behind on its thread, which ends with the program.
 */
final class Bounded {

  private Bounded() {}

  static <T> T call(String what, Deadline deadline, Callable<T> code) throws IOException {
    FutureTask<T> task = new FutureTask<>(code);
    start(what, task);
    return result(what, deadline, task);
  }

  /** Begins something that nobody waits for. */
  static void start(String what, Runnable code) {
    Thread thread = new Thread(code, "cantilever-" + what);
    thread.setDaemon(true);
    thread.start();
  }

  private static <T> T result(String what, Deadline deadline, FutureTask<T> task)
      throws IOException {
    try {
      return task.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new IOException("%s took too long".formatted(what), late);
    } catch (ExecutionException failure) {
      throw new IOException("%s failed".formatted(what), failure.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("%s was interrupted".formatted(what), interrupted);
    }
  }
}
