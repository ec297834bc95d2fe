package dev.cantilever.tools.library;

import dev.cantilever.vocabulary.command.SurfacePoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The convex hull of places, by the monotone chain of Andrew (Inf. Process. Lett. 9 (1979) 216,
 * doi:10.1016/0020-0190(79)90072-3).
 *
 * @param corners in m, counter-clockwise, the first not repeated
 */
record Outline(List<SurfacePoint> corners) {

  /** How far beside its edge a place still counts as inside, m. */
  private static final double SLACK = 1e-9;

  Outline {
    corners = List.copyOf(corners);
  }

  /**
   * Around n places.
   *
   * @throws IllegalArgumentException where they lie on one line, within a thousandth of its length
   */
  static Outline around(double[] x, double[] y) {
    SurfacePoint[] places = new SurfacePoint[x.length];
    Arrays.setAll(places, i -> SurfacePoint.metres(x[i], y[i]));
    Arrays.sort(
        places,
        Comparator.comparingDouble((SurfacePoint place) -> place.x().metres())
            .thenComparingDouble(place -> place.y().metres()));
    List<SurfacePoint> lower = chain(Arrays.asList(places));
    List<SurfacePoint> upper = chain(Arrays.asList(places).reversed());
    lower.removeLast();
    upper.removeLast();
    lower.addAll(upper);
    Outline outline = new Outline(lower);
    double length = Math.max(outline.width(), outline.height());
    if (!(outline.area() > 1e-3 * length * length)) {
      throw new IllegalArgumentException(
          "the places lie on one line; what lies beside it is not known, so state it");
    }
    return outline;
  }

  private static List<SurfacePoint> chain(List<SurfacePoint> sorted) {
    List<SurfacePoint> chain = new ArrayList<>();
    for (SurfacePoint next : sorted) {
      while (chain.size() >= 2 && turn(chain.get(chain.size() - 2), chain.getLast(), next) <= 0) {
        chain.removeLast();
      }
      chain.add(next);
    }
    return chain;
  }

  /** Twice the area of a triangle; positive where it turns to the left. */
  private static double turn(SurfacePoint a, SurfacePoint b, SurfacePoint c) {
    return (b.x().metres() - a.x().metres()) * (c.y().metres() - a.y().metres())
        - (b.y().metres() - a.y().metres()) * (c.x().metres() - a.x().metres());
  }

  private double area() {
    double twice = 0;
    for (int i = 1; i + 1 < corners.size(); i++) {
      twice += turn(corners.getFirst(), corners.get(i), corners.get(i + 1));
    }
    return twice / 2;
  }

  /** A place to a picometre, so that no rounding error puts it beyond a limit. */
  static SurfacePoint place(double x, double y) {
    return SurfacePoint.metres(Math.rint(x * 1e12) / 1e12, Math.rint(y * 1e12) / 1e12);
  }

  boolean holds(SurfacePoint place) {
    for (int i = 0; i < corners.size(); i++) {
      SurfacePoint from = corners.get(i);
      SurfacePoint to = corners.get((i + 1) % corners.size());
      if (!(turn(from, to, place) >= -SLACK * from.distanceTo(to).metres())) {
        return false;
      }
    }
    return true;
  }

  double left() {
    return corners.stream().mapToDouble(place -> place.x().metres()).min().orElseThrow();
  }

  double lower() {
    return corners.stream().mapToDouble(place -> place.y().metres()).min().orElseThrow();
  }

  double width() {
    return corners.stream().mapToDouble(place -> place.x().metres()).max().orElseThrow() - left();
  }

  double height() {
    return corners.stream().mapToDouble(place -> place.y().metres()).max().orElseThrow() - lower();
  }
}
