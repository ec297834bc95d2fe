package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.Diagnostics;
import java.util.Arrays;

/**
 * Bridge sampling (Meng and Wong, Stat. Sinica 6 (1996) 831): with draws θ_i of the posterior and
 * θ'_j of a proposal g, the evidence r solves
 *
 * <pre>
 * r = [ 1/N₂ Σ q(θ'_j) / (s₁ q(θ'_j) + s₂ r g(θ'_j)) ] / [ 1/N₁ Σ g(θ_i) / (s₁ q(θ_i) + s₂ r g(θ_i)) ]
 * </pre>
 *
 * for the unnormalised posterior q, with s₁ and s₂ the shares of effective draws. Its relative mean
 * square error is that of Frühwirth-Schnatter (Econometrics J. 7 (2004) 143), in which the
 * autocorrelation of the chain lowers N₁. Proposal and estimate use different halves of the draws
 * (Gronau et al., J. Math. Psychol. 81 (2017) 80, doi:10.1016/j.jmp.2017.09.005).
 */
final class Bridge {

  private static final int ITERATIONS = 1000;
  private static final double TOLERANCE = 1e-10;
  private static final int FEWEST_PROPOSALS = 1000;

  /** {@code log q − log g} at the draws of the posterior, one row for each chain. */
  private final double[][] ofPosterior;

  /** The same at the draws of the proposal. */
  private final double[] ofProposal;

  private Bridge(double[][] ofPosterior, double[] ofProposal) {
    this.ofPosterior = ofPosterior;
    this.ofProposal = ofProposal;
  }

  /**
   * Estimates.
   *
   * @param chains draws of θ, chain by chain
   */
  static Evidence evidence(JointDensity density, double[][][] chains, RandomStream stream) {
    Proposal proposal = Proposal.fitted(density.unknowns(), firstHalves(chains));
    double[][] known = new double[chains.length][];
    int size = 0;
    for (int c = 0; c < chains.length; c++) {
      int half = chains[c].length / 2;
      known[c] =
          Arrays.stream(chains[c], half, chains[c].length)
              .mapToDouble(theta -> density.value(theta) - proposal.logDensity(theta))
              .toArray();
      size += known[c].length;
    }
    double[] proposed = new double[Math.max(size, FEWEST_PROPOSALS)];
    for (int j = 0; j < proposed.length; j++) {
      double[] theta = proposal.draw(stream);
      proposed[j] = density.value(theta) - proposal.logDensity(theta);
    }
    return new Bridge(known, proposed).evidence();
  }

  private static double[][] firstHalves(double[][][] chains) {
    return Arrays.stream(chains)
        .flatMap(chain -> Arrays.stream(chain, 0, chain.length / 2))
        .toArray(double[][]::new);
  }

  private Evidence evidence() {
    double[] flat = Arrays.stream(ofPosterior).flatMapToDouble(Arrays::stream).toArray();
    double effective = Math.min(flat.length, Diagnostics.effectiveSize(ofPosterior));
    double s1 = effective / (effective + ofProposal.length);
    double[] sorted = flat.clone();
    Arrays.sort(sorted);
    double logR = sorted[sorted.length / 2];
    if (Arrays.stream(ofProposal).allMatch(log -> log == Double.NEGATIVE_INFINITY)) {
      return new Evidence(logR, Evidence.UNKNOWN);
    }
    for (int k = 0; k < ITERATIONS; k++) {
      double next = logR + logRatio(flat, s1, logR);
      boolean converged = Math.abs(next - logR) < TOLERANCE;
      logR = next;
      if (converged) {
        break;
      }
    }
    return new Evidence(logR, Math.sqrt(relativeSquareError(s1, logR)));
  }

  /** The logarithm of the right side of the fixed point, over r. */
  private double logRatio(double[] flat, double s1, double logR) {
    double above = 0;
    for (double log : ofProposal) {
      above += share(log - logR, s1) / ofProposal.length;
    }
    double below = 0;
    for (double log : flat) {
      below += other(log - logR, s1) / flat.length;
    }
    return StrictMath.log(above) - StrictMath.log(below);
  }

  private double relativeSquareError(double s1, double logR) {
    double[] shares = Arrays.stream(ofProposal).map(log -> share(log - logR, s1)).toArray();
    double[][] others =
        Arrays.stream(ofPosterior)
            .map(chain -> Arrays.stream(chain).map(log -> other(log - logR, s1)).toArray())
            .toArray(double[][]::new);
    double[] flat = Arrays.stream(others).flatMapToDouble(Arrays::stream).toArray();
    return relativeVariance(shares) / shares.length
        + relativeVariance(flat) / Math.min(flat.length, Diagnostics.effectiveSize(others));
  }

  /** {@code p / (s₁ p + s₂ g)} of {@code log p − log g}. */
  private static double share(double log, double s1) {
    return log == Double.NEGATIVE_INFINITY ? 0 : 1 / (s1 + (1 - s1) * StrictMath.exp(-log));
  }

  /** {@code g / (s₁ p + s₂ g)} of {@code log p − log g}. */
  private static double other(double log, double s1) {
    return 1 / (s1 * StrictMath.exp(log) + 1 - s1);
  }

  private static double relativeVariance(double[] x) {
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    double squares = 0;
    for (double value : x) {
      squares += (value / mean - 1) * (value / mean - 1);
    }
    return squares / (x.length - 1);
  }
}
