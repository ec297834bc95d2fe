package dev.cantilever.agent.web.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000;

  @Test
  void afterOneTooManyThereIsOneWaitAndNoneFromThenOn() {
    Pace pace = new Pace(0);
    pace.sent();
    assertThat(pace.nanosToWait(0)).isZero();
    pace.sent(); // what belonged to the first, but came too late for it
    assertThat(pace.nanosToWait(10 * MILLI)).isBetween(189 * MILLI, 191 * MILLI);
    for (long now = 201; now < 10_000; now += 100) {
      assertThat(pace.nanosToWait(now * MILLI)).isZero();
      pace.sent();
    }
  }

  @Test
  void noMoreThanTenASecondGoInTheLongRun() {
    Pace pace = new Pace(0);
    long now = 0;
    int sent = 0;
    while (now < 100_000 * MILLI) {
      long wait = pace.nanosToWait(now);
      if (wait == 0) {
        pace.sent();
        sent++;
      }
      now += Math.max(MILLI, wait);
    }
    assertThat(sent).isBetween(990, 1_002);
  }
}
