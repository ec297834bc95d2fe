package dev.cantilever.numerics.structured;

import static dev.cantilever.numerics.structured.Models.line;
import static dev.cantilever.numerics.structured.Models.repeated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.MomentSlopes;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearStructuredTest {

  private static final JsonNode ONE =
      Reference.read("bayes_quadrature.json").at("/cases/structured_gp_linear_mean");
  private static final MeanFunction LINE =
      Models.mean("a*x + b", "a", new Prior.Normal(1, 1), "b", new Prior.Normal(0, 2));
  private static final Points X = Reference.points(ONE.get("X"));
  private static final double[] Y = Reference.numbers(ONE.get("y"));
  private static final double[] NOISE = repeated(ONE.get("noise_variance").doubleValue(), Y.length);
  private static final Points AT = Reference.points(ONE.get("Xstar"));

  private static LinearPosterior reference() {
    return new LinearStructured(LINE, Reference.kernel(ONE), Units.none(1)).given(X, Y, NOISE);
  }

  @Test
  void coefficientsPredictionsAndEvidenceAreThoseOfTheReference() {
    LinearPosterior posterior = reference();
    JsonNode expected = ONE.get("expected");
    assertThat(posterior.coefficients().toArray())
        .containsExactly(Reference.numbers(expected.get("coef_mean")), within(1e-8));
    double[][] coefficients = Reference.matrix(expected.get("coef_cov"));
    double[][] covariance = Reference.matrix(expected.get("posterior_cov_noiseless"));
    for (int k = 0; k < 2; k++) {
      assertThat(posterior.coefficientCovariance()[k])
          .containsExactly(coefficients[k], within(1e-8));
    }
    Moments moments = posterior.at(AT);
    assertThat(moments.mean().toArray())
        .containsExactly(Reference.numbers(expected.get("posterior_mean")), within(1e-8));
    for (int i = 0; i < AT.size(); i++) {
      assertThat(posterior.covariance(AT)[i]).containsExactly(covariance[i], within(1e-8));
      assertThat(moments.variance().get(i)).isCloseTo(covariance[i][i], within(1e-8));
    }
    assertThat(posterior.evidence().log())
        .isCloseTo(expected.get("log_evidence").doubleValue(), within(1e-8));
  }

  /** The same model in kelvin and millivolt, as the core would be given it. */
  @Test
  void unitsOfInputsAndObservationsChangeNothingThatIsPhysical() {
    Standardisation standardisation = Standardisation.of(Y);
    Units units = new Units(new InputScaling(Series.of(-1), Series.of(4)), standardisation);
    double c = standardisation.deviation();
    Kernel scaled = Models.matern(0.3 / (c * c), 0.4 / 5);
    LinearPosterior posterior =
        new LinearStructured(LINE, scaled, units)
            .given(
                units.inputs().scaled(X),
                standardisation.apply(Y),
                repeated(0.01 / (c * c), Y.length));
    LinearPosterior plain = reference();
    assertThat(posterior.coefficients().toArray())
        .containsExactly(plain.coefficients().toArray(), within(1e-10));
    assertThat(posterior.evidence().log()).isCloseTo(plain.evidence().log(), within(1e-10));
    Moments moments = posterior.at(units.inputs().scaled(AT));
    for (int i = 0; i < AT.size(); i++) {
      assertThat(standardisation.mean(moments.mean().get(i)))
          .isCloseTo(plain.at(AT).mean().get(i), within(1e-10));
      assertThat(standardisation.deviation(moments.deviation(i)))
          .isCloseTo(plain.at(AT).deviation(i), within(1e-10));
    }
    MomentSlopes slopes = posterior.slopes(units.inputs().scaled(line(1.3)));
    MomentSlopes expected = plain.slopes(line(1.3));
    assertThat(slopes.meanSlopes().get(0) * c / 5)
        .isCloseTo(expected.meanSlopes().get(0), within(1e-9));
    assertThat(slopes.varianceSlopes().get(0) * c * c / 5)
        .isCloseTo(expected.varianceSlopes().get(0), within(1e-9));
  }

  @Test
  void slopesAreThoseOfTheMoments() {
    LinearPosterior posterior = reference();
    double step = 1e-5;
    for (double x : new double[] {0.5, 1.7, 3.2}) {
      MomentSlopes slopes = posterior.slopes(line(x));
      Moments around = posterior.at(line(x - step, x, x + step));
      assertThat(slopes.mean()).isCloseTo(around.mean().get(1), within(1e-12));
      assertThat(slopes.variance()).isCloseTo(around.variance().get(1), within(1e-12));
      assertThat(slopes.meanSlopes().get(0))
          .isCloseTo((around.mean().get(2) - around.mean().get(0)) / (2 * step), within(1e-6));
      assertThat(slopes.varianceSlopes().get(0))
          .isCloseTo(
              (around.variance().get(2) - around.variance().get(0)) / (2 * step), within(1e-6));
    }
  }

  /** Two made-up observations, against learning both of them. */
  @Test
  void aPoolGivenObservationsSaysWhatTheWholePosteriorSays() {
    PoolPosterior pool = reference().over(AT).given(1, 0.9, 0.01).given(3, 4.2, 0.02);
    LinearPosterior whole = reference().plus(AT.select(1), 0.9, 0.01).plus(AT.select(3), 4.2, 0.02);
    Moments moments = whole.at(AT);
    for (int i = 0; i < AT.size(); i++) {
      assertThat(pool.mean(i)).isCloseTo(moments.mean().get(i), within(1e-10));
      assertThat(pool.variance(i)).isCloseTo(moments.variance().get(i), within(1e-10));
      assertThat(pool.covarianceWith(i)).containsExactly(whole.covariance(AT)[i], within(1e-10));
    }
  }

  /** 150 draws far outside of the data, where the coefficients decide. */
  @Test
  void drawsOfTheFunctionHaveItsMoments() {
    LinearPosterior posterior = reference();
    RandomStream stream = RandomStream.of(1, "linear draws");
    double[] values = new double[150];
    double squares = 0;
    Moments moments = posterior.at(line(8));
    for (int s = 0; s < values.length; s++) {
      values[s] = posterior.draw(stream).at(line(8))[0];
      squares += (values[s] - moments.mean().get(0)) * (values[s] - moments.mean().get(0));
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    assertThat(mean)
        .isCloseTo(
            moments.mean().get(0), within(4 * moments.deviation(0) / Math.sqrt(values.length)));
    double relativeError = Math.sqrt(2.0 / values.length);
    assertThat(squares / values.length)
        .isCloseTo(
            moments.variance().get(0), within(4 * relativeError * moments.variance().get(0)));
  }

  /** In metres instead of nanometres the basis is a billion times smaller. */
  @Test
  void hugeDifferencesBetweenTheUnitsOfCoefficientsDoNoHarm() {
    MeanFunction steep =
        Models.mean("a*x*1e-9 + b", "a", new Prior.Normal(1e9, 1e9), "b", new Prior.Normal(0, 2));
    LinearPosterior posterior =
        new LinearStructured(steep, Reference.kernel(ONE), Units.none(1)).given(X, Y, NOISE);
    LinearPosterior plain = reference();
    assertThat(posterior.coefficients().get(0) * 1e-9)
        .isCloseTo(plain.coefficients().get(0), within(1e-10));
    assertThat(posterior.evidence().log()).isCloseTo(plain.evidence().log(), within(1e-9));
  }

  @Test
  void refusesWhatHasNoClosedForm() {
    Kernel kernel = Reference.kernel(ONE);
    MeanFunction power = Models.mean("x^a", "a", new Prior.Normal(1, 1));
    MeanFunction positive = Models.mean("a*x", "a", Models.UNIT);
    assertThatThrownBy(() -> new LinearStructured(power, kernel, Units.none(1)))
        .hasMessage("x^a is not linear in its parameters; draw them with StructuredSurrogate");
    assertThatThrownBy(() -> new LinearStructured(positive, kernel, Units.none(1)))
        .hasMessageContaining("needs normal priors, but that of a is LogNormal[mu=0.0, sigma=1.0]");
    assertThatThrownBy(() -> new LinearStructured(LINE, kernel, Units.none(2)))
        .hasMessageContaining("1 inputs, the scaling 2");
    MeanFunction pole = Models.mean("a/x", "a", new Prior.Normal(1, 1));
    LinearPosterior posterior =
        new LinearStructured(pole, kernel, Units.none(1)).given(X, Y, NOISE);
    assertThatThrownBy(() -> posterior.at(line(0)))
        .isInstanceOf(UndefinedMean.class)
        .hasMessageContaining("leave such points out of the pool");
  }
}
