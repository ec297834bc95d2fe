package dev.cantilever.numerics.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CollapsedBoundTest {

  private static final double EXACT = 1e-8;

  static Stream<JsonNode> cases() {
    return Reference.cases("gp_sparse.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void boundAndPosteriorAreThoseOfTheReference(JsonNode one) {
    Points x = Reference.points(one.get("X"));
    double[] noise = new double[x.size()];
    Arrays.fill(noise, one.get("noise_variance").doubleValue());
    Observations data = Observations.of(x, Reference.numbers(one.get("y")), noise);
    Points u = Reference.points(one.get("inducing"));
    double jitter = one.get("jitter_on_Kuu").doubleValue();
    CollapsedBound bound =
        CollapsedBound.of(Reference.kernel(one), 0, data, new InducingPoints(u, jitter));
    JsonNode expected = one.get("expected");
    assertThat(bound.value()).isCloseTo(expected.get("elbo").doubleValue(), within(1e-6));
    Moments found = bound.posterior().at(Reference.points(one.get("Xstar")));
    assertThat(found.mean().toArray())
        .containsExactly(Reference.numbers(expected.get("posterior_mean")), within(1e-6));
    assertThat(found.variance().toArray())
        .containsExactly(Reference.numbers(expected.get("posterior_var_noiseless")), within(1e-6));
    assertThat(bound.value())
        .isLessThan(expected.get("exact_log_marginal_likelihood").doubleValue());
  }

  @Test
  void withAllInputsInducingItIsTheExactProcess() {
    Observations data = Scenes.noisy(40);
    CollapsedBound bound =
        CollapsedBound.of(Scenes.rough(), Scenes.MEAN, data, new InducingPoints(data.x(), 0));
    GaussianProcess exact = Scenes.exact(Scenes.rough(), data);
    assertThat(bound.value()).isCloseTo(exact.logMarginalLikelihood(), within(EXACT));
    Points at = Scenes.scattered(15, "elsewhere");
    Moments found = bound.posterior().at(at);
    assertThat(found.mean().toArray())
        .containsExactly(exact.at(at).mean().toArray(), within(EXACT));
    assertThat(found.variance().toArray())
        .containsExactly(exact.at(at).variance().toArray(), within(EXACT));
    double[][] covariance = exact.covariance(at);
    for (int i = 0; i < at.size(); i++) {
      assertThat(bound.posterior().covariance(at)[i]).containsExactly(covariance[i], within(EXACT));
    }
    Points one = Scenes.scattered(1, "one more");
    assertThat(bound.posterior().plus(one, 0.7, 0.02).at(at).mean().toArray())
        .containsExactly(exact.plus(one, 0.7, 0.02).at(at).mean().toArray(), within(EXACT));
  }

  @Test
  void isNeverAboveTheLikelihoodAndGrowsWithEveryInducingPoint() {
    RandomStream random = RandomStream.of(5, "bounds");
    for (int trial = 0; trial < 20; trial++) {
      Observations data = Scenes.noisy(Scenes.scattered(30, "trial " + trial));
      Kernel kernel = Scenes.smooth().with(new double[] {2 * random.nextDouble() + 0.1, 0.2, 0.7});
      double likelihood = Scenes.exact(kernel, data).logMarginalLikelihood();
      double before = Double.NEGATIVE_INFINITY;
      for (int m : new int[] {1, 4, 10, 20, 30}) {
        double bound = Scenes.bound(kernel, data, m).value();
        assertThat(bound).isBetween(before, likelihood);
        before = bound;
      }
    }
  }

  @Test
  void theProfiledMeanHasTheGreatestBound() {
    Observations data = Scenes.noisy(60);
    InducingPoints u = InducingPoints.of(Scenes.scattered(12, "inducing"));
    CollapsedBound best = CollapsedBound.profiled(Scenes.smooth(), data, u);
    for (double moved : new double[] {best.mean() - 0.01, best.mean() + 0.01}) {
      assertThat(CollapsedBound.of(Scenes.smooth(), moved, data, u).value())
          .isLessThan(best.value());
    }
  }

  @Test
  void tilesAndBlocksLeaveTheBoundUnchanged() {
    // 600 observations take three tiles; every observation five times with five times the noise
    // says the same as once, but for what the noise alone says
    Points x = Scenes.scattered(120, "places");
    double[][] repeated = new double[600][];
    Arrays.setAll(repeated, i -> x.row(i % 120));
    Observations once = Scenes.noisy(x);
    Points many = Points.of(repeated);
    double[] y = new double[600];
    double[] noise = new double[600];
    Arrays.setAll(y, i -> once.y().get(i % 120));
    Arrays.setAll(noise, i -> 5 * once.noiseVariance().orElseThrow().get(i % 120));
    InducingPoints u = InducingPoints.of(Scenes.scattered(20, "inducing"));
    Points at = Scenes.scattered(10, "elsewhere");
    Moments all =
        CollapsedBound.of(Scenes.smooth(), 0, Observations.of(many, y, noise), u)
            .posterior()
            .at(at);
    Moments single = CollapsedBound.of(Scenes.smooth(), 0, once, u).posterior().at(at);
    assertThat(all.mean().toArray()).containsExactly(single.mean().toArray(), within(EXACT));
    assertThat(all.variance().toArray())
        .containsExactly(single.variance().toArray(), within(EXACT));
  }

  @ParameterizedTest
  @CsvSource({"0", "1e-11", "-0.0"})
  void refusesNoiseThatItCannotDivideBy(double variance) {
    Points x = Scenes.scattered(3, "places");
    Observations data = Observations.of(x, new double[3], new double[] {0.1, variance, 0.1});
    assertThatThrownBy(() -> Scenes.bound(Scenes.smooth(), data, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("observation 2 has a noise variance of")
        .hasMessageContaining("ExactSurrogate");
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    Observations data = Scenes.noisy(5);
    Observations unknown = Observations.of(data.x(), data.y().toArray());
    assertThatThrownBy(() -> Scenes.bound(Scenes.smooth(), unknown, 2))
        .hasMessageContaining("noise variance of every observation");
    InducingPoints line = InducingPoints.of(Points.of(new double[] {0.5}));
    assertThatThrownBy(() -> CollapsedBound.of(Scenes.smooth(), 0, data, line))
        .hasMessageContaining("1 coordinates for observations at points of 2");
    assertThatThrownBy(() -> InducingPoints.of(data.x().select()))
        .hasMessageContaining("at least one inducing point");
    assertThatThrownBy(() -> new InducingPoints(data.x(), Double.NaN))
        .hasMessageContaining("jitter");
  }
}
