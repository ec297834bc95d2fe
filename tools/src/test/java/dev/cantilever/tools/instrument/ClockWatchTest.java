package dev.cantilever.tools.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.GuardInput;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockWatchTest {

  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong awake = new AtomicLong(-7 * SECOND);
  private final AtomicLong boot = new AtomicLong(90 * SECOND);
  private final AtomicLong wall = new AtomicLong(1_700_000_000L * SECOND);
  private final ClockWatch watch = new ClockWatch(awake::get, boot::get, wall::get);

  private void passes(long seconds) {
    awake.addAndGet(seconds * SECOND);
    boot.addAndGet(seconds * SECOND);
    wall.addAndGet(seconds * SECOND);
  }

  @Test
  void nothingIsSaidWhileTimePasses() {
    assertThat(watch.look()).isEmpty();
    passes(100_000);
    assertThat(watch.look()).isEmpty();
  }

  @Test
  void aMachineThatSleptHoldsOnce() {
    boot.addAndGet(3600 * SECOND);
    wall.addAndGet(3600 * SECOND);
    assertThat(watch.look())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.severity()).isEqualTo(Severity.HOLD);
              assertThat(one.words()).contains("slept for 3600 s");
            });
    passes(1);
    assertThat(watch.look()).isEmpty();
  }

  @Test
  void aClockThatWasSetIsOnlySaidWhicheverWay() {
    for (long hour : new long[] {3600, -3600}) {
      wall.addAndGet(hour * SECOND);
      assertThat(watch.look())
          .extracting(GuardInput.Wrong::severity)
          .containsExactly(Severity.WARN);
    }
    wall.addAndGet(4 * SECOND);
    assertThat(watch.look()).isEmpty();
  }

  @Test
  void theClocksOfThisMachineAgree() throws InterruptedException {
    ClockWatch here = ClockWatch.ofThisMachine();
    Thread.sleep(50);
    assertThat(here.look()).isEmpty();
  }
}
