package dev.cantilever.tests.bench;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Fit;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Observations;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A fit from five random starts, of which the best is kept. */
@State(Scope.Benchmark)
public class ColdFitBenchmark {

  private static final int STARTS = 5;

  @Param("200")
  public int n;

  @Param({"2", "6"})
  public int d;

  private Observations data;

  @Setup
  public void data() {
    data = Observations.of(Formula.points(n, d), Formula.standardised(n, d));
  }

  @Benchmark
  public Fit.Result fit() {
    return Fit.of(
        FitSettings.usual(KernelFamily.RBF, d),
        data,
        Optional.empty(),
        STARTS,
        RandomStream.of(0, "speed"));
  }
}
