package dev.cantilever.numerics.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SparseSurrogateTest {

  private static final FitSettings SETTINGS = FitSettings.usual(KernelFamily.RBF, 2);
  private static final InducingSettings FORTY = InducingSettings.usual().withCount(40);
  private static final SparseSurrogate SPARSE = new SparseSurrogate(SETTINGS, FORTY, 1);
  private static final Points ELSEWHERE = Scenes.scattered(200, "elsewhere");

  private static Observations waves(int n) {
    Points x = Scenes.scattered(n, "places");
    return Observations.of(x, Scenes.observed(x));
  }

  private static Learned learn(SparseSurrogate surrogate, Observations data) {
    return surrogate.learn(data, Optional.empty(), RandomStream.of(1, "fit"));
  }

  /** Root mean squared error against the wave itself. */
  private static double error(Learned learned) {
    Moments moments = learned.posterior().at(ELSEWHERE);
    double squares = 0;
    for (int i = 0; i < ELSEWHERE.size(); i++) {
      double difference = moments.mean().get(i) - Scenes.wave(ELSEWHERE, i);
      squares += difference * difference / ELSEWHERE.size();
    }
    return Math.sqrt(squares);
  }

  @Test
  void fiveThousandObservationsAreLearntWellBelowTheirNoise() {
    Learned learned = learn(SPARSE, waves(5000));
    assertThat(error(learned)).isLessThan(0.015); // the noise has a deviation of 0.1
    assertThat(learned.noiseVariance()).isCloseTo(0.01, within(0.001));
    assertThat(learned.warnings()).isEmpty();
    assertThat(learned.posterior()).isInstanceOf(SparsePosterior.class);
  }

  @ParameterizedTest
  @EnumSource(InducingChoice.class)
  void comesCloseToTheExactProcessWhereverItBegins(InducingChoice choice) {
    Observations data = waves(150);
    SparseSurrogate surrogate = new SparseSurrogate(SETTINGS, FORTY.withChoice(choice), 1);
    Learned learned = learn(surrogate, data);
    Learned exact =
        new ExactSurrogate(SETTINGS, 1).learn(data, Optional.empty(), RandomStream.of(1, "fit"));
    assertThat(learned.logMarginalLikelihood())
        .isBetween(exact.logMarginalLikelihood() - 1, exact.logMarginalLikelihood() + 0.01);
    assertThat(learned.posterior().at(ELSEWHERE).mean().toArray())
        .containsExactly(exact.posterior().at(ELSEWHERE).mean().toArray(), within(0.05));
  }

  @Test
  void movingInducingPointsRaisesTheBoundAndKeepsThemInside() {
    Observations data = waves(300);
    InducingSettings few = FORTY.withCount(10);
    Learned kept = learn(new SparseSurrogate(SETTINGS, few.withPositionSteps(0), 1), data);
    Learned moved = learn(new SparseSurrogate(SETTINGS, few, 1), data);
    assertThat(moved.logMarginalLikelihood()).isGreaterThan(kept.logMarginalLikelihood() + 10);
    Points u = ((SparsePosterior) moved.posterior()).inducing();
    for (int j = 0; j < u.size(); j++) {
      assertThat(Arrays.stream(u.row(j)).allMatch(input -> input >= 0 && input <= 1)).isTrue();
    }
  }

  @Test
  void withMoreInducingPointsThanObservationsItIsTheExactProcess() {
    Observations data = waves(30);
    Learned learned = learn(SPARSE, data);
    Learned exact =
        new ExactSurrogate(SETTINGS, 1).learn(data, Optional.empty(), RandomStream.of(1, "fit"));
    assertThat(learned.logMarginalLikelihood())
        .isCloseTo(exact.logMarginalLikelihood(), within(1e-8));
    assertThat(learned.posterior().at(ELSEWHERE).variance().toArray())
        .containsExactly(exact.posterior().at(ELSEWHERE).variance().toArray(), within(1e-8));
  }

  @ParameterizedTest
  @EnumSource(InducingChoice.class)
  void inputsThatAreEqualBreakNothing(InducingChoice choice) {
    Points x = Scenes.scattered(25, "places");
    double[][] rows = new double[500][];
    Arrays.setAll(rows, i -> x.row(i % 25));
    Points repeated = Points.of(rows);
    Observations data = Observations.of(repeated, Scenes.observed(repeated));
    Learned learned = learn(new SparseSurrogate(SETTINGS, FORTY.withChoice(choice), 1), data);
    assertThat(((SparsePosterior) learned.posterior()).inducing().size()).isLessThanOrEqualTo(25);
    Moments at = learned.posterior().at(x);
    for (int i = 0; i < x.size(); i++) {
      // twenty readings of deviation 0.1
      assertThat(at.mean().get(i)).isCloseTo(Scenes.wave(x, i), within(4 * 0.1 / Math.sqrt(20)));
    }
  }

  @Test
  void measuredNoiseIsTakenAsItIs() {
    Observations data = Scenes.noisy(300);
    Learned learned = learn(SPARSE, data);
    assertThat(learned.noiseVariance()).isZero();
    CollapsedBound same =
        CollapsedBound.of(
            learned.hyperparameters().kernel(SETTINGS.template()),
            learned.hyperparameters().mean(),
            data,
            InducingPoints.of(((SparsePosterior) learned.posterior()).inducing()));
    assertThat(same.value()).isEqualTo(learned.logMarginalLikelihood());
  }

  @Test
  void goingOnFromTheOptimumBeforeCostsLessAndEndsThere() {
    Observations data = waves(400);
    Learned first = learn(SPARSE, data);
    Learned again =
        new SparseSurrogate(SETTINGS, FORTY, 0)
            .learn(data, Optional.of(first.hyperparameters()), RandomStream.of(1, "fit"));
    assertThat(again.evaluations()).isLessThan(first.evaluations());
    assertThat(again.logMarginalLikelihood()).isCloseTo(first.logMarginalLikelihood(), within(0.5));
  }

  @Test
  void tooFewInducingPointsAreSaidToBe() {
    InducingSettings few = FORTY.withCount(4).withPositionSteps(0);
    assertThat(learn(new SparseSurrogate(SETTINGS, few, 1), waves(300)).warnings())
        .singleElement()
        .asString()
        .startsWith("4 inducing points leave variance unexplained");
  }

  @Test
  void equalArgumentsGiveEqualBits() {
    Observations data = waves(300);
    Learned one = learn(SPARSE, data);
    Learned two = learn(SPARSE, data);
    assertThat(two.hyperparameters()).isEqualTo(one.hyperparameters());
    assertThat(two.posterior().at(ELSEWHERE)).isEqualTo(one.posterior().at(ELSEWHERE));
  }

  @Test
  void whatCannotBeLearntIsRefused() {
    Points x = Scenes.scattered(60, "places");
    assertThatThrownBy(() -> learn(SPARSE, waves(1)))
        .hasMessageContaining("at least 2 observations, not 1");
    assertThatThrownBy(() -> learn(SPARSE, Observations.of(x, new double[60], new double[60])))
        .hasMessageContaining("observation 1 has a noise variance of 0.0");
    double[] y = new double[60];
    y[7] = Double.NaN;
    assertThatThrownBy(() -> Observations.of(x, y)).hasMessageContaining("observation 8");
    assertThatThrownBy(() -> new SparseSurrogate(SETTINGS, FORTY, -1))
        .hasMessageContaining("restarts");
    assertThatThrownBy(() -> FORTY.withCount(0)).hasMessageContaining("fewest");
    assertThatThrownBy(() -> FORTY.withPositionSteps(-1)).hasMessageContaining("steps");
    assertThatThrownBy(() -> new InducingSettings(Double.NaN, 1, 2, InducingChoice.RANDOM, 0))
        .hasMessageContaining("share");
  }

  @Test
  void aTenthOfTheObservationsWithinLimitsIsUsual() {
    InducingSettings usual = InducingSettings.usual();
    assertThat(usual.count(100)).isEqualTo(50);
    assertThat(usual.count(2000)).isEqualTo(200);
    assertThat(usual.count(100_000)).isEqualTo(300);
  }
}
