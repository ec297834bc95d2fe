package dev.cantilever.numerics.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NoiseModelTest {

  private static final Points ELSEWHERE = Functions.line(0.1, 0.9, 1.6);

  private static Series variances(double... logarithms) {
    return Series.of(Arrays.stream(logarithms).map(StrictMath::exp).toArray());
  }

  private static RandomStream stream() {
    return RandomStream.of(1, "noise");
  }

  /**
   * Posterior means of log v, and their deviations over w, by quadrature over 4,001 residual
   * variances w (numpy and scipy). Coefficients are N(0, 1), so that the prior matters.
   */
  @Test
  void lineAgreesWithQuadrature() {
    InferenceSettings settings = Functions.brief(200, 400);
    double[] predicted =
        new NoiseModel.Linear(1, settings)
            .learn(Functions.SIX, variances(-3.0, -2.2, -2.6, -1.1, -1.4, -0.2), stream())
            .variances(ELSEWHERE);
    double[] means = {-1.7184624468702412, -1.1779045761813742, -0.7049164393286184};
    double[] deviations = {0.30318772271561406, 0.07388995103156552, 0.35403748865746043};
    for (int i = 0; i < 3; i++) {
      double standardError = deviations[i] / Math.sqrt(settings.parts());
      assertThat(StrictMath.log(predicted[i])).isCloseTo(means[i], within(4 * standardError));
    }
  }

  /** The same with coefficients N(0, 10²), which is nearly least squares. */
  @Test
  void usualLineLeavesCoefficientsToTheData() {
    double[] predicted =
        new NoiseModel.Linear(10, Functions.brief(100, 100))
            .learn(Functions.SIX, variances(-3.0, -2.2, -2.6, -1.1, -1.4, -0.2), stream())
            .variances(ELSEWHERE);
    assertThat(NoiseModel.Linear.usual().deviation()).isEqualTo(10);
    assertThat(StrictMath.log(predicted[0])).isCloseTo(-2.67734743, within(0.02));
    assertThat(StrictMath.log(predicted[2])).isCloseTo(0.96350095, within(0.04));
  }

  @Test
  void processFollowsAProfileThatIsNoLine() {
    Points x = Functions.grid(15);
    double[] logarithms = new double[15];
    for (int i = 0; i < 15; i++) {
      logarithms[i] = -9 + 2 * StrictMath.sin(6 * x.get(i, 0));
    }
    ExactSurrogate exact = new ExactSurrogate(FitSettings.usual(KernelFamily.RBF, 1), 3);
    double[] predicted =
        new NoiseModel.Smooth(exact)
            .learn(x, variances(logarithms), stream())
            .variances(Functions.line(0.26, 0.52, 0.78));
    for (int i = 0; i < 3; i++) {
      double truth = -9 + 2 * StrictMath.sin(6 * 0.26 * (i + 1));
      assertThat(StrictMath.log(predicted[i])).isCloseTo(truth, within(0.1));
    }
  }

  @Test
  void usualProcessIsFullyBayesian() {
    assertThat(NoiseModel.Smooth.usual(2).surrogate()).isInstanceOf(FullyBayesianSurrogate.class);
  }

  @Test
  void noiseIsAddedToTheVarianceOnly() {
    GaussianProcess process =
        GaussianProcess.given(
            Functions.kernel(KernelFamily.RBF, 1),
            0,
            Functions.SIX,
            Functions.SIX_Y,
            new double[6]);
    PredictedNoise noise = points -> new double[] {0.1, 0.2, 0.3};
    Moments function = process.at(ELSEWHERE);
    Moments observed = noise.observed(process, ELSEWHERE);
    assertThat(observed.mean()).isEqualTo(function.mean());
    for (int i = 0; i < 3; i++) {
      assertThat(observed.variance().get(i))
          .isCloseTo(function.variance().get(i) + 0.1 * (i + 1), within(1e-15));
    }
  }

  @Test
  void aVarianceOfZeroIsRefusedByName() {
    NoiseModel line = NoiseModel.Linear.usual();
    Series zero = Series.of(1, 1, 0, 1, 1, 1);
    assertThatThrownBy(() -> line.learn(Functions.SIX, zero, stream()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("noise variance 3 is 0.0");
    assertThatThrownBy(() -> new NoiseModel.Linear(0, InferenceSettings.STANDARD))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
