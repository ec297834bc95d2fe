package dev.cantilever.numerics.pareto;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The volume of all that the front dominates above a reference point r (Zitzler and Thiele, IEEE
 * Trans. Evol. Comput. 3 (1999) 257, doi:10.1109/4235.797969), exact for one to six objectives.
 *
 * <p>Two objectives: sort and add rectangles. Three: sweep down the third over a growing staircase
 * (Fonseca, Paquete and López-Ibáñez, CEC 2006, doi:10.1109/CEC.2006.1688440). More: in falling
 * order of the last objective every point adds what it claims alone, its box less what the points
 * before it claim inside that box, a problem of one objective fewer (While, Bradstreet and Barone,
 * IEEE Trans. Evol. Comput. 16 (2012) 86, doi:10.1109/TEVC.2010.2077298).
 *
 * <p>Raw values depend on the scales of the objectives; report the normalised one beside them.
 */
public final class Hypervolume {

  private static final int MOST_OBJECTIVES = 6;

  private Hypervolume() {}

  /**
   * The hypervolume, at least 0; points not above the reference in every objective add nothing.
   *
   * @throws IllegalArgumentException for more than six objectives, or a reference of another number
   */
  public static double of(Front front, ReferencePoint reference) {
    double[] corner = corner(front, reference);
    return volume(above(front.toArray(), corner), corner, corner.length);
  }

  /**
   * The hypervolume as a share of the box from the reference to the ideal point: 0 for nothing, 1
   * for a front that reaches the ideal, more where the ideal is exceeded. The scales of the
   * objectives cancel.
   *
   * @param ideal above the reference in every objective
   */
  public static double normalised(Front front, ReferencePoint reference, double... ideal) {
    double[] corner = corner(front, reference);
    double[] top = Outcomes.checked("the ideal point", ideal, corner.length);
    if (!isAbove(top, corner)) {
      throw new IllegalArgumentException(
          "the ideal point %s must exceed the reference %s in every objective"
              .formatted(Arrays.toString(top), Arrays.toString(corner)));
    }
    double[][] shares = above(front.toArray(), corner);
    for (double[] share : shares) {
      for (int k = 0; k < corner.length; k++) {
        share[k] = (share[k] - corner[k]) / (top[k] - corner[k]);
      }
    }
    // anew, since scaling may have rounded points together
    Front scaled = shares.length == 0 ? Front.empty(corner.length) : Front.of(shares);
    return of(scaled, ReferencePoint.of(new double[corner.length]));
  }

  /**
   * What one more outcome would add, at least 0.
   *
   * @param outcome m objectives, each within ±1e50
   */
  public static double gain(Front front, ReferencePoint reference, double... outcome) {
    double[] corner = corner(front, reference);
    double[] added = Outcomes.checked("outcome", outcome, corner.length);
    return isAbove(added, corner)
        ? alone(added, above(front.toArray(), corner), corner, corner.length)
        : 0;
  }

  static void requireObjectives(int objectives) {
    if (objectives > MOST_OBJECTIVES) {
      throw new IllegalArgumentException(
          "hypervolume is exact for 1 to %d objectives, not %d; drop or combine some"
              .formatted(MOST_OBJECTIVES, objectives));
    }
  }

  private static double[] corner(Front front, ReferencePoint reference) {
    requireObjectives(front.objectives());
    return reference.coordinates(front.objectives());
  }

  static double[][] above(double[][] points, double[] corner) {
    return Arrays.stream(points).filter(p -> isAbove(p, corner)).toArray(double[][]::new);
  }

  private static boolean isAbove(double[] point, double[] corner) {
    for (int k = 0; k < corner.length; k++) {
      if (point[k] <= corner[k]) {
        return false;
      }
    }
    return true;
  }

  /** Hypervolume of a front above the corner, in the first m objectives; orders its points. */
  private static double volume(double[][] points, double[] corner, int m) {
    Arrays.sort(points, Comparator.comparingDouble((double[] p) -> p[m - 1]).reversed());
    return switch (m) {
      case 1 -> points.length == 0 ? 0 : points[0][0] - corner[0];
      case 2 -> rectangles(points, corner);
      case 3 -> sweep(points, corner);
      default -> slices(points, corner, m);
    };
  }

  private static double rectangles(double[][] falling, double[] corner) {
    double area = 0;
    double right = corner[0];
    for (double[] p : falling) {
      area += (p[0] - right) * (p[1] - corner[1]);
      right = p[0];
    }
    return area;
  }

  private static double sweep(double[][] falling, double[] corner) {
    Staircase stairs = new Staircase(corner[0], corner[1], falling.length);
    double volume = 0;
    for (double[] p : falling) {
      volume += stairs.add(p[0], p[1]) * (p[2] - corner[2]);
    }
    return volume;
  }

  private static double slices(double[][] falling, double[] corner, int m) {
    double volume = 0;
    for (int i = 0; i < falling.length; i++) {
      double height = falling[i][m - 1] - corner[m - 1];
      volume += height * alone(falling[i], Arrays.copyOf(falling, i), corner, m - 1);
    }
    return volume;
  }

  /** What a point claims and the others do not, in the first m objectives. */
  private static double alone(double[] point, double[][] others, double[] corner, int m) {
    double[][] inside = new double[others.length][m];
    double box = 1;
    for (int k = 0; k < m; k++) {
      box *= point[k] - corner[k];
      for (int i = 0; i < others.length; i++) {
        inside[i][k] = Math.min(others[i][k], point[k]);
      }
    }
    double[][] front = Front.select(inside, Front.nonDominated(inside));
    return Math.max(0, box - volume(front, corner, m));
  }
}
