package dev.cantilever.numerics.space;

import java.util.Arrays;

/**
 * Where a space has been measured, how often, and where a measurement failed. Conditions whose
 * scaled inputs are no further apart than 1e-9 are the same. Immutable.
 */
public final class Visited {

  private final SearchSpace space;
  private final ClosePoints points;
  private final int[] counts;
  private final boolean[] failed;

  private Visited(SearchSpace space, ClosePoints points, int[] counts, boolean[] failed) {
    this.space = space;
    this.points = points;
    this.counts = counts;
    this.failed = failed;
  }

  /** Nothing yet. */
  public static Visited none(SearchSpace space) {
    return new Visited(space, new ClosePoints(space.inputs()), new int[0], new boolean[0]);
  }

  /**
   * With one more measurement of a condition.
   *
   * @throws InvalidInput for a condition that is not one of this space
   */
  public Visited measured(Condition condition) {
    return with(space.encode(condition), true);
  }

  /**
   * With a failed measurement of a condition, which closes it for good.
   *
   * @throws InvalidInput for a condition that is not one of this space
   */
  public Visited failed(Condition condition) {
    return with(space.encode(condition), false);
  }

  private Visited with(double[] scaled, boolean succeeded) {
    ClosePoints more = new ClosePoints(space.inputs(), points.size() + 1);
    for (int i = 0; i < points.size(); i++) {
      more.add(points.get(i));
    }
    int at = more.find(scaled);
    if (at < 0) {
      at = more.add(scaled);
    }
    int[] moreCounts = Arrays.copyOf(counts, more.size());
    boolean[] moreFailed = Arrays.copyOf(failed, more.size());
    if (succeeded) {
      moreCounts[at]++;
    } else {
      moreFailed[at] = true;
    }
    return new Visited(space, more, moreCounts, moreFailed);
  }

  /** How often a condition was measured. */
  public int count(Condition condition) {
    int at = points.find(space.encode(condition));
    return at < 0 ? 0 : counts[at];
  }

  /** Whether a measurement of a condition failed. */
  public boolean hasFailed(Condition condition) {
    int at = points.find(space.encode(condition));
    return at >= 0 && failed[at];
  }

  /**
   * Whether a condition can be measured once more.
   *
   * @param replicates how often each may be measured, at least 1
   */
  public boolean isOpen(Condition condition, int replicates) {
    return isOpen(space.encode(condition), replicates);
  }

  /** How many different conditions were measured. */
  public int measuredConditions() {
    return (int) Arrays.stream(counts).filter(count -> count > 0).count();
  }

  /** At how many different conditions a measurement failed. */
  public int failedConditions() {
    int sum = 0;
    for (boolean one : failed) {
      sum += one ? 1 : 0;
    }
    return sum;
  }

  /** Refuses to serve a space of other axes; constraints may differ. */
  void demandAxesOf(SearchSpace other) {
    if (!space.axes().equals(other.axes())) {
      throw new IllegalArgumentException(
          "what was visited belongs to a space of the axes %s, not %s; start from none of the new"
                  .formatted(space.inputNames(), other.inputNames())
              + " space and add the conditions that still exist");
    }
  }

  boolean isOpen(double[] scaled, int replicates) {
    int at = points.find(scaled);
    return at < 0 || isOpen(at, replicates);
  }

  boolean hasFailed(double[] scaled) {
    int at = points.find(scaled);
    return at >= 0 && failed[at];
  }

  private boolean isOpen(int at, int replicates) {
    return !failed[at] && counts[at] < replicates;
  }
}
