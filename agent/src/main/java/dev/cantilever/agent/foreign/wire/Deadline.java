package dev.cantilever.agent.foreign.wire;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Until when, by the machine's own running time, and whether somebody wants us to stop earlier.
 *
 * @param stopped is asked a few times a second
 */
public record Deadline(long endNanos, BooleanSupplier stopped) {

  private static final long SLICE_MILLIS = 100;

  /** So long from now. */
  public static Deadline in(Duration time, BooleanSupplier stopped) {
    return new Deadline(System.nanoTime() + time.toNanos(), stopped);
  }

  /** What is left; not less than nothing. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  /** The next of a queue, once there is one. */
  <T> T next(BlockingQueue<T> queue) throws BrokenWire {
    try {
      while (true) {
        long left = Math.min(SLICE_MILLIS, left().toMillis());
        T one = queue.poll(left, TimeUnit.MILLISECONDS);
        if (one != null) {
          return one;
        }
        if (stopped.getAsBoolean()) {
          throw new BrokenWire(BrokenWire.Reason.STOPPED);
        }
        if (left().isZero()) {
          throw new BrokenWire(BrokenWire.Reason.SILENT);
        }
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BrokenWire(BrokenWire.Reason.STOPPED);
    }
  }
}
