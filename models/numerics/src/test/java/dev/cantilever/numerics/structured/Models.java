package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.formula.MeanFunction.Input;
import dev.cantilever.numerics.formula.MeanFunction.Parameter;
import dev.cantilever.numerics.kernel.Held;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Models that several tests share. */
final class Models {

  static final Prior UNIT = new Prior.LogNormal(0, 1);

  private Models() {}

  /** A mean of x with alternating names and priors. */
  static MeanFunction mean(String formula, Object... namesAndPriors) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < namesAndPriors.length; i += 2) {
      parameters.add(new Parameter((String) namesAndPriors[i], (Prior) namesAndPriors[i + 1], ""));
    }
    return MeanFunction.of(formula, List.of(new Input("x", "")), parameters, "");
  }

  static Kernel matern(double outputScale, double lengthscale) {
    return new Stationary(KernelFamily.MATERN52, outputScale, Series.of(lengthscale));
  }

  /** The same with nothing to infer. */
  static Kernel heldMatern(double outputScale, double lengthscale) {
    return new Held(Set.of(Role.OUTPUT_SCALE, Role.LENGTHSCALE), matern(outputScale, lengthscale));
  }

  static Points line(double... x) {
    return Points.of(Arrays.stream(x).mapToObj(one -> new double[] {one}).toArray(double[][]::new));
  }

  static double[] repeated(double value, int n) {
    double[] same = new double[n];
    Arrays.fill(same, value);
    return same;
  }
}
