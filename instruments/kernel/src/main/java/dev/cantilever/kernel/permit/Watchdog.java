package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.interlock.GuardInput;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Two threads of its own over one gate: one reads interlocks and, where that returns, hears the
 * driver; the other lets time pass, so that a driver which answers no more is missed. Needs neither
 * the runner nor a planner nor a disk.
 */
public final class Watchdog implements AutoCloseable {

  private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final List<Thread> threads;
  private volatile boolean ends;

  private Watchdog(Gate gate) {
    Runnable look = gate::look;
    Runnable tick = () -> gate.tell(new GuardInput.Tick());
    threads = List.of(thread("interlocks", look), thread("watchdog", tick));
  }

  /** Watches from now on. */
  public static Watchdog over(Gate gate) {
    Watchdog watchdog = new Watchdog(gate);
    watchdog.threads.forEach(Thread::start);
    return watchdog;
  }

  private Thread thread(String name, Runnable task) {
    Thread thread = new Thread(() -> repeat(task), "cantilever-" + name);
    thread.setDaemon(true);
    return thread;
  }

  private void repeat(Runnable task) {
    while (!ends) {
      task.run();
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  @Override
  public void close() {
    ends = true;
    threads.forEach(LockSupport::unpark);
  }
}
