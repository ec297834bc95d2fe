package dev.cantilever.tests.load;

import dev.cantilever.drivers.care.ForwardingDriver;
import dev.cantilever.kernel.permit.Permit;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.Verb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Gives its readings at the ticks of a clock of its own, ten a second, as a scanner does, and notes
 * how long after each the next command came: by then the reading is on disk, the campaign has taken
 * it in and chosen the next site. The notes lie beside the profile when it is closed; beside them
 * stands each time when it came to rest because it was told to.
 */
final class PacedDriver extends ForwardingDriver {

  static final String NOTES = "loop.txt";
  static final String RESTS = "rests.txt";

  private static final long PERIOD_NANOS = 100_000_000L;

  private final Driver inner;
  private final Path folder;
  private final List<Long> loop = new ArrayList<>();
  private long due;
  private boolean pending;
  private volatile Thread measuring;
  private volatile boolean stopped;

  PacedDriver(Driver inner, Path folder) {
    super(inner);
    this.inner = inner;
    this.folder = folder;
  }

  @Override
  public Outcome execute(Permit permit) {
    long now = System.nanoTime();
    if (pending) {
      loop.add(now - due);
      pending = false;
    }
    measuring = Thread.currentThread();
    stopped = false;
    if (permit.verb() == Verb.SPM_LOOP) {
      due = nextTick(now);
      while (!stopped && System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      pending = true;
    }
    Outcome outcome = inner.execute(permit);
    measuring = null;
    if (stopped) {
      rests();
    }
    return outcome;
  }

  private long nextTick(long now) {
    long first = due == 0 ? now : due;
    return first + Math.max(1, Math.ceilDiv(now - first, PERIOD_NANOS)) * PERIOD_NANOS;
  }

  /** Breaks a measurement off; the permit of one that has not begun is void by then. */
  @Override
  public void stop() {
    inner.stop();
    stopped = true;
    Thread busy = measuring;
    if (busy == null) {
      rests();
    } else {
      LockSupport.unpark(busy);
    }
  }

  private void rests() {
    write(RESTS, List.of(Instant.now().toString()));
  }

  private void write(String file, List<String> lines) {
    try {
      Files.write(
          folder.resolve(file), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    inner.close();
    if (!loop.isEmpty()) {
      write(NOTES, loop.stream().map(String::valueOf).toList());
    }
  }
}
