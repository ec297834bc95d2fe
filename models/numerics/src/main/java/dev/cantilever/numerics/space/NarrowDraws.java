package dev.cantilever.numerics.space;

import dev.cantilever.numerics.polytope.Nearest;
import dev.cantilever.numerics.random.RandomStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Feasible points where random ones are hardly ever feasible. */
final class NarrowDraws {

  private static final int MOST_WALKS = 8;
  private static final int WARM_UP = 5;
  private static final int TARGETS = 64;
  private static final int DESCENTS = 8;
  private static final double FIRST_STEP = 0.1;
  private static final double LAST_STEP = 1e-9;

  private final SearchSpace space;
  private final Mending mending;
  private final RandomStream stream;

  NarrowDraws(SearchSpace space, RandomStream stream) {
    this.space = space;
    this.mending = new Mending(space);
    this.stream = stream;
  }

  /**
   * Further feasible points: drawn from all there are where the space can be listed, else by random
   * walks.
   *
   * @param known feasible points, uniform ones; may be none
   * @throws NoFeasiblePoint where none is known and none is found
   */
  List<double[]> more(int count, List<double[]> known) {
    List<double[]> listed = listed();
    if (!listed.isEmpty()) {
      List<double[]> draws = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        draws.add(listed.get(stream.nextInt(listed.size())));
      }
      return draws;
    }
    return walked(count, known);
  }

  /** All feasible points of a space that is small enough. */
  private List<double[]> listed() {
    Lattice lattice = new Lattice(space);
    return lattice.hasAtMost(Lattice.LISTED_AT_LAST)
        ? lattice.points().stream().filter(space::allows).toList()
        : List.of();
  }

  private List<double[]> walked(int count, List<double[]> known) {
    FeasibleWalk walk = new FeasibleWalk(space, stream);
    int rounds = 10 + 2 * space.layout().size();
    List<double[]> walkers = new ArrayList<>(known);
    if (known.isEmpty()) {
      List<double[]> found = found();
      for (double[] start : found.subList(0, Math.min(MOST_WALKS, found.size()))) {
        walkers.add(walk.from(start, WARM_UP * rounds));
      }
    }
    int walks = Math.min(MOST_WALKS, walkers.size());
    List<double[]> draws = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] next = walk.from(walkers.get(i % walks), rounds);
      walkers.set(i % walks, next);
      draws.add(next);
    }
    return draws;
  }

  private List<double[]> found() {
    SpaceDraws.Cube cube = new SpaceDraws.Cube(space.layout(), stream);
    List<double[]> targets = cube.naturals(0, TARGETS, target -> true);
    if (mending.relaxed(targets.getFirst()) instanceof Nearest.Empty empty) {
      throw new NoFeasiblePoint(
          "no point is feasible: these cannot hold together: "
              + String.join("; ", empty.conflict())
              + "; relax one of them",
          empty.conflict());
    }
    List<double[]> mended = new ArrayList<>();
    for (double[] target : targets) {
      mending.mended(target, -1).ifPresent(mended::add);
    }
    if (mended.isEmpty()) {
      throw noWholeNumbers();
    }
    List<double[]> feasible = new ArrayList<>();
    for (double[] one : mended) {
      Optional.of(interior(one)).filter(space::allows).ifPresent(feasible::add);
    }
    return feasible.isEmpty() ? descended(mended) : feasible;
  }

  /**
   * The middle of the points nearest to a few random ones, so that the walk does not start in a
   * corner, from where hardly any direction leads inside.
   */
  private double[] interior(double[] feasible) {
    WorkingCoordinates coordinates = WorkingCoordinates.continuous(space);
    double[] middle = coordinates.of(feasible);
    int others = coordinates.size() == 0 ? 0 : 2 * coordinates.size() + 2;
    for (int k = 1; k <= others; k++) {
      double[] random = new double[middle.length];
      for (int j = 0; j < random.length; j++) {
        random[j] = stream.nextDouble();
      }
      Optional<double[]> near = mending.settled(coordinates.moved(feasible, random));
      double[] other = near.map(coordinates::of).orElse(middle);
      for (int j = 0; j < middle.length; j++) {
        middle[j] += (other[j] - middle[j]) / (k + 1);
      }
    }
    double[] moved = coordinates.moved(feasible, middle);
    return space.allows(moved) ? moved : feasible;
  }

  /** From the points that miss least, downhill in what they miss. */
  private List<double[]> descended(List<double[]> mended) {
    Rules rules = space.rules();
    List<double[]> nearest = new ArrayList<>(mended);
    nearest.sort(Comparator.comparingDouble(rules::curvedExcess));
    PatternSearch search = new PatternSearch(space, stream, FIRST_STEP, LAST_STEP);
    List<double[]> feasible = new ArrayList<>();
    for (double[] start : nearest.subList(0, Math.min(DESCENTS, nearest.size()))) {
      double[] end =
          search.highest(
              start, points -> points.stream().mapToDouble(one -> -missed(one)).toArray());
      if (space.allows(end)) {
        feasible.add(end);
      }
    }
    if (feasible.isEmpty()) {
      throw nothingMeetsAll(nearest);
    }
    return feasible;
  }

  /** Least where everything is met, also for a constraint that is missed by exactly 0. */
  private double missed(double[] natural) {
    return space.rules().curvedAllow(natural)
        ? 0
        : Double.MIN_NORMAL + space.rules().curvedExcess(natural);
  }

  private NoFeasiblePoint noWholeNumbers() {
    List<String> linear =
        space.rules().linear().stream().map(rule -> rule.constraint().inWords()).toList();
    return new NoFeasiblePoint(
        "no whole numbers were found that meet " + String.join("; ", linear) + "; relax one",
        linear);
  }

  private NoFeasiblePoint nothingMeetsAll(List<double[]> nearest) {
    List<String> tightest = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (Rule rule : space.rules().curved()) {
      long missing = nearest.stream().filter(one -> !rule.allows(one)).count();
      if (missing > 0) {
        String constraint = rule.refusal(nearest.getFirst()).constraint();
        double least = nearest.stream().mapToDouble(rule::excess).min().orElse(Double.NaN);
        tightest.add(constraint);
        words.add(
            "'%s' refuses %d of %d, missed by %s or more"
                .formatted(constraint, missing, nearest.size(), Words.rounded(least)));
      }
    }
    return new NoFeasiblePoint(
        "no feasible point was found from %d starts: %s; relax one of them"
            .formatted(nearest.size(), String.join("; ", words)),
        tightest);
  }
}
