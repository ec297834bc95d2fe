package dev.cantilever.drivers.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlausibilityTest {

  /** Continuous noise never piles up, counts thin out; a rail does neither. */
  @Test
  void aRailIsFoundInFramesWithAThousandthOfTheirPixelsAtItAndNowhereElse() {
    Random random = new Random(1);
    int found = 0;
    int mistaken = 0;
    for (int frame = 0; frame < 1000; frame++) {
      double[] values = random.doubles(4096).map(value -> value + 0.1).toArray();
      double[] counts =
          random.doubles(4096).map(value -> Math.floor(-20 * Math.log(value))).toArray();
      mistaken += Plausibility.isAtRail(values) || Plausibility.isAtRail(counts) ? 1 : 0;
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double rail = sorted[4096 - 5];
      found +=
          Plausibility.isAtRail(Arrays.stream(values).map(value -> Math.min(value, rail)).toArray())
              ? 1
              : 0;
    }
    System.out.printf(
        "saturation: %d of 1000 frames with 5 of 4096 pixels at the rail found, %d false%n",
        found, mistaken);
    assertThat(found).isGreaterThanOrEqualTo(990);
    assertThat(mistaken).isLessThanOrEqualTo(1);
  }
}
