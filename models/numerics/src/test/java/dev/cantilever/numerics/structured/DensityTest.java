package dev.cantilever.numerics.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.formula.MeanFunction.Input;
import dev.cantilever.numerics.formula.MeanFunction.Parameter;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.RationalQuadratic;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.kernel.SumKernel;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class DensityTest {

  private static final MeanFunction MEAN =
      MeanFunction.of(
          "a*exp(-u/b) + c*w^2",
          List.of(new Input("u", ""), new Input("w", "")),
          List.of(
              new Parameter("a", new Prior.Normal(20, 10), ""),
              new Parameter("b", new Prior.Gamma(2, 0.1), ""),
              new Parameter("c", new Prior.Uniform(-3, 1), "")),
          "");

  private static final Units UNITS =
      new Units(new InputScaling(Series.of(10, -2), Series.of(60, 2)), new Standardisation(7, 3.5));

  private static StructuredModel model() {
    return StructuredModel.of(
            MEAN,
            new SumKernel(
                List.of(
                    new Stationary(KernelFamily.MATERN52, 1, Series.of(0.5, 0.5)),
                    new RationalQuadratic(1, Series.of(0.5, 0.5), 1))))
        .with(Role.LENGTHSCALE, new Prior.Uniform(0, 2))
        .with(Role.SHAPE, new Prior.HalfNormal(2))
        .withNoise(new Prior.Gamma(1.5, 3));
  }

  private static Observations data(RandomStream stream) {
    double[][] x = new double[9][];
    double[] y = new double[x.length];
    for (int i = 0; i < y.length; i++) {
      x[i] = new double[] {stream.nextDouble(), stream.nextDouble()};
      y[i] = stream.nextNormal();
    }
    return Observations.of(Points.of(x), y);
  }

  /** Central differences at ten places drawn from the priors. */
  @Test
  void gradientOfAProcessIsThatOfItsValue() {
    RandomStream stream = RandomStream.of(3, "process gradient");
    ProcessLikelihood likelihood = new ProcessLikelihood(model(), UNITS, data(stream));
    assertGradient(new JointDensity(model().unknowns(true), likelihood), stream);
  }

  @Test
  void gradientOfAPhysicalModelIsThatOfItsValue() {
    RandomStream stream = RandomStream.of(4, "normal gradient");
    Observations data = data(stream);
    Points physical = UNITS.inputs().physical(data.x());
    NormalLikelihood likelihood =
        new NormalLikelihood(MEAN.formula(), physical, data.y().toArray());
    Unknowns unknowns =
        new Unknowns(
            List.of("a", "b", "c", "noise deviation"),
            List.of(
                new Prior.Normal(20, 10),
                new Prior.Gamma(2, 0.1),
                new Prior.Uniform(-3, 1),
                new Prior.LogNormal(0, 1)));
    assertGradient(new JointDensity(unknowns, likelihood), stream);
  }

  private static void assertGradient(JointDensity density, RandomStream stream) {
    for (int place = 0; place < 10; place++) {
      double[] theta = density.unknowns().draw(stream);
      double[] gradient = density.at(theta).gradient();
      for (int j = 0; j < theta.length; j++) {
        double step = 1e-5;
        double[] moved = theta.clone();
        moved[j] += step;
        double above = density.value(moved);
        moved[j] -= 2 * step;
        double slope = (above - density.value(moved)) / (2 * step);
        assertThat(gradient[j])
            .as("coordinate %d at place %d", j, place)
            .isCloseTo(slope, within(2e-6 * (1 + Math.abs(slope) + Math.abs(above))));
      }
    }
  }

  /** The process is tested by itself; here its values are in the units of the core. */
  @Test
  void likelihoodIsThatOfTheProcessGivenTheSameData() {
    RandomStream stream = RandomStream.of(5, "likelihood");
    Observations data = data(stream);
    ProcessLikelihood likelihood = new ProcessLikelihood(model(), UNITS, data);
    Unknowns unknowns = model().unknowns(true);
    for (int place = 0; place < 5; place++) {
      double[] values = unknowns.values(unknowns.draw(stream));
      GaussianProcess process = likelihood.process(values);
      assertThat(likelihood.at(values)).isCloseTo(process.logMarginalLikelihood(), within(1e-8));
      double a = values[0];
      double b = values[1];
      double c = values[2];
      double[] expected = process.mean().at(data.x());
      for (int i = 0; i < expected.length; i++) {
        double u = 10 + 50 * data.x().get(i, 0);
        double w = -2 + 4 * data.x().get(i, 1);
        double physical = a * StrictMath.exp(-u / b) + c * w * w;
        assertThat(expected[i]).isCloseTo((physical - 7) / 3.5, within(1e-10));
      }
      assertThat(process.mean().slopes(data.x().select(0))[0])
          .isCloseTo(
              -a / b * StrictMath.exp(-(10 + 50 * data.x().get(0, 0)) / b) * 50 / 3.5,
              within(1e-8));
    }
  }

  /** A density is a function: what was asked before must not change the bits. */
  @Test
  void keptFactorChangesNoBit() {
    RandomStream stream = RandomStream.of(6, "memory");
    Observations data = data(stream);
    JointDensity used =
        new JointDensity(model().unknowns(true), new ProcessLikelihood(model(), UNITS, data));
    double[] first = used.unknowns().draw(stream);
    double[] second = used.unknowns().draw(stream);
    double[] sliced = first.clone();
    sliced[2] += 0.1;
    for (double[] theta : List.of(first, sliced, second, sliced, first)) {
      JointDensity fresh =
          new JointDensity(model().unknowns(true), new ProcessLikelihood(model(), UNITS, data));
      assertThat(used.value(theta)).isEqualTo(fresh.at(theta).value());
      assertThat(used.at(theta).gradient()).containsExactly(fresh.at(theta).gradient());
    }
  }

  @Test
  void valuesThatNoKernelCanTakeAreImpossibleAndNotAnError() {
    Observations data = data(RandomStream.of(7, "extremes"));
    JointDensity density =
        new JointDensity(model().unknowns(true), new ProcessLikelihood(model(), UNITS, data));
    for (double extreme : new double[] {-800, 800}) {
      for (int j = 0; j < density.unknowns().size(); j++) {
        double[] theta = new double[density.unknowns().size()];
        theta[j] = extreme;
        assertThat(density.value(theta)).isNotNaN();
        assertThat(density.at(theta).value()).isEqualTo(density.value(theta));
      }
    }
  }
}
