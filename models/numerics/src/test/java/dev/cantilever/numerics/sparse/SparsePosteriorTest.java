package dev.cantilever.numerics.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Linear;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.SumKernel;
import dev.cantilever.numerics.linalg.Cholesky;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.FunctionDraw;
import dev.cantilever.numerics.surrogate.MomentSlopes;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Posterior;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparsePosteriorTest {

  private static final double CLOSE = 1e-9;
  private static final Points POOL = Scenes.scattered(12, "pool");
  private static final Kernel SUM = SumKernel.of(Scenes.smooth(), new Linear(0.5));

  private static SparsePosterior posterior(Kernel kernel) {
    return Scenes.bound(kernel, Scenes.noisy(80), 15).posterior();
  }

  /** Before any further observation, and after {@code count} of them. */
  private static SparsePosterior after(int count, Kernel kernel) {
    SparsePosterior known = posterior(kernel);
    Points places = Scenes.scattered(count, "further");
    for (int i = 0; i < count; i++) {
      known = known.plus(places.select(i), Scenes.wave(places, i), 0.03);
    }
    return known;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void everyWayToAskForMomentsGivesTheSame(int further) {
    SparsePosterior known = after(further, SUM);
    Moments moments = known.at(POOL);
    PoolPosterior pool = known.over(POOL);
    double[][] covariance = known.covariance(POOL);
    for (int i = 0; i < POOL.size(); i++) {
      assertThat(pool.mean(i)).isCloseTo(moments.mean().get(i), within(CLOSE));
      assertThat(pool.variance(i)).isCloseTo(moments.variance().get(i), within(CLOSE));
      assertThat(covariance[i][i]).isCloseTo(moments.variance().get(i), within(CLOSE));
      assertThat(pool.covarianceWith(i)).containsExactly(covariance[i], within(CLOSE));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void aPoolIsConditionedAsTheProcessIs(int further) {
    SparsePosterior known = after(further, SUM);
    PoolPosterior pool = known.over(POOL).given(2, 0.4, 0.05).given(7, -0.2, 0.1);
    Posterior larger = known.plus(POOL.select(2), 0.4, 0.05).plus(POOL.select(7), -0.2, 0.1);
    Moments moments = larger.at(POOL);
    for (int i = 0; i < POOL.size(); i++) {
      assertThat(pool.mean(i)).isCloseTo(moments.mean().get(i), within(CLOSE));
      assertThat(pool.variance(i)).isCloseTo(moments.variance().get(i), within(CLOSE));
      assertThat(pool.covarianceWith(i)).containsExactly(larger.covariance(POOL)[i], within(CLOSE));
    }
  }

  @Test
  void atAnInducingPointOneMoreObservationIsANewBound() {
    Observations data = Scenes.noisy(81);
    int[] all = IntStream.range(0, 80).toArray();
    InducingPoints u = new InducingPoints(data.x().select(IntStream.range(66, 81).toArray()), 0);
    Observations fewer =
        Observations.of(
            data.x().select(all),
            Arrays.copyOf(data.y().toArray(), 80),
            Arrays.copyOf(data.noiseVariance().orElseThrow().toArray(), 80));
    Posterior anew = CollapsedBound.of(Scenes.rough(), 0, data, u).posterior();
    Posterior added =
        CollapsedBound.of(Scenes.rough(), 0, fewer, u)
            .posterior()
            .plus(
                data.x().select(80), data.y().get(80), data.noiseVariance().orElseThrow().get(80));
    assertThat(added.at(POOL).mean().toArray())
        .containsExactly(anew.at(POOL).mean().toArray(), within(CLOSE));
    assertThat(added.at(POOL).variance().toArray())
        .containsExactly(anew.at(POOL).variance().toArray(), within(CLOSE));
  }

  @Test
  void anObservationWithoutNoiseIsBelieved() {
    Points far = Points.of(new double[] {0.93, 0.04});
    Posterior known = Scenes.bound(Scenes.rough(), Scenes.noisy(80), 3).posterior();
    assertThat(known.at(far).variance().get(0)).isGreaterThan(0.03);
    Moments told = known.plus(far, 1.7, 0).at(far);
    assertThat(told.mean().get(0)).isCloseTo(1.7, within(1e-6));
    assertThat(told.variance().get(0)).isCloseTo(0, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void slopesAreDifferences(int further) {
    SparsePosterior known = after(further, SUM);
    double step = 1e-6;
    double[] place = {0.37, 0.62};
    MomentSlopes slopes = known.slopes(Points.of(place));
    Moments here = known.at(Points.of(place));
    assertThat(slopes.mean()).isCloseTo(here.mean().get(0), within(CLOSE));
    assertThat(slopes.variance()).isCloseTo(here.variance().get(0), within(CLOSE));
    for (int k = 0; k < 2; k++) {
      double[] above = place.clone();
      double[] below = place.clone();
      above[k] += step;
      below[k] -= step;
      Moments around = known.at(Points.of(above, below));
      double mean = (around.mean().get(0) - around.mean().get(1)) / (2 * step);
      double variance = (around.variance().get(0) - around.variance().get(1)) / (2 * step);
      assertThat(slopes.meanSlopes().get(k)).isCloseTo(mean, within(1e-6));
      assertThat(slopes.varianceSlopes().get(k)).isCloseTo(variance, within(1e-6));
    }
  }

  @Test
  void variancesAreNeverNegativeAndCovariancesCanBeFactored() {
    for (int m : new int[] {1, 5, 40, 80}) {
      for (Kernel kernel : new Kernel[] {Scenes.smooth(), Scenes.rough(), SUM}) {
        SparsePosterior known = Scenes.bound(kernel, Scenes.noisy(80), m).posterior();
        Points observed = Scenes.scattered(80, "places");
        assertThat(Arrays.stream(known.at(observed).variance().toArray()).min().orElseThrow())
            .isNotNegative();
        assertThat(Cholesky.factor(known.covariance(POOL)).size()).isEqualTo(POOL.size());
      }
    }
  }

  @Test
  void aPoolTooLargeToKeepSaysTheSame() {
    SparsePosterior known = after(2, SUM);
    Points one = POOL.select(4);
    InducedProcess process = InducedProcess.of(Scenes.bound(SUM, Scenes.noisy(80), 15));
    assertThat(process.explainedBetween(one, POOL))
        .containsExactly(process.explainedOver(POOL).apply(4), within(CLOSE));
    assertThat(known.inducing().size()).isEqualTo(15);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void drawsHaveTheMomentsOfThePosterior(int further) {
    Posterior known = Scenes.bound(Scenes.smooth(), Scenes.noisy(80), 6).posterior();
    for (int i = 0; i < further; i++) {
      known = known.plus(POOL.select(9 + i), Scenes.wave(POOL, 9 + i), 0.03);
    }
    Points at = POOL.select(0, 9, 10); // two of the places of further observations
    Moments expected = known.at(at);
    RandomStream stream = RandomStream.of(11, "draws");
    int count = 250;
    double[] sum = new double[3];
    double[] squares = new double[3];
    for (int s = 0; s < count; s++) {
      double[] drawn = known.draw(stream).at(at);
      for (int i = 0; i < 3; i++) {
        double deviation = drawn[i] - expected.mean().get(i);
        sum[i] += deviation / count;
        squares[i] += deviation * deviation / count;
      }
    }
    for (int i = 0; i < 3; i++) {
      double variance = expected.variance().get(i);
      assertThat(sum[i]).isCloseTo(0, within(4 * Math.sqrt(variance / count)));
      // the relative deviation of such a sum of squares is √(2/250); four of them
      assertThat(squares[i] / variance).isCloseTo(1, within(4 * Math.sqrt(2.0 / count)));
    }
  }

  @Test
  void aDrawAnswersTheSameWhenAskedAgain() {
    for (Kernel kernel : new Kernel[] {Scenes.smooth(), SUM}) {
      FunctionDraw draw = posterior(kernel).draw(RandomStream.of(2, "draw"));
      double[] first = draw.at(POOL);
      assertThat(draw.at(POOL)).containsExactly(first, within(1e-4));
      assertThat(posterior(kernel).draw(RandomStream.of(2, "draw")).at(POOL)).isEqualTo(first);
    }
  }

  @Test
  void aFurtherObservationThatIsNoneIsRefused() {
    SparsePosterior known = posterior(SUM);
    assertThatThrownBy(() -> known.plus(POOL.select(0), Double.NaN, 0.1))
        .hasMessageContaining("finite observation");
    assertThatThrownBy(() -> known.over(POOL).given(0, 1, -0.1))
        .hasMessageContaining("noise variance of at least 0");
  }
}
