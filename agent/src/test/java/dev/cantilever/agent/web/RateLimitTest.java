package dev.cantilever.agent.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {

  private final AtomicLong now = new AtomicLong();
  private final RateLimit limit = new RateLimit(new Limits.Rate(3, 0.5), now::get);

  @Test
  void soManyAtOnceAndThenOneInTwoSeconds() {
    for (int i = 0; i < 3; i++) {
      assertThat(limit.take("a")).isZero();
    }
    assertThat(limit.take("a")).isEqualTo(2);
    assertThat(limit.take("b")).as("somebody else").isZero();
    now.addAndGet(1_000_000_000L);
    assertThat(limit.take("a")).isEqualTo(1);
    now.addAndGet(1_000_000_000L);
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isEqualTo(2);
  }

  @Test
  void whoWaitsLongGetsNoMoreThanAtFirst() {
    assertThat(limit.take("a")).isZero();
    now.addAndGet(3_600_000_000_000L);
    for (int i = 0; i < 3; i++) {
      assertThat(limit.take("a")).isZero();
    }
    assertThat(limit.take("a")).isPositive();
  }
}
