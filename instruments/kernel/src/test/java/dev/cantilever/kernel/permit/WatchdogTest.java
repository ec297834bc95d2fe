package dev.cantilever.kernel.permit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.InstrumentState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On real threads; waits for what must come, for ten seconds at most. */
@Timeout(30)
class WatchdogTest {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Busy driver = new Busy();
  private final Gate gate =
      new Gate(
          driver, new EnvelopeStatus.Loaded(Examples.envelope(), "sha256:0"), System::nanoTime);

  /** Counts what the threads ask of it, and breaks when told. */
  private static final class Busy extends LedgerDriver {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicInteger tried = new AtomicInteger();
    private volatile boolean broken;
    private volatile boolean jammed;

    @Override
    public InstrumentState watch() {
      looks.incrementAndGet();
      return super.watch();
    }

    @Override
    public InstrumentDescription describe() {
      if (broken) {
        throw new IllegalStateException("no reply");
      }
      return super.describe();
    }

    @Override
    public void stop() {
      tried.incrementAndGet();
      if (jammed) {
        throw new IllegalStateException("no reply");
      }
    }
  }

  private static boolean comes(BooleanSupplier what) {
    long start = System.nanoTime();
    while (!what.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        return false;
      }
      LockSupport.parkNanos(1_000_000);
    }
    return true;
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("cantilever-(interlocks|watchdog|stops)"))
        .toList();
  }

  @Test
  void looksAgainAndAgainAlsoAfterALookThatBroke() {
    try (Watchdog watchdog = Watchdog.over(gate)) {
      assertThat(watchdog).isNotNull();
      assertThat(comes(() -> driver.looks.get() > 2)).isTrue();
      driver.broken = true;
      int before = driver.looks.get();
      assertThat(comes(() -> driver.looks.get() > before + 2)).isTrue();
    }
  }

  @Test
  void triesAStopThatFailedAgainUntilItRests() {
    driver.jammed = true;
    gate.stop("smoke");
    try (Watchdog watchdog = Watchdog.over(gate)) {
      assertThat(watchdog).isNotNull();
      assertThat(comes(() -> driver.tried.get() > 3)).isTrue();
      driver.jammed = false;
      int before = driver.tried.get();
      assertThat(comes(() -> driver.tried.get() > before)).isTrue();
    }
  }

  /** Whoever stops from another process writes it down; nobody here commands anything meanwhile. */
  @Test
  void heedsAStopThatIsWrittenDownElsewhere() {
    Notes record = new Notes();
    Gate closed =
        new Gate(
            driver,
            new EnvelopeStatus.Loaded(Examples.envelope(), "sha256:0"),
            System::nanoTime,
            record);
    try (Watchdog watchdog = Watchdog.over(closed)) {
      assertThat(watchdog).isNotNull();
      assertThat(driver.tried.get()).isZero();
      record.standing = Optional.of("smoke");
      assertThat(comes(() -> driver.tried.get() > 0)).isTrue();
      assertThat(closed.stopped()).contains("smoke");
      int once = driver.tried.get();
      int before = driver.looks.get();
      assertThat(comes(() -> driver.looks.get() > before + 5)).isTrue();
      assertThat(driver.tried.get()).as("told once").isEqualTo(once);
    }
  }

  /** Every 10 ms at most; a machine under load only makes it rarer. */
  @Test
  void leavesTheInstrumentAloneInBetween() {
    long start = System.nanoTime();
    try (Watchdog watchdog = Watchdog.over(gate)) {
      assertThat(watchdog).isNotNull();
      assertThat(comes(() -> driver.looks.get() >= 10)).isTrue();
    }
    assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(45));
  }

  @Test
  void itsThreadsKeepNoProgramAliveAndEndWithIt() {
    List<Thread> others = threads();
    List<Thread> own;
    try (Watchdog watchdog = Watchdog.over(gate)) {
      assertThat(watchdog).isNotNull();
      own = threads().stream().filter(thread -> !others.contains(thread)).toList();
      assertThat(own)
          .extracting(Thread::getName)
          .containsExactlyInAnyOrder(
              "cantilever-interlocks", "cantilever-watchdog", "cantilever-stops");
      assertThat(own).allMatch(Thread::isDaemon);
    }
    assertThat(comes(() -> own.stream().noneMatch(Thread::isAlive))).isTrue();
  }
}
