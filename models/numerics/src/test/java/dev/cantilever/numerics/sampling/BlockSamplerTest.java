package dev.cantilever.numerics.sampling;

import static dev.cantilever.numerics.sampling.Targets.assertDeviation;
import static dev.cantilever.numerics.sampling.Targets.assertMean;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.LogDensity.Evaluation;
import dev.cantilever.numerics.special.Normal;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockSamplerTest {

  private static final double[] DEVIATIONS = {0.05, 1, 20, 3, 0.5};

  private static final SamplerSettings LONG = SamplerSettings.of(500, 2_000);

  private static Draws drawn(LogDensity density, SamplerSettings settings, int d, int... sliced) {
    return new BlockSampler(settings, sliced)
        .draw(density, Start.at(new double[d]), RandomStream.of(17, "sampler"));
  }

  @Test
  void trajectoriesFindTheMomentsOfCorrelatedNormalsOfUnequalScale() {
    Draws draws = drawn(Targets.correlated(0.9, DEVIATIONS), LONG, 5);
    for (int j = 0; j < 5; j++) {
      int at = j;
      assertMean(draws, theta -> theta[at], j + 1);
      assertDeviation(draws, theta -> theta[at], j + 1, DEVIATIONS[j]);
    }
    assertMean(draws, theta -> (theta[1] - 2) * (theta[2] - 3) / 20, 0.9);
    assertThat(draws.divergences()).isZero();
    assertThat(draws.meanAcceptance()).isBetween(0.7, 0.95);
    assertThat(draws.worstSplitRHat()).isLessThan(1.02);
  }

  @Test
  void slicesFindTheMomentsOfCorrelatedNormals() {
    Draws draws = drawn(Targets.correlated(0.5, 0.05, 20), LONG, 2, 1, 0);
    for (int j = 0; j < 2; j++) {
      int at = j;
      assertMean(draws, theta -> theta[at], j + 1);
      assertDeviation(draws, theta -> theta[at], j + 1, j == 0 ? 0.05 : 20);
    }
    assertThat(draws.gradients()).isZero();
  }

  @Test
  void slicesAlternateWithTrajectoriesThatAdaptOnTheOtherCoordinates() {
    Draws draws = drawn(Targets.correlated(0.6, DEVIATIONS), LONG, 5, 1, 4);
    for (int j = 0; j < 5; j++) {
      int at = j;
      assertMean(draws, theta -> theta[at], j + 1);
      assertDeviation(draws, theta -> theta[at], j + 1, DEVIATIONS[j]);
    }
    assertMean(draws, theta -> (theta[1] - 2) * (theta[2] - 3) / 20, 0.6);
  }

  @Test
  void trajectoriesFollowAFunnel() {
    Draws draws = drawn(Targets.funnel(), LONG, 4);
    assertMean(draws, theta -> theta[0], 0);
    assertDeviation(draws, theta -> theta[0], 0, 1);
    assertMean(draws, theta -> theta[2], 0);
    assertMean(draws, theta -> theta[3] * theta[3], StrictMath.exp(0.5));
  }

  /** Beyond 0.5 a normal has the mean φ(0.5) / Φ(−0.5). */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void impossiblePlacesAreNeverDrawnAndDoNotBendWhatIsLeft(boolean bySlices) {
    LogDensity density =
        theta -> theta[0] < 0.5 ? Evaluation.impossible(1) : Targets.standard().at(theta);
    BlockSampler sampler = bySlices ? new BlockSampler(LONG, 0) : new BlockSampler(LONG);
    Draws draws = sampler.draw(density, Start.at(3), RandomStream.of(2, "truncated"));
    assertMean(draws, theta -> theta[0], Normal.density(0.5) / Normal.cumulative(-0.5));
    assertThat(draws.summary(0).lower()).isGreaterThan(0.5);
    assertThat(draws.divergences() > 0).isEqualTo(!bySlices);
  }

  @Test
  void slicesVisitEachStepOfAJumpingDensityInProportion() {
    LogDensity density = Targets.jumping(x -> x < 0 || x > 4 ? 0 : x < 1 ? 3 : x < 3 ? 0.5 : 2);
    Draws draws = new BlockSampler(LONG, 0).draw(density, Start.at(2), RandomStream.of(1, "steps"));
    assertMean(draws, theta -> theta[0] < 1 ? 1 : 0, 3 / 6.0);
    assertMean(draws, theta -> theta[0] > 3 ? 1 : 0, 2 / 6.0);
    assertMean(draws, theta -> theta[0], (3 * 0.5 + 1 * 2 + 2 * 3.5) / 6);
  }

  @Test
  void sameStreamGivesTheSameBitsAndAnotherStreamOthers() {
    LogDensity density = Targets.correlated(0.6, DEVIATIONS);
    SamplerSettings settings = new SamplerSettings(2, 60, 40, 0.8, 10);
    BlockSampler sampler = new BlockSampler(settings, 2);
    Start start = Start.at(new double[5]);
    Draws one = sampler.draw(density, start, RandomStream.of(5, "a"));
    Draws same = sampler.draw(density, start, RandomStream.of(5, "a"));
    Draws other = sampler.draw(density, start, RandomStream.of(5, "b"));
    for (int i = 0; i < one.size(); i++) {
      assertThat(one.theta(i)).isEqualTo(same.theta(i)).isNotEqualTo(other.theta(i));
      assertThat(one.logDensity(i)).isEqualTo(same.logDensity(i));
    }
    assertThat(one.theta(0)).as("chains differ").isNotEqualTo(one.theta(40));
  }

  @Test
  void logDensitiesBelongToTheirDraws() {
    LogDensity density = Targets.correlated(0.6, DEVIATIONS);
    for (int[] sliced : new int[][] {{}, {3}, {0, 1, 2, 3, 4}}) {
      Draws draws = drawn(density, SamplerSettings.of(30, 20), 5, sliced);
      for (int i = 0; i < 20; i++) {
        assertThat(draws.logDensity(i)).isEqualTo(density.at(draws.theta(i)).value());
      }
    }
  }

  @Test
  void asksForOneGradientAStepAndNoneBesides() {
    AtomicInteger asked = new AtomicInteger();
    LogDensity density =
        theta -> {
          asked.incrementAndGet();
          return Targets.standard().at(theta);
        };
    // one step a transition; rough step sizes are looked for at the start and after the one window
    Draws draws = drawn(density, new SamplerSettings(1, 100, 300, 0.8, 1), 3);
    assertThat(asked.get()).isEqualTo(draws.gradients()).isBetween(401, 425);
    assertThat(draws.cutShort()).isGreaterThan(250);
  }

  @Test
  void slicesAskForValuesAloneWhereThatIsCheaper() {
    AtomicInteger gradients = new AtomicInteger();
    LogDensity density =
        new LogDensity() {
          @Override
          public Evaluation at(double[] theta) {
            gradients.incrementAndGet();
            return Targets.standard().at(theta);
          }

          @Override
          public double value(double[] theta) {
            return Targets.standard().value(theta);
          }
        };
    // a step and a fresh gradient a transition
    drawn(density, new SamplerSettings(1, 100, 300, 0.8, 1), 3, 1);
    assertThat(gradients.get()).isBetween(801, 825);
  }

  @Test
  void numbersThatAreNoNumbersCountAsImpossible() {
    LogDensity density =
        theta ->
            theta[0] < 0
                ? new Evaluation(Double.NaN, new double[] {Double.NaN, 0})
                : theta[0] > 2
                    ? new Evaluation(Double.POSITIVE_INFINITY, new double[2])
                    : Targets.standard().at(theta);
    Draws draws =
        new BlockSampler(SamplerSettings.of(100, 200))
            .draw(density, Start.at(1, 1), RandomStream.of(1, "nan"));
    for (int i = 0; i < draws.size(); i++) {
      assertThat(draws.theta(i)[0]).isBetween(0.0, 2.0);
    }
  }

  @Test
  void aStartThatStaysImpossibleIsRefusedWithTheNextStep() {
    LogDensity density = theta -> Evaluation.impossible(1);
    assertThatThrownBy(() -> drawn(density, SamplerSettings.of(20, 10), 1))
        .isInstanceOf(ImpossibleStart.class)
        .hasMessageContaining("widen the priors");
  }

  @Test
  void coordinatesThatDoNotExistAndGradientsOfWrongLengthAreRefused() {
    SamplerSettings settings = SamplerSettings.of(20, 10);
    assertThatThrownBy(() -> drawn(Targets.standard(), settings, 2, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("coordinate 2");
    assertThatThrownBy(() -> new BlockSampler(settings, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> drawn(theta -> Evaluation.impossible(3), settings, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 entries for 2");
  }

  @Test
  void settingsOutsideOfTheirRangesAreRefused() {
    assertThatThrownBy(() -> SamplerSettings.of(19, 10)).hasMessageContaining("warmUp");
    assertThatThrownBy(() -> SamplerSettings.of(20, 9)).hasMessageContaining("draws");
    assertThatThrownBy(() -> new SamplerSettings(1, 20, 10, Double.NaN, 5))
        .hasMessageContaining("targetAcceptance");
  }
}
