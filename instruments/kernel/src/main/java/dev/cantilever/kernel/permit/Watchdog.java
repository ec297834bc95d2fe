package dev.cantilever.kernel.permit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Three threads of its own over one gate: one reads interlocks and, where that returns, hears the
 * driver; one lets time pass, so that a driver which answers no more is missed; one looks whether a
 * stop was written down elsewhere. The first two need neither the runner nor a planner nor a disk.
 */
public final class Watchdog implements AutoCloseable {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private volatile boolean ends;

  private Watchdog() {}

  /** Watches from now on. */
  public static Watchdog over(Gate gate) {
    Watchdog watchdog = new Watchdog();
    watchdog.thread("interlocks", gate::look).start();
    watchdog.thread("watchdog", gate::tick).start();
    watchdog.thread("stops", gate::heed).start();
    return watchdog;
  }

  private Thread thread(String name, Runnable task) {
    Thread thread = new Thread(() -> repeat(task), "cantilever-" + name);
    thread.setDaemon(true);
    return thread;
  }

  private void repeat(Runnable task) {
    while (!ends) {
      try {
        task.run();
      } catch (RuntimeException broken) {
        // the watch must not end with one look; a driver that is not heard is missed
      }
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  /** Its threads end within their period. */
  @Override
  public void close() {
    ends = true;
  }
}
