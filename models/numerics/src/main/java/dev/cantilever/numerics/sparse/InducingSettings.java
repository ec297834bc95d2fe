package dev.cantilever.numerics.sparse;

/**
 * How many inducing points there are, where they begin and how long they are moved. A likelihood
 * costs O(n m²), so that the number m is what decides how long a fit takes.
 *
 * @param share of the observations, above 0 and at most 1
 * @param fewest inducing points, at least 1; where there are no more observations than inducing
 *     points the exact process is fitted
 * @param most inducing points, at least {@code fewest}
 * @param choice where they begin
 * @param positionSteps most steps in which inducing points and hyper-parameters are improved
 *     together; 0 leaves the points where they begin
 */
public record InducingSettings(
    double share, int fewest, int most, InducingChoice choice, int positionSteps) {

  public InducingSettings {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException(
          "the share of inducing points must be above 0 and at most 1, not " + share);
    }
    if (fewest < 1 || most < fewest) {
      throw new IllegalArgumentException(
          "1 ≤ fewest ≤ most inducing points expected, not %d and %d".formatted(fewest, most));
    }
    if (positionSteps < 0) {
      throw new IllegalArgumentException(
          "inducing points are moved in 0 steps or more, not in " + positionSteps);
    }
  }

  /**
   * A tenth of the observations, but from 50 (below, an exact process is faster) to 300 (with
   * 10,000 observations a fit then takes some tens of seconds); k-means; 15 steps.
   */
  public static InducingSettings usual() {
    return new InducingSettings(0.1, 50, 300, InducingChoice.K_MEANS, 15);
  }

  /** The same with a given number of inducing points, however many observations there are. */
  public InducingSettings withCount(int count) {
    return new InducingSettings(share, count, count, choice, positionSteps);
  }

  /** The same with another beginning. */
  public InducingSettings withChoice(InducingChoice said) {
    return new InducingSettings(share, fewest, most, said, positionSteps);
  }

  /** The same with another number of steps. */
  public InducingSettings withPositionSteps(int steps) {
    return new InducingSettings(share, fewest, most, choice, steps);
  }

  /** How many inducing points are wanted for n observations; may exceed n. */
  int count(int n) {
    return Math.clamp((long) Math.ceil(share * n), fewest, most);
  }
}
