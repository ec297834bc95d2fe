package dev.cantilever.numerics.hypothesis;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.ImpossibleStart;
import dev.cantilever.numerics.structured.StructuredFit;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** The fits of one step, each made when it is first asked for. One step's own; has state. */
final class Trials {

  private final List<Hypothesis> hypotheses;
  private final Points pool;
  private final HypothesisState state;
  private final long seed;
  private final TreeMap<Integer, Fitted> fitted = new TreeMap<>();

  Trials(List<Hypothesis> hypotheses, Points pool, HypothesisState state, long seed) {
    this.hypotheses = hypotheses;
    this.pool = pool;
    this.state = state;
    this.seed = seed;
  }

  /**
   * A trial with its predictions.
   *
   * @param moments over the pool, physical
   * @param noise variance of an observation's noise, mean over draws, physical
   */
  private record Fitted(Trial trial, Moments moments, double noise) {}

  Trial of(int hypothesis) {
    return fitted.computeIfAbsent(hypothesis, this::fit).trial();
  }

  /** Every trial so far, by ascending hypothesis. */
  List<Trial> all() {
    return fitted.values().stream().map(Fitted::trial).toList();
  }

  /** What each of {@link #all} predicts of an observation. */
  HypothesisProposal.Foreseen at(int candidate) {
    List<Fitted> known = new ArrayList<>(fitted.values());
    double[] mean = new double[known.size()];
    double[] deviation = new double[known.size()];
    for (int i = 0; i < mean.length; i++) {
      Fitted one = known.get(i);
      mean[i] = one.moments().mean().get(candidate);
      double spread = Math.max(0, one.moments().variance().get(candidate)) + one.noise();
      deviation[i] = Math.sqrt(Math.max(Moments.SMALLEST_VARIANCE, spread));
    }
    return new HypothesisProposal.Foreseen(Series.of(mean), Series.of(deviation));
  }

  private Fitted fit(int hypothesis) {
    Hypothesis own = hypotheses.get(hypothesis);
    Standardisation scale = own.surrogate().units().observations();
    Points inputs = pool.select(state.observed().stream().mapToInt(i -> i).toArray());
    StructuredFit fit;
    try {
      fit =
          own.surrogate()
              .fit(
                  Observations.of(inputs, scale.apply(state.y().toArray())),
                  stream("fit", hypothesis));
    } catch (ImpossibleStart impossible) {
      throw new IllegalArgumentException(
          "hypothesis %s cannot be fitted: %s".formatted(own.name(), impossible.getMessage()),
          impossible);
    }
    Moments moments = physical(fit.posterior().at(pool), scale);
    Trial trial =
        new Trial(
            hypothesis,
            fit.parameters().isConverged(),
            median(moments.variance().toArray()),
            mostUncertain(moments, stream("ties", hypothesis)),
            fit.evidence(stream("evidence", hypothesis)),
            fit.parameters().summaries());
    return new Fitted(trial, moments, noise(fit.processes(), scale));
  }

  private RandomStream stream(String what, int hypothesis) {
    return RandomStream.of(
        seed, "hypotheses/" + (state.step() + 1) + "/" + what + "/" + hypothesis);
  }

  private static double noise(List<GaussianProcess> processes, Standardisation scale) {
    double noise = 0;
    for (GaussianProcess process : processes) {
      noise += process.noiseVariance()[0] / processes.size();
    }
    return noise * scale.deviation() * scale.deviation();
  }

  private static Moments physical(Moments moments, Standardisation scale) {
    double[] mean = moments.mean().toArray();
    double[] variance = moments.variance().toArray();
    for (int c = 0; c < mean.length; c++) {
      mean[c] = scale.mean(mean[c]);
      variance[c] *= scale.deviation() * scale.deviation();
    }
    return new Moments(Series.of(mean), Series.of(variance));
  }

  /** Among equals one is drawn. */
  private int mostUncertain(Moments moments, RandomStream stream) {
    List<Integer> best = new ArrayList<>();
    double greatest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < moments.size(); c++) {
      double variance = moments.variance().get(c);
      if (variance < greatest || state.observed().contains(c) || state.closed().contains(c)) {
        continue;
      }
      if (variance > greatest) {
        best.clear();
        greatest = variance;
      }
      best.add(c);
    }
    return best.isEmpty() ? -1 : best.get(stream.nextInt(best.size()));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
  }
}
