package dev.cantilever.drivers.scpi;

import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.concurrent.locks.LockSupport;

/** An instant of the monotonic clock by which something must have ended. */
record Deadline(long atNanos) {

  static Deadline within(TimeSpan span) {
    return new Deadline(System.nanoTime() + Math.round(span.seconds() * 1e9));
  }

  /** The earlier of this one and so long from now. */
  Deadline atMost(TimeSpan span) {
    Deadline other = within(span);
    return other.atNanos - atNanos < 0 ? other : this;
  }

  /** Zero once it has passed. */
  long remainingNanos() {
    return Math.max(0, atNanos - System.nanoTime());
  }

  boolean hasPassed() {
    return remainingNanos() == 0;
  }

  /** Waits so long, but not beyond this. */
  void pause(TimeSpan span) {
    Deadline end = atMost(span);
    while (!end.hasPassed() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(end.remainingNanos());
    }
  }
}
