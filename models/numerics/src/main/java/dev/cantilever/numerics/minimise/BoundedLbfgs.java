package dev.cantilever.numerics.minimise;

import dev.cantilever.numerics.minimise.Objective.Evaluation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS inside a box by gradient projection: variables that lie at a bound and want
 * to leave the box are held, the others take the two-loop quasi-Newton step (Nocedal and Wright,
 * Numerical Optimization, 2006, algorithm 7.4), and the step is projected and shortened, by what
 * the slopes at both of its ends foretell, until it satisfies Armijo's condition (Bertsekas, SIAM
 * J. Control Optim. 20 (1982) 221, doi:10.1137/0320018).
 */
public final class BoundedLbfgs {

  private static final int MEMORY = 8;
  private static final int MOST_TRIALS = 20;

  /** The first step has no scale yet and may be much too long. */
  private static final double LEAST_SHARE_AT_FIRST = 1e-3;

  private static final double LEAST_SHARE = 0.1;
  private static final double ARMIJO = 1e-4;
  private static final double CURVATURE = 1e-10;

  private final double[] lower;
  private final double[] upper;
  private final int iterations;
  private final double tolerance;
  private final double curvature;

  /**
   * A minimiser.
   *
   * @param lower least values
   * @param upper greatest values, each at least the lower one
   * @param iterations most steps
   * @param tolerance it ends when no component of the projected gradient is larger, or a whole step
   *     or two in a row gain less than this times a hundredth
   */
  public BoundedLbfgs(double[] lower, double[] upper, int iterations, double tolerance) {
    this(lower, upper, iterations, tolerance, 1);
  }

  private BoundedLbfgs(
      double[] lower, double[] upper, int iterations, double tolerance, double curvature) {
    this.lower = lower.clone();
    this.upper = upper.clone();
    this.iterations = iterations;
    this.tolerance = tolerance;
    this.curvature = curvature;
  }

  /**
   * The same where about so large a curvature is expected: the first step is the gradient over it.
   * Of a log likelihood it grows with the number of observations.
   *
   * @param expected above 0
   */
  public BoundedLbfgs expecting(double expected) {
    return new BoundedLbfgs(lower, upper, iterations, tolerance, expected);
  }

  /** The minimum found from {@code start}, which is projected into the box first. */
  public Minimum minimise(Objective objective, double[] start) {
    double[] x = projected(start);
    Evaluation here = objective.at(x);
    int evaluations = 1;
    Deque<Pair> pairs = new ArrayDeque<>();
    boolean gainedLittle = false;
    for (int step = 0; step < iterations && !isOptimal(x, here.gradient()); step++) {
      double[] direction = direction(x, here.gradient(), pairs);
      double scale = 1;
      double[] next = x;
      Evaluation there = here;
      boolean better = false;
      for (int trial = 0; trial < MOST_TRIALS && !better; trial++) {
        next = stepped(x, direction, scale);
        there = objective.at(next);
        evaluations++;
        better = there.value() <= here.value() + ARMIJO * slope(x, next, here.gradient());
        if (!better) {
          double before = slope(x, next, here.gradient());
          double share = share(before, slope(x, next, there.gradient()));
          scale *= Math.clamp(share, pairs.isEmpty() ? LEAST_SHARE_AT_FIRST : LEAST_SHARE, 0.5);
        }
      }
      if (!better) {
        break;
      }
      double gain = here.value() - there.value();
      remember(pairs, x, next, here.gradient(), there.gradient());
      x = next;
      here = there;
      boolean gainsLittle = gain < tolerance / 100;
      if (gainsLittle && (scale == 1 || gainedLittle)) {
        break;
      }
      gainedLittle = gainsLittle;
    }
    return new Minimum(Series.of(x), here.value(), evaluations);
  }

  /**
   * Where along a step that went too far the slope is 0 if it changes evenly; a half where the end
   * of the step tells nothing.
   *
   * @param before slope along the step at its beginning, below 0
   * @param after at its end
   */
  private static double share(double before, double after) {
    return after > 0 ? before / (before - after) : 0.5;
  }

  private double[] projected(double[] x) {
    double[] inside = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      inside[i] = Math.clamp(x[i], lower[i], upper[i]);
    }
    return inside;
  }

  private double[] stepped(double[] x, double[] direction, double scale) {
    double[] next = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      next[i] = x[i] + scale * direction[i];
    }
    return projected(next);
  }

  private boolean isHeld(double[] x, double[] gradient, int i) {
    return (x[i] <= lower[i] && gradient[i] > 0) || (x[i] >= upper[i] && gradient[i] < 0);
  }

  private boolean isOptimal(double[] x, double[] gradient) {
    for (int i = 0; i < x.length; i++) {
      if (!isHeld(x, gradient, i) && !(Math.abs(gradient[i]) <= tolerance)) {
        return false;
      }
    }
    return true;
  }

  private double[] direction(double[] x, double[] gradient, Deque<Pair> pairs) {
    double[] q = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      q[i] = isHeld(x, gradient, i) ? 0 : gradient[i];
    }
    double[] quasiNewton = pairs.isEmpty() ? steepest(q) : twoLoops(q, pairs);
    for (int i = 0; i < x.length; i++) {
      quasiNewton[i] = q[i] == 0 ? 0 : -quasiNewton[i];
    }
    if (dot(quasiNewton, q) < 0) {
      return quasiNewton;
    }
    double[] downhill = steepest(q);
    for (int i = 0; i < x.length; i++) {
      downhill[i] = -downhill[i];
    }
    return downhill;
  }

  /** Downhill, no further than 1: the first step must not leave the region of interest. */
  private double[] steepest(double[] gradient) {
    double length = Math.max(curvature, Math.sqrt(dot(gradient, gradient)));
    double[] shorter = new double[gradient.length];
    for (int i = 0; i < shorter.length; i++) {
      shorter[i] = gradient[i] / length;
    }
    return shorter;
  }

  private static double[] twoLoops(double[] gradient, Deque<Pair> pairs) {
    double[] q = gradient.clone();
    double[] weights = new double[pairs.size()];
    int k = 0;
    for (Pair pair : pairs) {
      weights[k] = dot(pair.step(), q) / pair.curvature();
      add(q, -weights[k], pair.change());
      k++;
    }
    Pair newest = pairs.getFirst();
    double scale = newest.curvature() / dot(newest.change(), newest.change());
    for (int i = 0; i < q.length; i++) {
      q[i] *= scale;
    }
    Iterator<Pair> oldestFirst = pairs.descendingIterator();
    while (oldestFirst.hasNext()) {
      Pair pair = oldestFirst.next();
      k--;
      add(q, weights[k] - dot(pair.change(), q) / pair.curvature(), pair.step());
    }
    return q;
  }

  private static void remember(
      Deque<Pair> pairs, double[] x, double[] next, double[] gradient, double[] nextGradient) {
    double[] step = next.clone();
    add(step, -1, x);
    double[] change = nextGradient.clone();
    add(change, -1, gradient);
    double curvature = dot(step, change);
    if (curvature > CURVATURE * dot(change, change)) {
      pairs.addFirst(new Pair(step, change, curvature));
      if (pairs.size() > MEMORY) {
        pairs.removeLast();
      }
    }
  }

  private static double slope(double[] x, double[] next, double[] gradient) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += gradient[i] * (next[i] - x[i]);
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Pair(double[] step, double[] change, double curvature) {}
}
