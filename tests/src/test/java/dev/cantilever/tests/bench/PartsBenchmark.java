package dev.cantilever.tests.bench;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.pareto.ExpectedHypervolumeImprovement;
import dev.cantilever.numerics.pareto.Front;
import dev.cantilever.numerics.pareto.ReferencePoint;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.LikelihoodGradient;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What steps are made of, at sizes where it takes a while. */
@State(Scope.Benchmark)
public class PartsBenchmark {

  private static final double LENGTHSCALE = 0.5;

  private Points thousand;
  private double[] standardised;
  private Points known;
  private double[] y;
  private Points pool;
  private double[][] front;
  private double[][] means;
  private double[][] deviations;

  @Setup
  public void data() {
    thousand = Formula.points(1000, 5);
    standardised = Formula.standardised(1000, 5);
    known = Formula.points(400, 2);
    y = Formula.outputs(Formula.inputs(400, 2, 1));
    pool = Points.of(Formula.inputs(100_000, 2, 401));
    front = Formula.front(50, 2);
    means = Formula.candidateMeans(10_000, 2);
    deviations = Formula.candidateDeviations(10_000, 2);
  }

  /** n 1000, d 5, with its seven derivatives and that of the mean. */
  @Benchmark
  public Likelihood marginalLikelihood() {
    GaussianProcess process = process(thousand, standardised, 1e-2);
    return new Likelihood(process.logMarginalLikelihood(), process.likelihoodGradient());
  }

  /** Value and derivatives. */
  public record Likelihood(double value, LikelihoodGradient slopes) {}

  /** Mean and variance at 100,000 points given 400, the factorisation included. */
  @Benchmark
  public Moments posterior() {
    return process(known, y, 1e-3).at(pool);
  }

  /** Two objectives, a front of 50, 10,000 candidates, the decomposition included. */
  @Benchmark
  public double[] hypervolumeImprovement() {
    return ExpectedHypervolumeImprovement.over(Front.of(front), ReferencePoint.of(0, 0))
        .values(means, deviations);
  }

  private static GaussianProcess process(Points x, double[] values, double noiseVariance) {
    double[] lengthscales = new double[x.dimension()];
    Arrays.fill(lengthscales, LENGTHSCALE);
    double[] noise = new double[x.size()];
    Arrays.fill(noise, noiseVariance);
    Stationary kernel = new Stationary(KernelFamily.RBF, 1, Series.of(lengthscales));
    return GaussianProcess.given(kernel, 0, x, values, noise);
  }
}
