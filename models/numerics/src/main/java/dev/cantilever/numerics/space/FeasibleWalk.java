package dev.cantilever.numerics.space;

import dev.cantilever.numerics.polytope.Polytope;
import dev.cantilever.numerics.random.RandomStream;
import java.util.Optional;

/**
 * A random walk that never leaves the feasible points. The continuous part goes by hit-and-run
 * (Smith, Oper. Res. 32 (1984) 1296, doi:10.1287/opre.32.6.1296): a random direction along all
 * equalities, then a point on it uniform between the linear constraints; refused by another
 * constraint, the interval shrinks towards the present point (Neal, Ann. Stat. 31 (2003) 705,
 * doi:10.1214/aos/1056562461, section 4.1). It forgets where it came from and becomes uniform by
 * the working coordinates. A discrete setting tries another value; where linear constraints need
 * the others to follow, they follow to the nearest point, so that the walk then reaches everything
 * but is no longer exactly uniform.
 */
final class FeasibleWalk {

  private static final int MOST_SHRINKS = 40;

  private final SearchSpace space;
  private final WorkingCoordinates coordinates;
  private final Mending mending;
  private final RandomStream stream;

  /** For the discrete settings of the point that it was made for. */
  private Polytope polytope;

  private double[] madeFor;

  FeasibleWalk(SearchSpace space, RandomStream stream) {
    this.space = space;
    this.coordinates = WorkingCoordinates.continuous(space);
    this.mending = new Mending(space);
    this.stream = stream;
  }

  /** Where the walk is after some rounds, each one move of every discrete setting and one along. */
  double[] from(double[] natural, int rounds) {
    double[] here = natural;
    for (int round = 0; round < rounds; round++) {
      for (int c = 0; c < here.length; c++) {
        if (space.layout().columns().get(c).kind().isDiscrete()) {
          here = switched(here, c);
        }
      }
      if (coordinates.size() > 0) {
        here = along(here);
      }
    }
    return here;
  }

  private double[] switched(double[] here, int column) {
    Column one = space.layout().columns().get(column);
    double[] tried = here.clone();
    int other = stream.nextInt((int) one.count() - 1);
    boolean near = one.kind() == Column.Kind.WHOLE && stream.nextInt(2) == 0;
    if (near) {
      tried[column] += stream.nextInt(2) == 0 ? 1 : -1;
    } else {
      tried[column] = one.min() + other + (one.min() + other >= here[column] ? 1 : 0);
    }
    if (tried[column] < one.min() || tried[column] > one.max()) {
      return here;
    }
    Optional<double[]> mended = mending.mended(tried, column);
    return mended.filter(space::allows).orElse(here);
  }

  private double[] along(double[] here) {
    keepPolytope(here);
    double[] working = coordinates.of(here);
    double[] direction = new double[working.length];
    for (int j = 0; j < direction.length; j++) {
      direction[j] = stream.nextNormal();
    }
    direction = polytope.along(direction);
    Polytope.Chord chord = polytope.chord(working, direction);
    double back = chord.back();
    double forth = chord.forth();
    if (Double.isInfinite(forth - back)) {
      return here; // nothing can move along all equalities
    }
    for (int shrink = 0; shrink < MOST_SHRINKS && forth - back > 0; shrink++) {
      double step = back + stream.nextDouble() * (forth - back);
      double[] there = coordinates.moved(here, Directions.sum(working, step, direction));
      if (space.allows(there)) {
        return there;
      }
      if (step < 0) {
        back = step;
      } else {
        forth = step;
      }
    }
    return here;
  }

  private void keepPolytope(double[] here) {
    boolean same = polytope != null;
    for (int c = 0; same && c < here.length; c++) {
      same = !space.layout().columns().get(c).kind().isDiscrete() || here[c] == madeFor[c];
    }
    if (!same) {
      polytope = coordinates.polytope(here);
      madeFor = here;
    }
  }
}
