package dev.cantilever.numerics.fidelity;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.multitask.MultiTaskModel;
import dev.cantilever.numerics.multitask.TaskPoints;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Set;

/** Eleven candidates at a cheap and a dear fidelity, and a process that is known. */
final class Example {

  static final Points CANDIDATES = candidates();
  static final List<Fidelity> FIDELITIES =
      List.of(new Fidelity("small lattice", 1), new Fidelity("large lattice", 5));
  static final double LOW_NOISE = 0.02;
  static final double HIGH_NOISE = 0.005;
  static final Points MEASURED =
      Points.of(new double[][] {{0.1, 0}, {0.4, 0}, {0.55, 0}, {0.9, 0}, {0.15, 1}, {0.8, 1}});
  static final GaussianProcess BELIEF =
      GaussianProcess.given(
          kernel(),
          0.1,
          MEASURED,
          new double[] {-0.3, 0.9, 0.8, -0.6, -0.2, 0.1},
          new double[] {LOW_NOISE, LOW_NOISE, LOW_NOISE, LOW_NOISE, HIGH_NOISE, HIGH_NOISE});

  private Example() {}

  private static Kernel kernel() {
    return new MultiTaskModel.Autoregression(KernelFamily.RBF, 1)
        .template()
        .with(new double[] {1, 0.2, 0.9, 0.1, 0.5});
  }

  private static Points candidates() {
    double[][] rows = new double[11][1];
    for (int i = 0; i < rows.length; i++) {
      rows[i][0] = i / (rows.length - 1.0);
    }
    return Points.of(rows);
  }

  static FidelityPool pool(Pair... closed) {
    return FidelityPool.of(
        CANDIDATES,
        BELIEF,
        new FidelityPool.Levels(FIDELITIES, Series.of(LOW_NOISE, HIGH_NOISE)),
        MEASURED,
        Set.of(closed));
  }

  /** All candidates at a fidelity. */
  static Points at(int fidelity) {
    return TaskPoints.of(CANDIDATES, fidelity);
  }
}
