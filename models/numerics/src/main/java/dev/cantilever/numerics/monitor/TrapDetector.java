package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells whether a campaign circles around one place: over the last steps the picks lie close
 * together in feature space, and hardly anything was learned, and the best value did not rise. All
 * three must hold. It flags and suggests; a person or a policy decides.
 *
 * @param window how many steps count
 * @param spreadShare trapped below this share of the pool's spread
 * @param slopePerStep trapped above this relative change of the mean variance per step
 * @param explorationSteps how long a suggested exploration lasts
 * @param injections how many points a suggested injection has
 */
public record TrapDetector(
    @Doc("How many of the last steps are looked at.") @Bounds(min = 2, max = 1000) @Default("10")
        int window,
    @Doc("Trapped where the picks spread less than this share of the pool.")
        @Bounds(min = 0, max = 1)
        @Default("0.25")
        double spreadShare,
    @Doc("Trapped where the mean variance changes by more than this per step; -0.01 is -1 %.")
        @Bounds(min = -1, max = 1)
        @Default("-0.01")
        double slopePerStep,
    @Doc("How many steps of maximum uncertainty are suggested.")
        @Bounds(min = 1, max = 1000)
        @Default("5")
        int explorationSteps,
    @Doc("How many points of the least visited cluster are suggested.")
        @Bounds(min = 1, max = 1000)
        @Default("3")
        int injections) {

  public TrapDetector {
    Require.between("window", window, 2, 1000);
    Require.between("spread share", spreadShare, 0, 1);
    Require.between("slope per step", slopePerStep, -1, 1);
    Require.between("exploration steps", explorationSteps, 1, 1000);
    Require.between("injections", injections, 1, 1000);
  }

  /** Ten steps, 25 % of the pool, −1 % per step; suggests 5 steps of exploration or 3 points. */
  public static TrapDetector standard() {
    return new TrapDetector(10, 0.25, -0.01, 5, 3);
  }

  /** What was found. */
  public sealed interface Verdict {

    /** Too little has happened to tell. */
    record TooEarly(int steps, int needed) implements Verdict {}

    record Free(Evidence evidence) implements Verdict {}

    record Trapped(Evidence evidence) implements Verdict {}
  }

  /**
   * The three numbers behind a verdict.
   *
   * @param spreadShare spread of the last picks over that of the pool; 1 for a pool in one place
   * @param slopePerStep of the learning curve, relative
   * @param bestRose whether the best value rose
   */
  public record Evidence(double spreadShare, double slopePerStep, boolean bestRose) {}

  /** What may be done about it. */
  public sealed interface Suggestion {

    /** Rank candidates by maximum uncertainty for some steps, then go on as before. */
    record Explore(int steps) implements Suggestion {}

    /** Measure these members of a hardly visited cluster next. */
    record Inject(int cluster, List<Integer> candidates) implements Suggestion {

      public Inject {
        candidates = List.copyOf(candidates);
      }
    }
  }

  /**
   * The verdict after the last step of a path.
   *
   * @param features N × d, one row per member of the pool, scaled so that distances compare
   * @param measured one value per pick, larger is better
   * @param live the live model's curve, one entry per step
   */
  public Verdict examine(Points features, Path path, Series measured, LearningCurve live) {
    Require.features(features, path.poolSize());
    Require.size("measured values", measured.size(), path.picks().size(), "one per pick");
    Require.size("entries of the learning curve", live.steps(), path.steps(), "one per step");
    BestSoFar best = BestSoFar.of(measured);
    if (path.steps() < window || path.picks().size() == window) {
      return new Verdict.TooEarly(path.steps(), path.seeds() == 0 ? window + 1 : window);
    }
    double pool = Spread.ofAll(features);
    double share = pool == 0 ? 1 : Spread.of(features, path.last(window)) / pool;
    Evidence evidence = new Evidence(share, live.slopePerStep(window), best.roseWithin(window));
    return isTrap(evidence) ? new Verdict.Trapped(evidence) : new Verdict.Free(evidence);
  }

  private boolean isTrap(Evidence evidence) {
    return evidence.spreadShare() < spreadShare
        && evidence.slopePerStep() > slopePerStep
        && !evidence.bestRose();
  }

  /**
   * Ways out of a trap, the gentler first; the second is missing where nothing is left to measure.
   *
   * @param clusters of the same features
   * @param masked members that cannot be measured; those measured before need not be among them
   */
  public List<Suggestion> suggestions(
      Points features, Path path, Clusters clusters, Set<Integer> masked) {
    List<Suggestion> suggestions = new ArrayList<>();
    suggestions.add(new Suggestion.Explore(explorationSteps));
    Set<Integer> closed = new TreeSet<>(masked);
    closed.addAll(path.picks());
    for (int cluster : clusters.visits(path).leastVisitedFirst()) {
      List<Integer> members = clusters.representatives(features, cluster, closed, injections);
      if (!members.isEmpty()) {
        suggestions.add(new Suggestion.Inject(cluster, members));
        break;
      }
    }
    return List.copyOf(suggestions);
  }
}
