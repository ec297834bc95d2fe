package dev.cantilever.agent.web.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000;

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
