package dev.cantilever.numerics.bayesian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.TaskCovariance;
import dev.cantilever.numerics.kernel.TaskKernel;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.Summary;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UncertainInputsSurrogateTest {

  private static final Kernel RBF = Functions.kernel(KernelFamily.RBF, 1);
  private static final double TRUTH = 0.05;

  /** Steep about 0.3 and 0.7, flat about 0, 0.5 and 1. */
  private static double plateau(double x) {
    return StrictMath.tanh(10 * (x - 0.3)) - StrictMath.tanh(10 * (x - 0.7)) - 1;
  }

  private static Observations data(int count) {
    return Functions.observed(
        Functions.grid(count),
        UncertainInputsSurrogateTest::plateau,
        x -> 0.02,
        TRUTH,
        RandomStream.of(3, "data"));
  }

  private static UncertainInputsSurrogate surrogate(InferenceSettings settings) {
    UncertainInputsSurrogate usual = UncertainInputsSurrogate.usual(RBF);
    return new UncertainInputsSurrogate(
        usual.kernel(), new Prior.LogNormal(-6, 1), usual.mean(), usual.inputDeviation(), settings);
  }

  private static BayesianFit fit(Observations data, InferenceSettings settings) {
    return surrogate(settings).fit(data, Optional.empty(), RandomStream.of(1, "fit"));
  }

  private static double steepOverFlat(BayesianFit fit) {
    Moments moments =
        fit.learned()
            .posterior()
            .at(Functions.line(0.27, 0.3, 0.33, 0.67, 0.7, 0.73, 0.47, 0.5, 0.53));
    double steep = 0;
    double flat = 0;
    for (int i = 0; i < 9; i++) {
      steep += i < 6 ? moments.variance().get(i) / 6 : 0;
      flat += i < 6 ? 0 : moments.variance().get(i) / 3;
    }
    return steep / flat;
  }

  @Test
  void isLessCertainWhereTheFunctionIsSteep() {
    BayesianFit fit = fit(data(21), Functions.brief(100, 80));
    assertThat(steepOverFlat(fit)).isGreaterThan(2);
  }

  @Test
  void knownInputsAreNot() {
    BayesianFit fit =
        new FullyBayesianSurrogate(
                KernelPriors.usual(RBF),
                new Prior.LogNormal(-6, 1),
                MeanTreatment.zero(),
                Functions.brief(100, 80))
            .fit(data(21), Optional.empty(), RandomStream.of(1, "fit"));
    assertThat(steepOverFlat(fit)).isBetween(0.5, 1.5);
  }

  @Tag("long")
  @Test
  void findsHowFarInputsAreOff() {
    BayesianFit fit = fit(data(40), InferenceSettings.STANDARD);
    assertThat(fit.isAccepted()).isTrue();
    Summary deviation = fit.draws().summary("deviation of input 1");
    assertThat(deviation.lower()).isLessThan(TRUTH);
    assertThat(deviation.upper()).isGreaterThan(TRUTH);
    assertThat(deviation.mean()).isBetween(0.03, 0.08);
    assertThat(steepOverFlat(fit)).isGreaterThan(2);
  }

  @Test
  void sameStreamGivesTheSameBits() {
    BayesianFit one = fit(data(9), Functions.brief(30, 20));
    BayesianFit same = fit(data(9), Functions.brief(30, 20));
    assertThat(same.learned().hyperparameters()).isEqualTo(one.learned().hyperparameters());
    assertThat(same.learned().posterior().at(Functions.SIX))
        .isEqualTo(one.learned().posterior().at(Functions.SIX));
  }

  @Test
  void tasksCannotBeUncertain() {
    KernelPriors tasks = KernelPriors.usual(new TaskKernel(new TaskCovariance.Ratio(1)));
    Prior unit = new Prior.LogNormal(0, 1);
    assertThatThrownBy(
            () ->
                new UncertainInputsSurrogate(
                    tasks, unit, MeanTreatment.zero(), unit, InferenceSettings.STANDARD))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("belongs to a numbered task");
  }
}
