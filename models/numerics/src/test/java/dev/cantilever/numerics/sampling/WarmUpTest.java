package dev.cantilever.numerics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  private static List<Integer> windowEnds(int warmUp) {
    MetricWindows windows = new MetricWindows(warmUp, 1);
    List<Integer> ends = new ArrayList<>();
    for (int t = 0; t < warmUp; t++) {
      if (windows.endsWindow(t, new double[] {t})) {
        ends.add(t + 1);
        windows.update(new double[1]);
      }
    }
    return ends;
  }

  /** The schedule of Carpenter et al. 2017: 75, then 25, 50, 100 …, then 50 transitions. */
  @Test
  void windowsDoubleAndTheLastOneReachesToTheFinalStretch() {
    assertThat(windowEnds(1_000)).containsExactly(100, 150, 250, 450, 950);
    assertThat(windowEnds(500)).containsExactly(100, 150, 250, 450);
    assertThat(windowEnds(150)).containsExactly(100);
    assertThat(windowEnds(100)).containsExactly(90);
    assertThat(windowEnds(20)).containsExactly(18);
  }

  @Test
  void metricIsTheVarianceOfOneWindowDrawnTowardsASmallGuess() {
    MetricWindows windows = new MetricWindows(150, 1);
    for (int t = 0; t < 100; t++) {
      windows.endsWindow(t, new double[] {t < 75 ? 1e9 : t % 2});
    }
    double[] inverseMetric = {1};
    windows.update(inverseMetric);
    // 25 draws, 12 zeros and 13 ones, of variance 0.26; guess 0.001 with the weight of 5 draws
    assertThat(inverseMetric[0]).isCloseTo((25 * 0.26 + 5e-3) / 30, within(1e-12));
  }

  @Test
  void stepSizeSettlesWhereTheAcceptanceIsTheTarget() {
    StepSize stepSize = new StepSize(0.8);
    stepSize.restart(100);
    RandomStream stream = RandomStream.of(1, "noise");
    for (int t = 0; t < 1_000; t++) {
      double noise = 0.2 * (stream.nextDouble() - 0.5);
      stepSize.learn(StrictMath.exp(-stepSize.trial()) + noise);
    }
    assertThat(StrictMath.exp(-stepSize.average())).isCloseTo(0.8, within(0.02));
  }

  @Test
  void withALearntMetricScalesDoNotLengthenTheTrajectories() {
    SamplerSettings settings = SamplerSettings.of(500, 500);
    LogDensity density = Targets.correlated(0, 1e-2, 1, 1e2);
    Draws draws =
        new BlockSampler(settings).draw(density, Start.at(1, 2, 3), RandomStream.of(1, "scales"));
    // without the metric a trajectory over 1e4 of the shortest scale takes a thousand steps
    assertThat(draws.gradients()).isLessThan(60_000);
    assertThat(draws.cutShort()).isZero();
    assertThat(draws.stepSize(0)).isBetween(0.4, 1.5);
  }
}
