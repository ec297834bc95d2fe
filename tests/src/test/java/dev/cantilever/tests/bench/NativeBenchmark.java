package dev.cantilever.tests.bench;

import dev.cantilever.numerics.linalg.NativeLapack;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** As {@link PartsBenchmark}, with the LAPACK of the system; only where there is one. */
@State(Scope.Benchmark)
public class NativeBenchmark {

  private final PartsBenchmark parts = new PartsBenchmark();

  @Setup
  public void data() {
    NativeLapack.use(() -> "the system's");
    parts.data();
  }

  /** n 1000, d 5, with its seven derivatives and that of the mean. */
  @Benchmark
  public PartsBenchmark.Likelihood marginalLikelihood() {
    return parts.marginalLikelihood();
  }
}
