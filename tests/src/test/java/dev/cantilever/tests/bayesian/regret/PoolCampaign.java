package dev.cantilever.tests.bayesian.regret;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.search.BatchProposer;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.Proposal;
import dev.cantilever.numerics.search.Strategy;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sequential runs over a pool of real materials, larger is better. */
final class PoolCampaign {

  private static final int MOST_EVALUATIONS = 60;

  private final JsonNode said;
  private final Points inputs;
  private final double[] y;
  private final Set<Integer> top;

  PoolCampaign(String name) {
    this.said = Shared.pool(name);
    this.inputs = scaled(Shared.rows(said.get("X")));
    this.y = Shared.numbers(said.get("y"));
    this.top =
        IntStream.range(0, y.length)
            .boxed()
            .sorted((a, b) -> Double.compare(y[b], y[a]))
            .limit(said.get("n_top").intValue())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Every column from its least to its greatest value. */
  private static Points scaled(double[][] rows) {
    for (int k = 0; k < rows[0].length; k++) {
      int column = k;
      double min = Arrays.stream(rows).mapToDouble(row -> row[column]).min().orElseThrow();
      double max = Arrays.stream(rows).mapToDouble(row -> row[column]).max().orElseThrow();
      for (double[] row : rows) {
        row[k] = (row[k] - min) / (max - min);
      }
    }
    return Points.of(rows);
  }

  /** Members in the order in which they were measured. */
  List<Integer> taken(int seed, Stopwatch watch) {
    ExactSurrogate surrogate = Defaults.surrogate(inputs.dimension());
    Strategy strategy =
        new Strategy(
            surrogate,
            surrogate,
            Defaults.FUNCTION,
            Defaults.OF_MEASURED,
            new BatchRule.Sequential(BatchRule.Lie.BELIEVED, 0));
    BatchProposer proposer = new BatchProposer(inputs, strategy, seed);
    List<Integer> taken = new ArrayList<>();
    said.get("start_indices").get("" + seed).forEach(index -> taken.add(index.intValue()));
    for (int step = 1; taken.size() < Math.min(MOST_EVALUATIONS, y.length / 2); step++) {
      Series known = Series.of(taken.stream().mapToDouble(i -> y[i]).toArray());
      BatchProposer.Known state =
          new BatchProposer.Known(step, taken, known, Set.of(), Optional.empty());
      Proposal proposal = watch.step(() -> proposer.propose(state, 1));
      taken.add(proposal.choices().getFirst().candidate());
    }
    return taken;
  }

  double[] best(List<Integer> taken) {
    double[] curve = taken.stream().mapToDouble(i -> y[i]).toArray();
    for (int i = 1; i < curve.length; i++) {
      curve[i] = Math.max(curve[i], curve[i - 1]);
    }
    return curve;
  }

  /** Share of the best members found. */
  double[] topShare(List<Integer> taken) {
    double[] curve = new double[taken.size()];
    int found = 0;
    for (int i = 0; i < curve.length; i++) {
      found += top.contains(taken.get(i)) ? 1 : 0;
      curve[i] = (double) found / top.size();
    }
    return curve;
  }
}
