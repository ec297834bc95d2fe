package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Observations and kernels to try sparse processes with. */
final class Scenes {

  static final double MEAN = 0.3;

  private Scenes() {}

  /** Rough enough that 40 points determine no covariance beyond rounding errors. */
  static Kernel rough() {
    return new Stationary(KernelFamily.MATERN32, 1.2, Series.of(0.4, 0.6));
  }

  static Kernel smooth() {
    return new Stationary(KernelFamily.RBF, 1.2, Series.of(0.3, 0.4));
  }

  static Points scattered(int n, String stream) {
    RandomStream random = RandomStream.of(7, stream);
    double[][] rows = new double[n][2];
    for (double[] row : rows) {
      row[0] = random.nextDouble();
      row[1] = random.nextDouble();
    }
    return Points.of(rows);
  }

  static double wave(Points x, int i) {
    return StrictMath.sin(7 * x.get(i, 0)) + StrictMath.cos(5 * x.get(i, 1)) * x.get(i, 0);
  }

  /** Waves with noise of deviation 0.1 at n places. */
  static double[] observed(Points x) {
    RandomStream random = RandomStream.of(7, "noise");
    double[] y = new double[x.size()];
    Arrays.setAll(y, i -> wave(x, i) + 0.1 * random.nextNormal());
    return y;
  }

  /** n observations whose noise variances differ, from 0.01 to 0.1. */
  static Observations noisy(int n) {
    return noisy(scattered(n, "places"));
  }

  static Observations noisy(Points x) {
    double[] noise = new double[x.size()];
    Arrays.setAll(noise, i -> 0.01 + 0.09 * x.get(i, 0));
    return Observations.of(x, observed(x), noise);
  }

  /** The bound with the first m inputs as inducing points. */
  static CollapsedBound bound(Kernel kernel, Observations data, int m) {
    int[] first = IntStream.range(0, m).toArray();
    return CollapsedBound.of(kernel, MEAN, data, InducingPoints.of(data.x().select(first)));
  }

  static GaussianProcess exact(Kernel kernel, Observations data) {
    double[] noise = data.noiseVariance().orElseThrow().toArray();
    return GaussianProcess.given(kernel, MEAN, data.x(), data.y().toArray(), noise);
  }
}
