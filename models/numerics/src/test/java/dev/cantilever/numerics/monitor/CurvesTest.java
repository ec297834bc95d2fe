package dev.cantilever.numerics.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.acquisition.Pointwise.UpperConfidenceBound;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurvesTest {

  private static PoolPrediction prediction(double[] mean, double... variance) {
    return new PoolPrediction(Series.of(mean), Series.of(variance));
  }

  private static PoolPrediction drawn(RandomStream stream, int members) {
    double[] mean = new double[members];
    double[] variance = new double[members];
    for (int i = 0; i < members; i++) {
      mean[i] = stream.nextNormal();
      variance[i] = stream.nextDouble();
    }
    return prediction(mean, variance);
  }

  @Test
  void learningCurveHasTheMomentsOfTheVarianceOverThePool() {
    double[] any = {0, 0, 0, 0};
    LearningCurve curve =
        LearningCurve.of(
            List.of(
                prediction(any, 1, 2, 3, 4),
                prediction(any, 0.5, 0.5, 2, 1),
                prediction(any, 0.1, 0.2, 0.3, 0.4)));
    // numpy: mean(axis=1) and std(axis=1)
    assertThat(curve.mean().toArray()).containsExactly(new double[] {2.5, 1, 0.25}, within(1e-15));
    assertThat(curve.deviation().toArray())
        .containsExactly(
            new double[] {1.118033988749895, 0.6123724356957945, 0.1118033988749895},
            within(1e-15));
  }

  @Test
  void medianVarianceIsTheMiddleOne() {
    assertThat(prediction(new double[3], 9, 1, 2).medianVariance()).isEqualTo(2);
    assertThat(prediction(new double[4], 9, 1, 2, 3).medianVariance()).isEqualTo(2.5);
  }

  @Test
  void slopeIsThatOfTheLeastSquaresLineOverTheAverage() {
    LearningCurve curve =
        new LearningCurve(Series.of(4, 3.5, 3.6, 3.0, 2.5), Series.of(new double[5]));
    // numpy.polyfit
    assertThat(curve.slopePerStep(5)).isCloseTo(-0.10542168674698807, within(1e-14));
    assertThat(curve.slopePerStep(3)).isCloseTo(-0.1813186813186812, within(1e-14));
    assertThatThrownBy(() -> curve.slopePerStep(6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number of steps is 6; it must lie in [2, 5]");
  }

  @Test
  void slopeKnowsNoUnitAndIsNoughtWhereNothingIsLeft() {
    Series curve = Series.of(4, 3.5, 3.6, 3.0, 2.5);
    Series small = Series.of(4e-9, 3.5e-9, 3.6e-9, 3.0e-9, 2.5e-9);
    assertThat(new LearningCurve(small, small).slopePerStep(5))
        .isCloseTo(new LearningCurve(curve, curve).slopePerStep(5), within(1e-14));
    Series none = Series.of(new double[5]);
    assertThat(new LearningCurve(none, none).slopePerStep(5)).isZero();
  }

  @Test
  void oppositeErrorsCancelInTheMeanRegretAndNotInItsRootMeanSquare() {
    PoolPrediction live = prediction(new double[] {3, -3}, 1, 1);
    RegretCurve curve = RegretCurve.of(List.of(live), prediction(new double[] {0, 0}, 1, 1));
    assertThat(curve.mean()).isEqualTo(Series.of(0));
    assertThat(curve.deviation()).isEqualTo(Series.of(3));
    assertThat(curve.rootMeanSquare()).isEqualTo(Series.of(3));
  }

  @Test
  void regretAgainstItselfIsNoughtAndItsRootMeanSquareIsThatOfTheDifferences() {
    RandomStream stream = RandomStream.of(1, "predictions");
    for (int repeat = 0; repeat < 20; repeat++) {
      PoolPrediction live = drawn(stream, 7);
      PoolPrediction last = drawn(stream, 7);
      RegretCurve curve = RegretCurve.of(List.of(live, last), last);
      double squares = 0;
      for (int i = 0; i < 7; i++) {
        double difference = live.mean().get(i) - last.mean().get(i);
        squares += difference * difference;
      }
      assertThat(curve.rootMeanSquare().get(0)).isCloseTo(Math.sqrt(squares / 7), within(1e-14));
      assertThat(curve.rootMeanSquare().get(1)).isZero();
    }
  }

  @Test
  void nextPointCurveTellsWhatWasExpectedWhereWasMeasured() {
    Path path = new Path(3, 1, List.of(0, 2, 1));
    List<PoolPrediction> live =
        List.of(
            prediction(new double[] {10, 11, 12}, 0.1, 0.4, 0.4),
            prediction(new double[] {20, 21, 22}, 0.1, 0.3, 0.2));
    NextPointCurve curve = NextPointCurve.of(path, Series.of(9, 13, 20), live);
    assertThat(curve.mostUncertain()).containsExactly(1, 1);
    assertThat(curve.largestVariance()).isEqualTo(Series.of(0.4, 0.3));
    assertThat(curve.predicted()).isEqualTo(Series.of(12, 21));
    assertThat(curve.variance()).isEqualTo(Series.of(0.4, 0.3));
    assertThat(curve.measured()).isEqualTo(Series.of(13, 20));
    Predictions ahead = curve.oneStepAhead(Series.of(0.6, 0.13));
    assertThat(ahead.standardisedResiduals().toArray())
        .containsExactly(new double[] {1, -1 / Math.sqrt(0.43)}, within(1e-15));
  }

  @Test
  void bestSoFarAndRegretFollowTheMeasurements() {
    BestSoFar best = BestSoFar.of(Series.of(1, 3, 2, 3, 3.5, 0));
    assertThat(best.values()).isEqualTo(Series.of(1, 3, 3, 3, 3.5, 3.5));
    assertThat(best.simpleRegret(4)).isEqualTo(Series.of(3, 1, 1, 1, 0.5, 0.5));
    assertThat(best.roseWithin(1)).isFalse();
    assertThat(best.roseWithin(2)).isTrue();
    assertThatThrownBy(() -> new BestSoFar(Series.of(2, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("falls from 2.0 to 1.0 at pick 1");
  }

  @Test
  void sameTraceGivesTheSameBitsTwiceAndSoDoesTheSameCampaign() {
    assertThat(curves(campaign())).isEqualTo(curves(campaign()));
    Loop stored = campaign();
    assertThat(curves(stored)).isEqualTo(curves(stored));
  }

  private static final Points POOL = Loop.line(60);

  private static Loop campaign() {
    Loop loop = new Loop(POOL, i -> StrictMath.sin(0.2 * i), Loop.seeds(4, 60, 7));
    for (int step = 0; step < 6; step++) {
      loop.step(new UpperConfidenceBound(4));
    }
    return loop;
  }

  private static List<Object> curves(Loop loop) {
    Path path = loop.path();
    Clusters clusters = Clusters.of(POOL, 4, RandomStream.of(7, "clusters"));
    NextPointCurve next = NextPointCurve.of(path, loop.measured(), loop.live());
    return List.of(
        LearningCurve.of(loop.live()),
        RegretCurve.of(loop.live(), loop.live().getLast()),
        next,
        Calibration.of(next.oneStepAhead(Series.of(new double[6]))),
        BestSoFar.of(loop.measured()),
        Enrichment.of(path, Enrichment.best(truth(), 5)),
        Trajectory.of(POOL, path, 10),
        clusters,
        clusters.visits(path));
  }

  private static Series truth() {
    return Series.of(IntStream.range(0, 60).mapToDouble(i -> StrictMath.sin(0.2 * i)).toArray());
  }

  @Test
  void tracesThatDoNotFitTogetherAreRefused() {
    PoolPrediction three = prediction(new double[3], 1, 1, 1);
    PoolPrediction two = prediction(new double[2], 1, 1);
    assertThatThrownBy(() -> LearningCurve.of(List.of(three, two)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2 members in a prediction; 3 expected, one per member of the pool");
    assertThatThrownBy(() -> RegretCurve.of(List.of(two), three))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                NextPointCurve.of(
                    new Path(3, 0, List.of(1)), Series.of(1), Collections.emptyList()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("0 predictions; 1 expected, one per step");
    assertThatThrownBy(() -> prediction(new double[] {1}, -1e-9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("variance[0] is -1.0E-9");
    assertThatThrownBy(() -> new Path(3, 0, List.of(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pick 3 is not in the pool; its 3 members are numbered from 0");
    assertThatThrownBy(() -> new Path(3, 2, List.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("2 seeds among 1 picks");
  }

  @Test
  void curvesOfNoStepAreEmpty() {
    assertThat(LearningCurve.of(List.of()).steps()).isZero();
    assertThat(RegretCurve.of(List.of(), prediction(new double[1], 1)).mean().size()).isZero();
  }
}
