package dev.cantilever.tests.bench;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.search.SpaceProposer;
import dev.cantilever.numerics.space.Axis;
import dev.cantilever.numerics.space.Condition;
import dev.cantilever.numerics.space.SearchSpace;
import dev.cantilever.numerics.space.SpaceSearch;
import dev.cantilever.numerics.space.Visited;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One step of a campaign over the unit cube with the peer's effort: a fit of n points from the
 * optimum for n − 1, then the point of greatest logarithmic expected improvement from 512 draws and
 * 10 climbs.
 */
@State(Scope.Benchmark)
public class WarmStepBenchmark {

  @Param({"50", "200", "500"})
  public int n;

  @Param({"2", "6"})
  public int d;

  private Surrogate surrogate;
  private Observations data;
  private SpaceProposer fitting;
  private SpaceProposer fitted;
  private SpaceProposer.Known known;

  @Setup
  public void fitOnePointFewer() {
    List<Axis> axes =
        IntStream.range(0, d).<Axis>mapToObj(k -> new Axis.Continuous("x" + k, 0, 1)).toList();
    SearchSpace space = new SearchSpace(axes, List.of());
    double[][] x = Formula.inputs(n, d, 1);
    double[] y = Formula.outputs(x);
    surrogate = new ExactSurrogate(FitSettings.usual(KernelFamily.RBF, d), 0);
    double[] fewer = Arrays.copyOf(y, n - 1);
    Hyperparameters before =
        new ExactSurrogate(FitSettings.usual(KernelFamily.RBF, d), 5)
            .learn(observations(x, fewer), Optional.empty(), stream())
            .hyperparameters();
    data = observations(x, y);
    Learned learned = surrogate.learn(data, Optional.of(before), stream());
    fitting = proposer(space, surrogate);
    fitted = proposer(space, (again, start, unused) -> learned);
    List<Condition> observed = Arrays.stream(x).map(space::decode).toList();
    Visited visited = Visited.none(space);
    for (Condition condition : observed) {
      visited = visited.measured(condition);
    }
    known = new SpaceProposer.Known(observed, Series.of(y), visited, Optional.of(before));
  }

  @Benchmark
  public Learned fit() {
    return surrogate.learn(data, known.before(), stream());
  }

  @Benchmark
  public SpaceProposer.Next propose() {
    return fitted.propose(known, stream());
  }

  @Benchmark
  public SpaceProposer.Next step() {
    return fitting.propose(known, stream());
  }

  private static Observations observations(double[][] x, double[] y) {
    double[] standardised = Standardisation.of(y).apply(y);
    return Observations.of(Points.of(Arrays.copyOf(x, y.length)), standardised);
  }

  private static SpaceProposer proposer(SearchSpace space, Surrogate surrogate) {
    return new SpaceProposer(
        space,
        surrogate,
        new Pointwise.LogExpectedImprovement(0),
        Incumbent.BEST_OBSERVATION,
        new SpaceSearch.Options(512, 10, 200, 1));
  }

  private static RandomStream stream() {
    return RandomStream.of(0, "speed");
  }
}
