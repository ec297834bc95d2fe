package dev.cantilever.drivers.ising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Whether estimates agree with what they estimate. */
final class Agreement {

  private Agreement() {}

  /** Within four of its standard errors. */
  static void assertAgrees(String what, Estimate estimate, double exact) {
    assertThat(estimate.standardError()).as("standard error of " + what).isPositive();
    assertThat(estimate.value())
        .as("%s, standard error %s", what, estimate.standardError())
        .isCloseTo(exact, within(4 * estimate.standardError()));
  }
}
