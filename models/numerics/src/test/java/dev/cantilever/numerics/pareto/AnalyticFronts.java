package dev.cantilever.numerics.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Fronts known in closed form, with signs turned for maximisation. */
final class AnalyticFronts {

  private static final int GRID = 80;
  private static final int FINER = 4;

  private AnalyticFronts() {}

  /** DTLZ2, two objectives: a quarter circle. */
  static double[][] dtlz2(int count) {
    return IntStream.range(0, count)
        .mapToDouble(i -> 0.5 * Math.PI * i / (count - 1))
        .mapToObj(t -> new double[] {-StrictMath.cos(t), -StrictMath.sin(t)})
        .toArray(double[][]::new);
  }

  /** DTLZ2, three objectives: an eighth of a sphere, count × count points. */
  static double[][] dtlz2Sphere(int count) {
    List<double[]> points = new ArrayList<>();
    for (double[] meridian : dtlz2(count)) {
      for (double[] parallel : dtlz2(count)) {
        points.add(
            new double[] {-meridian[0] * parallel[0], -meridian[0] * parallel[1], meridian[1]});
      }
    }
    return points.toArray(double[][]::new);
  }

  /** ZDT1: f₂ = 1 − √f₁, points even in √f₁. */
  static double[][] zdt1(int count) {
    return IntStream.range(0, count)
        .mapToDouble(i -> i / (count - 1.0))
        .mapToObj(s -> new double[] {-s * s, -(1 - s)})
        .toArray(double[][]::new);
  }

  /** ZDT2: f₂ = 1 − f₁². */
  static double[][] zdt2(int count) {
    return IntStream.range(0, count)
        .mapToDouble(i -> i / (count - 1.0))
        .mapToObj(f -> new double[] {-f, -(1 - f * f)})
        .toArray(double[][]::new);
  }

  /** Branin and Currin, minimised, inputs in the unit square (Belakaria et al., NeurIPS 2019). */
  static double[] braninCurrin(double x, double y) {
    double u = 15 * x - 5;
    double v = 15 * y;
    double bend = v - 5.1 / (4 * Math.PI * Math.PI) * u * u + 5 / Math.PI * u - 6;
    double branin = bend * bend + 10 * (1 - 1 / (8 * Math.PI)) * StrictMath.cos(u) + 10;
    double damping = y == 0 ? 1 : 1 - StrictMath.exp(-1 / (2 * y));
    double above = ((2300 * x + 1900) * x + 2092) * x + 60;
    double below = ((100 * x + 500) * x + 4) * x + 20;
    return new double[] {-branin, -damping * above / below};
  }

  /** The Branin-Currin front from a grid, refined twice around its non-dominated points. */
  static Front braninCurrinFront() {
    double[][] inputs = around(new double[][] {{0.5, 0.5}}, 0.5 / GRID, GRID);
    double step = 0.5 / GRID;
    Front front = Front.of(outcomes(inputs));
    for (int refinement = 0; refinement < 2; refinement++) {
      step /= FINER;
      inputs = around(Front.select(inputs, front.indices()), step, FINER);
      front = Front.of(outcomes(inputs));
    }
    return front;
  }

  private static double[][] outcomes(double[][] inputs) {
    return Arrays.stream(inputs).map(x -> braninCurrin(x[0], x[1])).toArray(double[][]::new);
  }

  private static double[][] around(double[][] centres, double step, int steps) {
    List<double[]> inputs = new ArrayList<>();
    for (double[] centre : centres) {
      for (int i = -steps; i <= steps; i++) {
        for (int j = -steps; j <= steps; j++) {
          inputs.add(new double[] {clamp(centre[0] + i * step), clamp(centre[1] + j * step)});
        }
      }
    }
    return inputs.toArray(double[][]::new);
  }

  private static double clamp(double x) {
    return Math.min(1, Math.max(0, x));
  }
}
