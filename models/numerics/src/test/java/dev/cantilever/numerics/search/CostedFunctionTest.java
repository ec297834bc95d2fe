package dev.cantilever.numerics.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.cost.WayCost;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.vocabulary.reading.Series;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CostedFunctionTest {

  private static final double[] HERE = {0.2, 0.7};
  private static final WayCost COST = new WayCost(3, 8);

  static Stream<Pointwise> functions() {
    return Stream.of(
        new Pointwise.LogExpectedImprovement(0),
        new Pointwise.ExpectedImprovement(0.01),
        new Pointwise.ProbabilityOfImprovement(0),
        new Pointwise.MaximumUncertainty());
  }

  private static ClimbedFunction plain(Pointwise function) {
    GaussianProcess process =
        GaussianProcess.given(
            new Stationary(KernelFamily.MATERN52, 1.2, Series.of(0.4, 0.6)),
            0,
            Points.of(new double[] {0.1, 0.1}, new double[] {0.5, 0.8}, new double[] {0.9, 0.3}),
            new double[] {-1, 0.4, 0.7},
            new double[] {0.01, 0.01, 0.01});
    return new ClimbedFunction(process, function, 0.65);
  }

  private static CostedFunction costed(Pointwise function) {
    return new CostedFunction(plain(function), COST, Series.of(HERE));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void slopesAreThoseOfCentralDifferences(Pointwise function) {
    CostedFunction costed = costed(function);
    for (double[] at : new double[][] {{0.3, 0.3}, {0.8, 0.9}, {0.21, 0.69}}) {
      double[] gradient = costed.slope(at).orElseThrow().gradient();
      for (int k = 0; k < 2; k++) {
        double[] above = at.clone();
        double[] below = at.clone();
        above[k] += 1e-6;
        below[k] -= 1e-6;
        double[] values = costed.values(Points.of(above, below));
        double expected = (values[0] - values[1]) / 2e-6;
        assertThat(gradient[k]).isCloseTo(expected, within(1e-6 * (1 + Math.abs(expected))));
      }
      assertThat(costed.slope(at).orElseThrow().value())
          .isCloseTo(costed.values(Points.of(at))[0], within(1e-13));
    }
  }

  /** 3 + 8 · 0.5 = 7 at a distance of (0.3, 0.4). */
  @Test
  void aLogarithmLosesTheLogarithmOfTheCostAndAnImprovementIsDivided() {
    double[] there = {0.5, 0.3};
    Pointwise logarithm = new Pointwise.LogExpectedImprovement(0);
    Pointwise improvement = new Pointwise.ExpectedImprovement(0);
    assertThat(value(costed(logarithm), there))
        .isCloseTo(plain(logarithm).values(Points.of(there))[0] - StrictMath.log(7), within(1e-14));
    assertThat(value(costed(improvement), there))
        .isCloseTo(plain(improvement).values(Points.of(there))[0] / 7, within(1e-15));
  }

  private static double value(CostedFunction function, double[] at) {
    return function.values(Points.of(at))[0];
  }

  @Test
  void whereTheInstrumentIsTheSlopeIsFinite() {
    double[] gradient =
        costed(new Pointwise.LogExpectedImprovement(0)).slope(HERE).orElseThrow().gradient();
    assertThat(gradient[0]).isFinite();
    assertThat(gradient[1]).isFinite();
  }

  @Test
  void aValueOfEitherSignIsNotDivided() {
    assertThatThrownBy(() -> costed(new Pointwise.UpperConfidenceBound(4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be divided by a cost");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void aFixedPartThatIsNotAboveZeroIsRefused(double fixed) {
    assertThatThrownBy(() -> new WayCost(fixed, 1)).hasMessageContaining("the fixed cost is");
    if (fixed != 0) {
      assertThatThrownBy(() -> new WayCost(1, fixed)).hasMessageContaining("cost of the way is");
    }
  }
}
