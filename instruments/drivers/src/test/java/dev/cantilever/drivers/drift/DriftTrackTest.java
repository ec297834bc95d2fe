package dev.cantilever.drivers.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.twin.NormalDraws;
import org.junit.jupiter.api.Test;

class DriftTrackTest {

  private static final DriftRule RULE = DriftRule.typical();

  private static Sighting at(double seconds, double x, double error) {
    return new Sighting(seconds, x, 0, error, error);
  }

  private static DriftTrack track(double[] times, double[] x, double[] errors) {
    DriftTrack track = DriftTrack.from(RULE, at(times[0], x[0], errors[0]));
    for (int i = 1; i < times.length; i++) {
      track = track.with(at(times[i], x[i], errors[i]));
    }
    return track;
  }

  /**
   * References: scipy 1.17.1, norm.isf(1 / (4 · 63 · 86400)) and norm.isf(30 / (4 · 9 · 86400)).
   */
  @Test
  void theIntervalIsThatOfOneFalseAlarmADay() {
    assertThat(RULE.standardErrors()).isCloseTo(5.3421359293727955, within(1e-7));
    assertThat(new DriftRule(30, 10, 1).standardErrors()).isCloseTo(4.27295287758332, within(1e-7));
  }

  /** References: numpy.polyfit with weights 1 / error and unscaled covariance. */
  @Test
  void theEstimateIsTheWeightedStraightLine() {
    DriftEstimate drift =
        track(
                new double[] {0, 10, 25, 40, 70},
                new double[] {0, 1, 2.4, 4.1, 6.8},
                new double[] {0.1, 0.2, 0.1, 0.3, 0.1})
            .estimate()
            .orElseThrow();
    assertThat(drift.speedX()).isCloseTo(0.09723289, within(1e-8));
    assertThat(drift.speedY()).isZero();
    assertThat(drift.error()).isCloseTo(Math.sqrt(3.79399545e-06), within(1e-11));
  }

  /** The recursion S = max(0, S + way − v dt), alarm above h, as Page wrote it. */
  @Test
  void aLimitIsExceededExactlyWhereTheCumulativeSumAlarms() {
    double error = 0.1;
    double h = RULE.standardErrors() * error * Math.sqrt(2);
    int alarms = 0;
    for (int seed = 0; seed < 300; seed++) {
      NormalDraws draws = NormalDraws.of(seed, "walk");
      double limit = draws.uniform(0, 0.05);
      double up = 0;
      double down = 0;
      boolean[] before = new boolean[2];
      DriftTrack track = DriftTrack.from(RULE, at(0, 0, error));
      double x = 0;
      for (int i = 1; i < RULE.mostSightings(); i++) {
        double dt = draws.uniform(1, 20);
        double way = draws.uniform(-0.5, 1.1);
        x += way;
        up = Math.max(0, up + way - limit * dt);
        down = Math.max(0, down - way - limit * dt);
        track = track.with(at(track.last().seconds() + dt, x, error));
        boolean[] now = {up > h, down > h};
        boolean alarm = (now[0] && before[0]) || (now[1] && before[1]);
        assertThat(track.estimate().orElseThrow().atLeast() > limit).isEqualTo(alarm);
        alarms += alarm ? 1 : 0;
        before = now;
      }
    }
    assertThat(alarms).isBetween(1000, 300 * 62 - 1000);
  }

  @Test
  void aSampleAtRestIsSaidToDriftOnceADayAtMost() {
    DriftRule rule = new DriftRule(60, 16, 1);
    int days = 200;
    int alarms = 0;
    for (int day = 0; day < days; day++) {
      NormalDraws draws = NormalDraws.of(day, "rest");
      DriftTrack track = null;
      for (int i = 0; i < 24 * 60; i++) {
        Sighting seen = new Sighting(60 * i, draws.normal(), draws.normal(), 1, 1);
        track = track == null ? DriftTrack.from(rule, seen) : track.with(seen);
        boolean drifts = track.estimate().filter(known -> known.atLeast() > 0).isPresent();
        alarms += drifts ? 1 : 0;
      }
    }
    assertThat(alarms).isLessThanOrEqualTo(days);
  }

  @Test
  void aSteadyDriftIsProvenUpToItsSpeed() {
    double[] times = new double[30];
    double[] x = new double[30];
    double[] errors = new double[30];
    for (int i = 0; i < 30; i++) {
      times[i] = 20 * i;
      x[i] = -0.01 * times[i];
      errors[i] = 0.05;
    }
    DriftEstimate drift = track(times, x, errors).estimate().orElseThrow();
    assertThat(drift.speedX()).isCloseTo(-0.01, within(1e-12));
    double doubt = RULE.standardErrors() * 0.05 * Math.sqrt(2);
    assertThat(drift.atLeast()).isCloseTo((5.6 - doubt) / 560, within(1e-12));
  }

  @Test
  void oneWrongSightingProvesNothing() {
    DriftTrack track =
        track(new double[] {0, 10, 20}, new double[] {0, 50, 0}, new double[] {0.1, 0.1, 0.1});
    assertThat(track.estimate().orElseThrow().atLeast()).isZero();
    assertThat(track.with(at(30, 50, 0.1)).estimate().orElseThrow().atLeast()).isZero();
  }

  @Test
  void whereItWillBeFollowsTheLine() {
    DriftTrack track =
        track(new double[] {0, 10, 20}, new double[] {0, 10, 20}, new double[] {0.1, 0.1, 0.1});
    assertThat(track.expectedAt(25)[0]).isCloseTo(25, within(1e-9));
    assertThat(DriftTrack.from(RULE, at(0, 3, 1)).expectedAt(99)[0]).isEqualTo(3);
  }

  @Test
  void nothingIsKnownFromOneSightingAndNoneMayComeTooSoon() {
    DriftTrack track = DriftTrack.from(RULE, at(0, 0, 1));
    assertThat(track.estimate()).isEmpty();
    assertThat(track.isDue(0.5)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> track.with(at(0.5, 0, 1)))
        .withMessageContaining("too soon");
  }

  @Test
  void sightingsAndRulesThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> at(Double.NaN, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> at(0, Double.POSITIVE_INFINITY, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> at(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new DriftRule(0, 10, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new DriftRule(1, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new DriftRule(1, 10, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Displacement(0, 0, -1, 0));
  }
}
