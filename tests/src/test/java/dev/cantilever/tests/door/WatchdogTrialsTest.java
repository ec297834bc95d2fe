package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.fault.Fault;
import dev.cantilever.drivers.fault.FaultScript;
import dev.cantilever.drivers.fault.FaultyDriver;
import dev.cantilever.kernel.interlock.Cause;
import dev.cantilever.kernel.interlock.GuardInput;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.permit.Watchdog;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.tests.figures.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the moment at which something is wrong to the stop at the driver, with a command in it. */
class WatchdogTrialsTest {

  private static final int TRIALS = 200;

  /** Below the silence that holds, so that whoever is heard between two steps is not missed. */
  private static final long STEP_NANOS = 900_000_000L;

  private static final int STEPS = 6;
  private static final double GREATEST_MILLIS = 2_000;
  private static final Bench BENCH = Bench.library();

  @TempDir private Path directory;
  private Driver twin;
  private int call;

  @BeforeEach
  void connects() {
    twin = BENCH.connect(directory);
  }

  @AfterEach
  void closes() {
    twin.close();
  }

  /** What goes wrong; answers when, as {@link System#nanoTime} says. */
  @FunctionalInterface
  private interface Mishap {
    long happens(Gate gate, Counting driver, AtomicLong jumped);
  }

  @Test
  void anInterlockThatGoesBadWhileACommandRunsStopsIt() throws Exception {
    double[] millis = trials("interlock of stage x", WatchdogTrialsTest::interlockGoesBad);
    report("door-4a", "interlock goes bad", millis);
  }

  @Test
  void aRunnerThatIsHeardNoMoreIsStopped() throws Exception {
    double[] millis = trials("heartbeat of the runner", WatchdogTrialsTest::runnerFreezes);
    report("door-4b", "runner frozen for 5 s", millis);
  }

  @Test
  void aDriverThatIsHeardNoMoreIsStopped() throws Exception {
    double[] millis = trials("heartbeat of the driver", WatchdogTrialsTest::driverFreezes);
    report("door-4c", "driver frozen for 5 s", millis);
  }

  private static long interlockGoesBad(Gate gate, Counting driver, AtomicLong jumped) {
    long then = System.nanoTime();
    driver.seen = WatchdogTrialsTest::withoutSample;
    return then;
  }

  private static long runnerFreezes(Gate gate, Counting driver, AtomicLong jumped) {
    long then = System.nanoTime();
    jumped.addAndGet(STEPS * STEP_NANOS);
    return then;
  }

  private static long driverFreezes(Gate gate, Counting driver, AtomicLong jumped) {
    CountDownLatch frozen = new CountDownLatch(1);
    driver.seen =
        state -> {
          frozen.countDown();
          while (driver.stops.get() == 0) {
            LockSupport.parkNanos(1_000_000);
          }
          return state;
        };
    await(frozen);
    long then = 0;
    for (int step = 0; step < STEPS; step++) {
      gate.tell(new GuardInput.RunnerBeat());
      then = System.nanoTime();
      jumped.addAndGet(STEP_NANOS);
    }
    gate.tell(new GuardInput.RunnerBeat());
    return then;
  }

  private static InstrumentState withoutSample(InstrumentState state) {
    List<Readback> readbacks = new ArrayList<>(state.readbacks());
    readbacks.removeIf(one -> one.channel() == BENCH.watched().channel());
    readbacks.add(Readback.fresh(BENCH.watched().channel(), 2));
    return new InstrumentState(
        state.position(),
        state.elapsed(),
        state.loops(),
        state.quality(),
        state.device(),
        state.probe(),
        state.beam(),
        readbacks);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException end) {
      throw new AssertionError(end);
    }
  }

  private double[] trials(String cause, Mishap mishap) throws Exception {
    double[] millis = new double[TRIALS];
    for (int i = 0; i < TRIALS; i++) {
      millis[i] = trial(cause, mishap);
    }
    Arrays.sort(millis);
    return millis;
  }

  private double trial(String cause, Mishap mishap) throws Exception {
    AtomicLong jumped = new AtomicLong();
    FaultyDriver frozen = new FaultyDriver(twin, FaultScript.of(Fault.FREEZE, 1, 0));
    Counting driver = new Counting(frozen);
    Gate gate =
        BENCH.gate(driver, () -> System.nanoTime() + jumped.get(), List.of(BENCH.watched()));
    gate.tell(new GuardInput.Armed(gate.proves()));
    driver.stops.set(0);
    try (Watchdog watchdog = Watchdog.over(gate)) {
      assertThat(watchdog).isNotNull();
      int number = ++call;
      CompletableFuture<Verdict> running =
          CompletableFuture.supplyAsync(() -> gate.execute(Bench.key(number), BENCH.measure()));
      while (driver.reached.isEmpty()) {
        LockSupport.parkNanos(100_000);
      }
      long then = mishap.happens(gate, driver, jumped);
      while (driver.stops.get() == 0 && System.nanoTime() - then < 2_000_000_000L) {
        LockSupport.parkNanos(100_000);
      }
      assertThat(driver.stops.get()).isPositive();
      assertThat(gate.guard().causes()).extracting(Cause::name).contains(cause);
      frozen.thaw();
      assertThat(running.get(10, TimeUnit.SECONDS))
          .isInstanceOfSatisfying(
              Verdict.Acted.class,
              acted -> assertThat(acted.outcome()).isInstanceOf(Outcome.Failed.class));
      return (driver.stoppedNanos - then) / 1e6;
    }
  }

  private static void report(String figure, String what, double[] sorted) {
    double p99 = sorted[(int) Math.ceil(0.99 * TRIALS) - 1];
    System.out.printf(
        "%s, %d trials: stop at the driver after p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
        what, TRIALS, sorted[TRIALS / 2], p99, sorted[TRIALS - 1]);
    String words = "until the driver is stopped, 99th of 100, %d trials: ".formatted(TRIALS) + what;
    Figures.atMost(figure, words, p99, "ms", 50, "-");
    String longest = words.replace("99th of 100", "longest");
    Figures.atMost(figure + "-max", longest, sorted[TRIALS - 1], "ms", 250, "-");
    assertThat(sorted[TRIALS - 1]).isLessThanOrEqualTo(GREATEST_MILLIS);
  }
}
