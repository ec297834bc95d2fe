package dev.cantilever.numerics.polytope;

import dev.cantilever.numerics.polytope.ActiveSet.Face;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * The points of d coordinates that meet every one of some half-spaces and planes; perhaps none.
 * Immutable.
 */
public final class Polytope {

  /** A constraint of unit normal that is exceeded by less is met. */
  static final double TOUCHING = 1e-12;

  private static final double PARALLEL = 1e-14;
  private static final int ROUNDS = 50;

  private final int dimension;
  private final List<Face> faces = new ArrayList<>();
  private final List<Face> planes = new ArrayList<>();
  private final List<String> impossible = new ArrayList<>();
  private final Basis across = new Basis();

  /**
   * A polytope.
   *
   * @param dimension d, at least 0
   * @param halfSpaces each with a normal of d entries
   * @param planes likewise, to be met with equality
   * @throws IllegalArgumentException for a normal of another size
   */
  public Polytope(int dimension, List<HalfSpace> halfSpaces, List<HalfSpace> planes) {
    this.dimension = dimension;
    halfSpaces.forEach(one -> add(one, false));
    planes.forEach(one -> add(one, true));
    for (Face plane : this.planes) {
      if (Vectors.largest(across.rest(plane.normal())) > 0) {
        across.take(plane.normal());
      }
    }
  }

  private void add(HalfSpace one, boolean isPlane) {
    double[] normal = one.normal().toArray();
    if (normal.length != dimension) {
      throw new IllegalArgumentException(
          "constraint %s has %d coefficients where %d are needed"
              .formatted(one.name(), normal.length, dimension));
    }
    double length = Math.sqrt(Vectors.dot(normal, normal));
    if (length == 0) {
      if (isPlane ? Math.abs(one.bound()) > TOUCHING : one.bound() < -TOUCHING) {
        impossible.add(one.name());
      }
      return;
    }
    for (int i = 0; i < dimension; i++) {
      normal[i] /= length;
    }
    (isPlane ? planes : faces).add(new Face(one.name(), normal, one.bound() / length, isPlane));
  }

  public int dimension() {
    return dimension;
  }

  /**
   * The nearest of its points to x in straight-line distance, or a smallest set of constraints that
   * leaves none: the dual method of Goldfarb and Idnani (Math. Program. 27 (1983) 1,
   * doi:10.1007/BF02591962), which takes in the most violated constraint until none is.
   *
   * @param x d finite coordinates
   */
  public Nearest nearest(double[] x) {
    if (!impossible.isEmpty()) {
      return new Nearest.Empty(impossible.subList(0, 1));
    }
    ActiveSet active = new ActiveSet(x);
    for (Face plane : planes) {
      List<String> conflict = active.satisfy(plane);
      if (!conflict.isEmpty()) {
        return new Nearest.Empty(conflict);
      }
    }
    int mostSteps = ROUNDS * (faces.size() + 1);
    for (int step = 0; step < mostSteps; step++) {
      double[] point = active.point();
      int worst = worst(point);
      if (worst < 0) {
        return new Nearest.Found(Series.of(point));
      }
      List<String> conflict = active.satisfy(faces.get(worst));
      if (!conflict.isEmpty()) {
        return new Nearest.Empty(conflict);
      }
    }
    throw new IllegalStateException(
        "no nearest point after %d steps; are the coordinates of order 1?".formatted(mostSteps));
  }

  private int worst(double[] point) {
    int worst = -1;
    double most = TOUCHING;
    for (int i = 0; i < faces.size(); i++) {
      double excess = faces.get(i).excess(point);
      if (excess > most) {
        most = excess;
        worst = i;
      }
    }
    return worst;
  }

  /** The part of a direction that leads along all planes; all zeros where there is none. */
  public double[] along(double[] direction) {
    return across.rest(direction);
  }

  /**
   * How far one can go from a point and stay inside: from the first to the second number times the
   * direction. Infinite where nothing bounds it.
   *
   * @param x a point inside
   * @param direction along all planes
   */
  public Chord chord(double[] x, double[] direction) {
    double back = Double.NEGATIVE_INFINITY;
    double forth = Double.POSITIVE_INFINITY;
    for (Face face : faces) {
      double rise = Vectors.dot(face.normal(), direction);
      double slack = Math.max(0, -face.excess(x));
      if (rise > PARALLEL) {
        forth = Math.min(forth, slack / rise);
      } else if (rise < -PARALLEL) {
        back = Math.max(back, slack / rise);
      }
    }
    return new Chord(back, forth);
  }

  /**
   * A piece of a straight line through a point.
   *
   * @param back at most 0
   * @param forth at least 0
   */
  public record Chord(double back, double forth) {}
}
