package dev.cantilever.numerics.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.sampling.Summary;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The published structured-process tutorial: 15 noisy points of a piecewise power law. */
class PublishedPiecewiseTest {

  private static final JsonNode ONE =
      Reference.cases("published_anchors.json")
          .filter(one -> one.get("id").asText().equals("sgp_piecewise"))
          .findFirst()
          .orElseThrow();
  private static final double[] X = Reference.numbers(ONE.get("X"));
  private static final double[] Y = Reference.numbers(ONE.get("y"));
  private static final Prior CHANGE = new Prior.Uniform(0.5, 2.5);

  private static StructuredFit fit(MeanFunction mean, int draws, double[] x, double[] y) {
    return new StructuredSurrogate(
            StructuredModel.of(mean, Models.matern(1, 1)),
            Units.none(1),
            new InferenceSettings(SamplerSettings.of(300, draws), RestartRule.STANDARD, 64))
        .fit(Observations.of(Models.line(x), y), RandomStream.of(1, "published"));
  }

  private static MeanFunction powers() {
    return Models.mean(
        "x < t ? x^beta1 : x^beta2", "t", CHANGE, "beta1", Models.UNIT, "beta2", Models.UNIT);
  }

  private static MeanFunction lines() {
    return Models.mean("x < t ? b*x : c*x", "t", CHANGE, "b", Models.UNIT, "c", Models.UNIT);
  }

  /**
   * Within 3 published standard errors of 300 draws and 2 %, the acceptance that the file states.
   */
  private static void assertPublished(JsonNode expected, String name, double mean) {
    double[] published = Reference.numbers(expected.get(name));
    double allowed = 3 * published[1] / Math.sqrt(300) + 0.02 * Math.abs(published[0]);
    assertThat(mean).as(name).isCloseTo(published[0], within(allowed));
  }

  @Test
  void trueFormHasThePublishedPosterior() {
    ParameterDraws draws = fit(powers(), 600, X, Y).parameters();
    assertThat(draws.isConverged()).isTrue();
    JsonNode expected = ONE.at("/expected/sgp_power_power");
    String[] names = {"t", "beta1", "beta2", "k_scale", "k_length", "noise"};
    for (int j = 0; j < names.length; j++) {
      assertPublished(expected, names[j], draws.summaries().get(j).posterior().mean());
    }
  }

  /**
   * The published chain has sd 0.11 of t, that of a uniform distribution between the two inputs
   * around 1.43: it stayed in that mode. The posterior has others of about 8 % together, which
   * chains of 2000 draws visit or not; compared is the published one.
   */
  @Test
  @Tag("long")
  void wrongFormHasThePublishedPosteriorInThePublishedMode() {
    ParameterDraws draws = fit(lines(), 4_000, X, Y).parameters();
    assertThat(draws.isConverged()).isTrue();
    List<Series> mode =
        draws.thinned(4_000).stream()
            .filter(values -> values.get(0) > 1.19 && values.get(0) < 1.6165)
            .toList();
    assertThat(mode.size()).isGreaterThan(3_400);
    JsonNode expected = ONE.at("/expected/sgp_linear_linear");
    String[] names = {"t", "b", "c", "k_scale", "k_length", "noise"};
    for (int j = 0; j < names.length; j++) {
      int at = j;
      double mean = mode.stream().mapToDouble(v -> v.get(at)).average().orElseThrow();
      System.out.printf(
          "linear|linear %s: %.3f, published %s%n", names[j], mean, expected.get(names[j]));
      assertPublished(expected, names[j], mean);
    }
  }

  /** Published: t = 1.72 ± 0.02 after four, one run; 1.83 ± 0.13 before; the truth is 1.7. */
  @Test
  @Tag("long")
  void fourMeasurementsWhereMostIsUncertainLocateTheTransition() {
    double[] deviations = new double[3];
    for (int seed = 0; seed < deviations.length; seed++) {
      Summary t = afterFourMeasurements(RandomStream.of(seed, "noise"));
      System.out.printf("t = %.3f ± %.3f after four measurements%n", t.mean(), t.deviation());
      assertThat(t.mean()).isCloseTo(1.7, within(3 * t.deviation()));
      deviations[seed] = t.deviation();
    }
    Arrays.sort(deviations);
    assertThat(deviations[1]).isLessThan(0.04);
  }

  private static Summary afterFourMeasurements(RandomStream noise) {
    double[] grid = new double[200];
    Arrays.setAll(grid, i -> 2.5 * i / 199);
    double[] x = X;
    double[] y = Y;
    for (int step = 0; step < 4; step++) {
      Moments moments = fit(powers(), 300, x, y).posterior().at(Models.line(grid));
      int most = 0;
      for (int i = 0; i < grid.length; i++) {
        most = moments.variance().get(i) > moments.variance().get(most) ? i : most;
      }
      double truth = StrictMath.pow(grid[most], grid[most] < 1.7 ? 4.5 : 2.5);
      x = appended(x, grid[most]);
      y = appended(y, truth + 0.1 * noise.nextNormal());
    }
    return fit(powers(), 300, x, y).parameters().summaries().getFirst().posterior();
  }

  @Test
  @Tag("long")
  void evidencePrefersTheTrueForm() {
    Evidence right = fit(powers(), 1_000, X, Y).evidence(RandomStream.of(1, "evidence"));
    Evidence wrong = fit(lines(), 1_000, X, Y).evidence(RandomStream.of(1, "evidence"));
    assertThat(right.log() - wrong.log()).isGreaterThan(10);
  }

  private static double[] appended(double[] values, double one) {
    double[] longer = Arrays.copyOf(values, values.length + 1);
    longer[values.length] = one;
    return longer;
  }
}
