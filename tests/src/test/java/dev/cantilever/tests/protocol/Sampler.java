package dev.cantilever.tests.protocol;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Looks at a number from a thread of its own and keeps the greatest. */
final class Sampler implements AutoCloseable {

  private static final long PERIOD_NANOS = 100_000_000L;

  private final LongSupplier number;
  private volatile long most;
  private volatile boolean ends;

  Sampler(LongSupplier number) {
    this.number = number;
    this.most = number.getAsLong();
    Thread.ofPlatform().daemon().name("sampler").start(this::look);
  }

  private void look() {
    while (!ends) {
      most = Math.max(most, number.getAsLong());
      LockSupport.parkNanos(PERIOD_NANOS);
    }
  }

  long most() {
    return most;
  }

  @Override
  public void close() {
    ends = true;
  }
}
