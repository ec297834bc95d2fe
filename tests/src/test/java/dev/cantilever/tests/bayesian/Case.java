package dev.cantilever.tests.bayesian;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Random data under a stationary kernel of random hyper-parameters.
 *
 * @param inputs observed places
 * @param y what was observed there
 * @param noise its variance
 * @param pool where a posterior is asked for, the observed places among them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Case(Kernel kernel, double[][] inputs, double[] y, double[] noise, Points pool) {

  private static final List<String> KERNELS =
      List.of("rbf", "matern12", "matern32", "matern52", "rational_quadratic", "periodic");

  static Case draw(RandomStream stream) {
    int dimension = 1 + stream.nextInt(4);
    int n = 2 + stream.nextInt(30);
    Kernel template =
        new KernelForm(KERNELS.get(stream.nextInt(KERNELS.size()))).template(dimension);
    double[] values = new double[template.parameters().size()];
    Arrays.setAll(values, p -> 0.1 + 1.4 * stream.nextDouble());
    double[][] inputs = rows(n, dimension, stream);
    double[] y = new double[n];
    Arrays.setAll(y, i -> stream.nextNormal());
    double[] noise = new double[n];
    Arrays.setAll(noise, i -> StrictMath.pow(10, -4 + 3 * stream.nextDouble()));
    double[][] asked = rows(40, dimension, stream);
    System.arraycopy(inputs, 0, asked, 0, n);
    return new Case(template.with(values), inputs, y, noise, Points.of(asked));
  }

  int[] order() {
    return IntStream.range(0, y.length).toArray();
  }

  /** The process given the observations in this order. */
  GaussianProcess process(int[] order) {
    double[][] rows = Arrays.stream(order).mapToObj(i -> inputs[i]).toArray(double[][]::new);
    double[] values = Arrays.stream(order).mapToDouble(i -> y[i]).toArray();
    double[] noises = Arrays.stream(order).mapToDouble(i -> noise[i]).toArray();
    return GaussianProcess.given(kernel, 0.2, Points.of(rows), values, noises);
  }

  private static double[][] rows(int n, int dimension, RandomStream stream) {
    return IntStream.range(0, n).mapToObj(i -> row(dimension, stream)).toArray(double[][]::new);
  }

  static double[] row(int dimension, RandomStream stream) {
    double[] row = new double[dimension];
    Arrays.setAll(row, k -> stream.nextDouble());
    return row;
  }
}
