package dev.cantilever.numerics.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import org.junit.jupiter.api.Test;

/** Evidence from draws against the closed form of the same model. */
class EvidenceTest {

  private static final MeanFunction LINE =
      Models.mean("a*x + b", "a", new Prior.Normal(30, 20), "b", new Prior.Normal(0, 40));
  private static final Points X = Models.line(0.5, 1, 1.6, 2.1, 2.2, 3);
  private static final double[] Y = {17, 43, 40, 66, 71, 95};

  private static final Units UNITS =
      new Units(new InputScaling(Series.of(0), Series.of(4)), Standardisation.of(Y));
  private static final Points SCALED = UNITS.inputs().scaled(X);
  private static final double[] STANDARDISED = UNITS.observations().apply(Y);
  private static final double[] NOISE = Models.repeated(0.05, Y.length);

  private static Evidence drawn(int seed) {
    StructuredModel model = StructuredModel.of(LINE, Models.heldMatern(0.3, 0.2));
    return new StructuredSurrogate(model, UNITS, InferenceSettings.of(60, 100))
        .fit(Observations.of(SCALED, STANDARDISED, NOISE), RandomStream.of(seed, "evidence"))
        .evidence(RandomStream.of(seed, "bridge"));
  }

  /** 30 estimates: their errors have the stated size, and no common sign. */
  @Test
  void statedErrorIsTheErrorOfTheEstimate() {
    double exact =
        new LinearStructured(LINE, Models.matern(0.3, 0.2), UNITS)
            .given(SCALED, STANDARDISED, NOISE)
            .evidence()
            .log();
    double sum = 0;
    double squares = 0;
    for (int seed = 0; seed < 30; seed++) {
      Evidence evidence = drawn(seed);
      double z = (evidence.log() - exact) / evidence.standardError();
      sum += z / 30;
      squares += z * z / 30;
    }
    assertThat(sum).isCloseTo(0, within(4 / Math.sqrt(30)));
    assertThat(squares).isBetween(0.3, 2.0); // χ² of 30 beyond four deviations
  }
}
