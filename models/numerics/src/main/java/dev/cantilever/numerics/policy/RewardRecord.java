package dev.cantilever.numerics.policy;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How often each arm was tried and what it earned on average.
 *
 * @param counts one per arm, at least one arm
 * @param means mean reward of each, finite; 0 for an arm not tried
 */
public record RewardRecord(List<Integer> counts, Series means) {

  public RewardRecord {
    counts = List.copyOf(counts);
    if (counts.isEmpty() || counts.size() != means.size()) {
      throw new IllegalArgumentException(
          "%d counts and %d mean rewards; one of each per arm is needed, for at least one arm"
              .formatted(counts.size(), means.size()));
    }
    if (!means.isFinite() || counts.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "counts %s must not be negative, mean rewards %s must be finite"
              .formatted(counts, means));
    }
  }

  /** Nothing tried. */
  public static RewardRecord empty(int arms) {
    if (arms < 1) {
      throw new IllegalArgumentException("%d arms; at least one is needed".formatted(arms));
    }
    return new RewardRecord(Collections.nCopies(arms, 0), Series.of(new double[arms]));
  }

  public int arms() {
    return counts.size();
  }

  /**
   * After one more reward: {@code r ← (n r + reward) / (n + 1)} (Sutton and Barto, Reinforcement
   * Learning, 2nd edition, 2018, equation 2.3).
   */
  public RewardRecord plus(int arm, double reward) {
    requireArm(arm);
    if (!Double.isFinite(reward)) {
      throw new IllegalArgumentException(
          "reward %s of arm %d; it must be finite: leave failed steps out".formatted(reward, arm));
    }
    List<Integer> more = new ArrayList<>(counts);
    more.set(arm, counts.get(arm) + 1);
    double[] mean = means.toArray();
    mean[arm] = (counts.get(arm) * mean[arm] + reward) / (counts.get(arm) + 1);
    return new RewardRecord(more, Series.of(mean));
  }

  /**
   * After one step of warm-up, in which every arm was tried: the least uncertain earns 1, the
   * others 0; the first among equals (Ziatdinov et al., Adv. Mater. 34 (2022) 2201345,
   * doi:10.1002/adma.202201345).
   *
   * @param uncertainty median predictive variance over the pool under each arm
   */
  public RewardRecord plusWarmUp(Series uncertainty) {
    if (uncertainty.size() != arms() || !uncertainty.isFinite()) {
      throw new IllegalArgumentException(
          "uncertainties %s; one finite number for each of %d arms is needed"
              .formatted(uncertainty, arms()));
    }
    int least = 0;
    for (int arm = 1; arm < arms(); arm++) {
      least = uncertainty.get(arm) < uncertainty.get(least) ? arm : least;
    }
    RewardRecord after = this;
    for (int arm = 0; arm < arms(); arm++) {
      after = after.plus(arm, arm == least ? 1 : 0);
    }
    return after;
  }

  /** The arms of greatest mean reward among those not dropped, ascending. */
  List<Integer> leaders(Set<Integer> dropped) {
    double greatest = Double.NEGATIVE_INFINITY;
    List<Integer> leaders = new ArrayList<>();
    for (int arm : open(dropped)) {
      if (means.get(arm) > greatest) {
        greatest = means.get(arm);
        leaders.clear();
      }
      if (means.get(arm) == greatest) {
        leaders.add(arm);
      }
    }
    return leaders;
  }

  /** The arms not dropped, ascending. */
  List<Integer> open(Set<Integer> dropped) {
    dropped.forEach(this::requireArm);
    List<Integer> open = new ArrayList<>();
    for (int arm = 0; arm < arms(); arm++) {
      if (!dropped.contains(arm)) {
        open.add(arm);
      }
    }
    if (open.isEmpty()) {
      throw new IllegalArgumentException(
          "all %d arms are dropped; one must be left to choose".formatted(arms()));
    }
    return open;
  }

  private void requireArm(int arm) {
    if (arm < 0 || arm >= arms()) {
      throw new IllegalArgumentException(
          "arm %d does not exist; there are %d, numbered from 0".formatted(arm, arms()));
    }
  }
}
