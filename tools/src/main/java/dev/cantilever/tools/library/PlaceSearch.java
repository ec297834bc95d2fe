package dev.cantilever.tools.library;

import dev.cantilever.vocabulary.command.SurfacePoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The place of a composition: the inverse of a {@link CompositionMap}. Looks at the nodes of a grid
 * and starts at the one nearest to here that is within the tolerance, or where there is none at the
 * best; from there it goes to the best of eight neighbours, at half the distance where none is
 * better, until a nanometre or 1e-7 of a fraction do not matter. Deterministic.
 */
final class PlaceSearch {

  private static final int NODES = 41;
  private static final double FINEST = 1e-9;

  /** Sum of squared differences that is not worth a closer look. */
  private static final double EXACT = 1e-14;

  private static final int MOST_MOVES = 20;

  private final CompositionMap map;
  private final Ground ground;
  private final Map<Integer, Double> wanted;

  /**
   * A search.
   *
   * @param wanted fractions by the element's place in the map
   */
  PlaceSearch(CompositionMap map, Ground ground, Map<Integer, Double> wanted) {
    this.map = map;
    this.ground = ground;
    this.wanted = new TreeMap<>(wanted);
  }

  /**
   * The best place.
   *
   * @param largest the largest difference between a wanted and the predicted fraction there
   */
  record Best(SurfacePoint place, double largest) {}

  /** Empty where the ground holds no place at all. */
  Optional<Best> nearestTo(SurfacePoint here, double tolerance) {
    List<SurfacePoint> nodes = nodes();
    if (nodes.isEmpty()) {
      return Optional.empty();
    }
    double[][] departures = departures(nodes);
    int start = 0;
    for (int i = 1; i < nodes.size(); i++) {
      start = isBetter(nodes, departures, here, tolerance, i, start) ? i : start;
    }
    return Optional.of(polished(nodes.get(start)));
  }

  private static boolean isBetter(
      List<SurfacePoint> nodes,
      double[][] departures,
      SurfacePoint here,
      double tolerance,
      int one,
      int other) {
    boolean oneFits = departures[one][1] <= tolerance;
    boolean otherFits = departures[other][1] <= tolerance;
    if (oneFits && otherFits) {
      return here.distanceTo(nodes.get(one)).metres() < here.distanceTo(nodes.get(other)).metres();
    }
    return oneFits || (!otherFits && departures[one][0] < departures[other][0]);
  }

  private List<SurfacePoint> nodes() {
    Outline outline = ground.outline();
    List<SurfacePoint> nodes = new ArrayList<>();
    for (int row = 0; row < NODES; row++) {
      for (int column = 0; column < NODES; column++) {
        double x = outline.left() + outline.width() * column / (NODES - 1);
        double y = outline.lower() + outline.height() * row / (NODES - 1);
        SurfacePoint node = Outline.place(x, y);
        if (ground.holds(node)) {
          nodes.add(node);
        }
      }
    }
    return nodes;
  }

  /** Few moves at each step: where a whole line of places fits, more would creep along it. */
  private Best polished(SurfacePoint start) {
    double step = Math.max(ground.outline().width(), ground.outline().height()) / (NODES - 1) / 2;
    SurfacePoint best = start;
    double[] departure = departures(List.of(best))[0];
    while (step >= FINEST && departure[0] > EXACT) {
      for (int move = 0; move < MOST_MOVES; move++) {
        List<SurfacePoint> around = around(best, step);
        double[][] theirs = departures(around);
        int least = leastBelow(departure[0], theirs);
        if (least < 0) {
          break;
        }
        best = around.get(least);
        departure = theirs[least];
      }
      step /= 2;
    }
    return new Best(best, departure[1]);
  }

  /** Number of the least sum of squares below one; -1 where none is. */
  private static int leastBelow(double bound, double[][] departures) {
    int least = -1;
    double squares = bound;
    for (int i = 0; i < departures.length; i++) {
      if (departures[i][0] < squares) {
        least = i;
        squares = departures[i][0];
      }
    }
    return least;
  }

  private List<SurfacePoint> around(SurfacePoint place, double step) {
    List<SurfacePoint> around = new ArrayList<>();
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        SurfacePoint next =
            Outline.place(place.x().metres() + i * step, place.y().metres() + j * step);
        if ((i != 0 || j != 0) && ground.holds(next)) {
          around.add(next);
        }
      }
    }
    return around;
  }

  /** Of each place the sum of squares of the differences, and the largest of them. */
  private double[][] departures(List<SurfacePoint> places) {
    double[] x = places.stream().mapToDouble(place -> place.x().metres()).toArray();
    double[] y = places.stream().mapToDouble(place -> place.y().metres()).toArray();
    double[][] departures = new double[x.length][2];
    for (Map.Entry<Integer, Double> element : wanted.entrySet()) {
      double[] there = map.of(element.getKey(), x, y);
      for (int i = 0; i < there.length; i++) {
        double away = there[i] - element.getValue();
        departures[i][0] += away * away;
        departures[i][1] = Math.max(departures[i][1], Math.abs(away));
      }
    }
    return departures;
  }
}
