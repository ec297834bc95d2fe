package dev.cantilever.numerics.space;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.random.Sobol;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Feasible conditions spread over a space: for initial designs and as candidates.
 *
 * <p>Points of a scrambled Sobol sequence go to values, every share of a range and every discrete
 * setting equally likely, fractions uniform among all compositions; those that a constraint refuses
 * are passed over. Where too few are left, a random walk among the feasible points adds the others,
 * from those found or from the nearest ones to random points.
 */
public final class SpaceDraws {

  private static final int LEAST_TRIES = 4096;
  private static final int TRIES_PER_DRAW = 16;

  private final SearchSpace space;

  public SpaceDraws(SearchSpace space) {
    this.space = space;
  }

  /**
   * Feasible conditions; in a finite space some may be equal.
   *
   * @param count at least 0, best a power of two
   * @throws NoFeasiblePoint where none is found, with the constraints that leave none
   */
  public List<Condition> draw(int count, RandomStream stream) {
    return naturals(count, stream).stream().map(space.layout()::condition).toList();
  }

  /**
   * Feasible conditions that are all different and still open.
   *
   * @param visited those that are not
   * @return fewer than {@code count} where no more were met
   * @throws NoFeasiblePoint where none is feasible, with the constraints that leave none
   */
  public List<Condition> distinct(int count, Visited visited, RandomStream stream) {
    visited.demandAxesOf(space);
    ClosePoints taken = new ClosePoints(space.inputs());
    List<Condition> chosen = new ArrayList<>();
    int tries = count;
    for (int round = 0; round < 5 && chosen.size() < count; round++) {
      for (double[] natural : naturals(tries, stream)) {
        double[] scaled = space.layout().encode(natural);
        if (chosen.size() < count && visited.isOpen(scaled, 1) && taken.find(scaled) < 0) {
          taken.add(scaled);
          chosen.add(space.layout().condition(natural));
        }
      }
      tries = Math.max(64, 2 * tries);
    }
    return chosen;
  }

  List<double[]> naturals(int count, RandomStream stream) {
    if (count < 0) {
      throw new IllegalArgumentException("count must be at least 0, not " + count);
    }
    List<double[]> accepted = accepted(count, stream);
    if (accepted.size() < count) {
      accepted.addAll(new NarrowDraws(space, stream).more(count - accepted.size(), accepted));
    }
    return accepted;
  }

  /** By rejection: at most {@code count}. */
  private List<double[]> accepted(int count, RandomStream stream) {
    List<double[]> accepted = new ArrayList<>();
    int most = Math.max(LEAST_TRIES, TRIES_PER_DRAW * count);
    Cube cube = new Cube(space.layout(), stream);
    int tries = 0;
    for (int upTo = count;
        accepted.size() < count && tries < (accepted.isEmpty() ? LEAST_TRIES : most);
        upTo = Math.min(most, 2 * upTo)) {
      for (double[] natural : cube.naturals(tries, upTo, space::allows)) {
        if (accepted.size() < count) {
          accepted.add(natural);
        }
      }
      tries = upTo;
    }
    return accepted;
  }

  /** Points of the unit cube as points of the space, constraints aside. */
  static final class Cube {

    private final Layout layout;
    private final RandomStream stream;
    private final Sobol sobol;

    Cube(Layout layout, RandomStream stream) {
      this.layout = layout;
      this.stream = stream;
      this.sobol =
          layout.size() <= Sobol.dimensions() ? Sobol.scrambled(layout.size(), stream) : null;
    }

    /** Of the points from number {@code from} to before {@code to}, those that will do. */
    List<double[]> naturals(int from, int to, Predicate<double[]> willDo) {
      double[][] draws = sobol == null ? new double[to][] : sobol.points(to);
      List<double[]> naturals = new ArrayList<>();
      for (int i = from; i < to; i++) {
        double[] natural = natural(sobol == null ? uniform() : draws[i]);
        if (willDo.test(natural)) {
          naturals.add(natural);
        }
      }
      return naturals;
    }

    private double[] uniform() {
      double[] draws = new double[layout.size()];
      for (int c = 0; c < draws.length; c++) {
        draws[c] = stream.nextDouble();
      }
      return draws;
    }

    private double[] natural(double[] draws) {
      double[] natural = new double[draws.length];
      for (int c = 0; c < natural.length; c++) {
        natural[c] = layout.columns().get(c).ofUniform(draws[c]);
      }
      layout.blends().forEach(blend -> blend.ofUniform(draws, natural));
      return natural;
    }
  }
}
