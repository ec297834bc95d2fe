package dev.cantilever.tests.bayesian.regret;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Two sets of curves over seeds, budget by budget after the starts: how often one quantile is worse
 * and how often better. The peer's values carry six digits; what differs by less counts as equal.
 */
final class Comparison {

  private static final double SIX_DIGITS = 5e-6;
  private static final double[] SHARES = {0.25, 0.5, 0.75};

  private static final int DRAWS = 4000;

  /** What a 95 % interval leaves out at its one end. */
  private static final double ONE_SIDE = 0.025;

  private final List<double[]> ours;
  private final List<double[]> peers = new ArrayList<>();
  private final boolean largerIsBetter;
  private final int starts;
  private final int total;

  /**
   * A comparison.
   *
   * @param ours one curve for each seed from 0 on
   * @param peer result file of the peer
   */
  Comparison(List<double[]> ours, JsonNode peer, String curve, boolean largerIsBetter) {
    this.ours = List.copyOf(ours);
    this.largerIsBetter = largerIsBetter;
    this.starts = peer.at("/problem/n_start").intValue();
    this.total = peer.at("/problem/n_total").intValue();
    for (int seed = 0; seed < ours.size(); seed++) {
      peers.add(Shared.numbers(peer.get("runs").get("" + seed).get(curve)));
    }
  }

  int budgets() {
    return total - starts;
  }

  int seeds() {
    return ours.size();
  }

  int worse() {
    return count(0.5, -1);
  }

  int better() {
    return count(0.5, 1);
  }

  /** No worse at any budget, and better at half of them or more. */
  boolean isKept() {
    return worse() == 0 && 2 * better() >= budgets();
  }

  private int count(double share, int sign) {
    int count = 0;
    for (int i = starts; i < total; i++) {
      count += sign(at(ours, i, share), at(peers, i, share)) == sign ? 1 : 0;
    }
    return count;
  }

  /** 1 where ours is better, −1 where it is worse. */
  private int sign(double own, double other) {
    double ahead = largerIsBetter ? own - other : other - own;
    return Math.abs(ahead) <= SIX_DIGITS * Math.abs(other) ? 0 : (int) Math.signum(ahead);
  }

  private static double at(List<double[]> curves, int budget, double share) {
    return Quartiles.at(curves.stream().mapToDouble(curve -> curve[budget]).toArray(), share);
  }

  /** See {@link #beyondChance}. */
  int clearlyWorse() {
    return beyondChance(-1);
  }

  /** See {@link #beyondChance}. */
  int clearlyBetter() {
    return beyondChance(1);
  }

  /**
   * Budgets at which the median is on one side by more than the choice of seeds explains: seeds are
   * drawn anew with replacement, the same for both sides because both begin alike, and in less than
   * one of forty draws the medians are equal or on the other side (percentile interval of 95 %;
   * Efron and Tibshirani, An Introduction to the Bootstrap 1993, section 13.3).
   */
  private int beyondChance(int side) {
    int[][] draws = new int[DRAWS][];
    RandomStream stream = RandomStream.of(0, "seeds");
    for (int b = 0; b < DRAWS; b++) {
      draws[b] = IntStream.range(0, seeds()).map(i -> stream.nextInt(seeds())).toArray();
    }
    int count = 0;
    for (int i = starts; i < total; i++) {
      boolean isThere = sign(at(ours, i, 0.5), at(peers, i, 0.5)) == side;
      count += isThere && isOutside(draws, i, side) ? 1 : 0;
    }
    return count;
  }

  private boolean isOutside(int[][] draws, int budget, int side) {
    int there = 0;
    for (int[] draw : draws) {
      there += sign(drawn(ours, draw, budget), drawn(peers, draw, budget)) == side ? 1 : 0;
    }
    return draws.length - there < ONE_SIDE * draws.length;
  }

  private static double drawn(List<double[]> curves, int[] draw, int budget) {
    return Quartiles.at(
        Arrays.stream(draw).mapToDouble(seed -> curves.get(seed)[budget]).toArray(), 0.5);
  }

  /** Budgets at which each quartile is worse and better, lower, middle, upper. */
  String inWords() {
    StringBuilder words = new StringBuilder();
    for (double share : SHARES) {
      words.append(
          " q%02.0f worse %d better %d,".formatted(100 * share, count(share, -1), count(share, 1)));
    }
    return words.append(" of %d budgets".formatted(budgets())).toString().strip();
  }

  /** Median and quartiles after a third, two thirds and all of the steps, as README has them. */
  String row(boolean isOurs) {
    List<double[]> curves = isOurs ? ours : peers;
    StringBuilder row = new StringBuilder();
    for (int third = 1; third <= 3; third++) {
      int budget = starts + (int) Math.rint(budgets() * third / 3.0) - 1;
      row.append(
          String.format(
              Locale.ROOT,
              "| %.4g (%.4g to %.4g) ",
              at(curves, budget, 0.5),
              at(curves, budget, 0.25),
              at(curves, budget, 0.75)));
    }
    return row.append('|').toString();
  }
}
