package dev.cantilever.numerics.policy;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When a hypothesis need not be tried any more: its fits fail one after the other, or it was tried
 * often enough, earns clearly less than the leader and explains the data clearly worse. Two always
 * stay.
 *
 * @param failures failed fits in a row that drop
 * @param count trials before rewards can drop
 * @param rewardGap mean reward below the leader's by at least this
 * @param evidenceGap and log evidence below the leader's by more than this, in nats
 */
public record DropRule(
    @Doc("Fits in a row that must fail to converge.") @Bounds(min = 1, max = 100) @Default("2")
        int failures,
    @Doc("Trials before rewards can drop a hypothesis.") @Bounds(min = 1, max = 1e6) @Default("5")
        int count,
    @Doc("Mean reward below the leader's by at least this.")
        @Bounds(min = 0, max = 1e6)
        @Default("1")
        double rewardGap,
    @Doc("Log evidence below the leader's by more than this, in nats.")
        @Bounds(min = 0, max = 1e6)
        @Default("5")
        double evidenceGap) {

  private static final int KEPT = 2;

  public DropRule {
    if (failures < 1 || count < 1 || !(rewardGap >= 0) || !(evidenceGap >= 0)) {
      throw new IllegalArgumentException(
          "failures %d and count %d must be at least 1, gaps %s and %s at least 0"
              .formatted(failures, count, rewardGap, evidenceGap));
    }
  }

  /** Two failures; or five trials, 1.0 and 5 nats behind. */
  public static DropRule standard() {
    return new DropRule(2, 5, 1.0, 5.0);
  }

  /**
   * Where a hypothesis stands.
   *
   * @param failedInARow how many of its last fits in a row did not converge (split R-hat too large)
   * @param tried how often it was tried
   * @param meanReward over these trials
   * @param logEvidence of all data so far, in nats, the same data for every hypothesis; none where
   *     it was not computed, and then it can neither lead nor fall behind in it
   */
  public record Standing(
      String name, int failedInARow, int tried, double meanReward, Optional<Double> logEvidence) {

    public Standing {
      if (failedInARow < 0 || tried < 0) {
        throw new IllegalArgumentException(
            "%s: %d failures and %d trials; neither may be negative"
                .formatted(name, failedInARow, tried));
      }
      if (!Double.isFinite(meanReward) || !logEvidence.map(Double::isFinite).orElse(true)) {
        throw new IllegalArgumentException(
            "%s: mean reward %s and log evidence %s must be finite"
                .formatted(name, meanReward, logEvidence));
      }
    }
  }

  /** A hypothesis to drop, by its place in the list, and why. */
  public record Dropped(int hypothesis, String reason) {}

  /**
   * Those to drop, the worst first: failing ones by mean reward, then those behind by evidence, as
   * long as two remain. The leader is the hypothesis of greatest mean reward among those tried
   * whose fits do not fail, among equals the one of greater evidence.
   *
   * @param standings of the hypotheses still in play
   */
  public List<Dropped> apply(List<Standing> standings) {
    Predicate<Standing> fails = s -> s.failedInARow() >= failures;
    Optional<Standing> leader =
        standings.stream()
            .filter(fails.negate().and(s -> s.tried() > 0))
            .min(
                Comparator.<Standing>comparingDouble(s -> -s.meanReward())
                    .thenComparing(s -> -s.logEvidence().orElse(Double.NEGATIVE_INFINITY)));
    Stream<Dropped> failing =
        which(standings, fails)
            .sorted(Comparator.comparingDouble(i -> standings.get(i).meanReward()))
            .map(i -> new Dropped(i, failed(standings.get(i))));
    Stream<Dropped> behind =
        leader.stream()
            .flatMap(
                best ->
                    which(standings, fails.negate().and(s -> isBehind(s, best)))
                        .sorted(Comparator.comparing(i -> standings.get(i).logEvidence().get()))
                        .map(i -> new Dropped(i, behind(standings.get(i), best))));
    return Stream.concat(failing, behind).limit(Math.max(0, standings.size() - KEPT)).toList();
  }

  private static Stream<Integer> which(List<Standing> standings, Predicate<Standing> wanted) {
    return IntStream.range(0, standings.size()).boxed().filter(i -> wanted.test(standings.get(i)));
  }

  private boolean isBehind(Standing standing, Standing leader) {
    return standing.tried() >= count
        && leader.meanReward() - standing.meanReward() >= rewardGap
        && standing.logEvidence().isPresent()
        && leader.logEvidence().isPresent()
        && leader.logEvidence().get() - standing.logEvidence().get() > evidenceGap;
  }

  private static String failed(Standing standing) {
    return "%s: %d fits in a row did not converge"
        .formatted(standing.name(), standing.failedInARow());
  }

  private static String behind(Standing standing, Standing leader) {
    return ("%s: after %d trials its mean reward %s is below the %s of %s, and its log evidence %s"
            + " below %s")
        .formatted(
            standing.name(),
            standing.tried(),
            standing.meanReward(),
            leader.meanReward(),
            leader.name(),
            standing.logEvidence().orElseThrow(),
            leader.logEvidence().orElseThrow());
  }
}
