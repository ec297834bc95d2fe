package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.pfm.SignedDistance.Window;
import java.util.Arrays;

/**
 * Moves 180° walls under a biased tip by a level set (Osher and Sethian, J. Comput. Phys. 79 (1988)
 * 12, doi:10.1016/0021-9991(88)90002-2): ψ_t = v |∇ψ|, ψ the signed distance, positive in the
 * favoured domain. Work is done only on cells beside walls that move.
 *
 * <p>Three choices keep a law exact in which the speed falls e-fold within seven cells. Each cell
 * takes the field and the activation field of the nearest point of the wall, x − ψ∇ψ, not its own,
 * so that ψ stays a distance. The curvature is taken over about a wall width, since over one cell
 * it is noise. And no wall runs back: curvature alone is at most 4 MV/m at a radius of 20 nm,
 * against an activation field of 70 MV/m, 1 pm in a second; with it, the wall trembles about each
 * pin and the time step collapses.
 *
 * <p>Creep goes with the logarithm of time, so time steps may grow with the time gone by. Where a
 * wall leaps through a weak spot faster than they allow, it crosses no more than half a cell a
 * step: a leap over ten cells at 5 V comes late by up to half of the time of the pulse before it.
 *
 * <p>Not safe for several threads.
 */
final class WallMotion {

  private static final double CURVATURE_METRES = 9e-9;
  private static final int BAND_CELLS = 6;

  /** Motion in cells that is too little to be followed. */
  private static final double REST_CELLS = 0.1;

  /** Greatest motion of a step. */
  private static final double STEP_CELLS = 0.45;

  /** After so many cells the distance is restored and the band laid anew. */
  private static final double FRESH_CELLS = 1.5;

  private final PlaneGrid grid;
  private final double cell;
  private final WallCreep creep;
  private final double[] activation;

  /** Least E0 about each cell, as far as a band is wide. */
  private final double[] weakest;

  private final double lowestActivation;
  private final SignedDistance signedDistance;
  private final LevelSetStencil stencil;

  /** Cells beside walls that move, and how fast ψ rises there. */
  private final int[] active;

  private final double[] speed;
  private int count;

  /** Curvatures worked out in this step, and the step of each; several cells share one. */
  private final double[] curvature;

  private final int[] curvatureStep;
  private int step;

  /**
   * @param activation E0 of each cell, V/m
   */
  WallMotion(PlaneGrid grid, WallCreep creep, double[] activation) {
    this.grid = grid;
    this.creep = creep;
    this.activation = activation;
    cell = grid.cellMetres();
    weakest = weakestAbout(activation);
    lowestActivation = Arrays.stream(activation).min().orElseThrow();
    signedDistance = new SignedDistance(grid);
    stencil = new LevelSetStencil(grid, CURVATURE_METRES);
    active = new int[grid.count()];
    speed = new double[grid.count()];
    curvature = new double[grid.count()];
    curvatureStep = new int[grid.count()];
  }

  /**
   * Advances the walls in place.
   *
   * @param distance signed distance in metres, positive where the polarization is up
   */
  void advance(double[] distance, BiasedTip tip, double seconds) {
    double sense = Math.signum(tip.volts());
    if (sense == 0 || seconds <= 0) {
      return;
    }
    Window reach = reach(tip, seconds);
    scale(distance, sense);
    march(distance, tip, seconds, reach);
    signedDistance.restore(distance, reach);
    scale(distance, sense);
  }

  /** The square outside which every wall is at rest. */
  private Window reach(BiasedTip tip, double seconds) {
    double barrier = creep.barrierOf(REST_CELLS * cell / seconds);
    double far = 3 * grid.halfSideMetres();
    double near = 0;
    for (int i = 0; i < 30; i++) {
      double middle = 0.5 * (near + far);
      double field = creep.field(Math.abs(tip.volts()), middle, 0);
      if (creep.isSlower(barrier, field, lowestActivation)) {
        far = middle;
      } else {
        near = middle;
      }
    }
    return Window.about(grid, tip.xMetres(), tip.yMetres(), far + (BAND_CELLS + 2) * cell);
  }

  private void march(double[] psi, BiasedTip tip, double seconds, Window reach) {
    double pace = 0.25 * cell / creep.lengthMetres(tip.volts());
    double left = seconds;
    double moved = 0;
    Window window = activate(psi, tip, left, reach);
    while (left > 0 && count > 0) {
      double fastest = speeds(psi, tip);
      if (fastest * left < REST_CELLS * cell) {
        return;
      }
      double longest = Math.max(STEP_CELLS * cell / fastest, pace * (seconds - left));
      double time = Math.min(left, longest);
      double limit = Math.min(fastest, STEP_CELLS * cell / time);
      move(psi, time, limit);
      left -= time;
      moved += limit * time;
      if (moved > FRESH_CELLS * cell) {
        signedDistance.restore(psi, window, 2 * BAND_CELLS * cell);
        window = activate(psi, tip, left, reach);
        moved = 0;
      }
    }
  }

  /** Lists the cells of the band whose wall still moves; returns their surroundings. */
  private Window activate(double[] psi, BiasedTip tip, double left, Window reach) {
    double slowest = creep.barrierOf(REST_CELLS * cell / left);
    double volts = Math.abs(tip.volts());
    Window.Span span = new Window.Span();
    count = 0;
    for (int row = reach.fromRow(); row < reach.toRow(); row++) {
      for (int column = reach.fromColumn(); column < reach.toColumn(); column++) {
        int at = row * grid.cells() + column;
        if (Math.abs(psi[at]) < BAND_CELLS * cell) {
          double rho = tip.distance(grid.metres(column), grid.metres(row)) - Math.abs(psi[at]);
          double field = creep.field(volts, Math.max(cell, rho), 0);
          if (!creep.isSlower(slowest, field, weakest[at])) {
            active[count++] = at;
            span.add(row, column);
          }
        }
      }
    }
    return span.window(reach, 2 * BAND_CELLS);
  }

  /** Fills the speeds and returns the greatest beside a wall. */
  private double speeds(double[] psi, BiasedTip tip) {
    double fastest = 0;
    step++;
    for (int i = 0; i < count; i++) {
      int at = active[i];
      speed[i] = speed(psi, tip, at / grid.cells(), at % grid.cells());
      if (Math.abs(psi[at]) < FRESH_CELLS * cell) {
        fastest = Math.max(fastest, speed[i]);
      }
    }
    return fastest;
  }

  private double speed(double[] psi, BiasedTip tip, int row, int column) {
    double here = psi[row * grid.cells() + column];
    double dx = stencil.slopeX(psi, row, column);
    double dy = stencil.slopeY(psi, row, column);
    double square = Math.max(0.25, dx * dx + dy * dy);
    double x = grid.metres(column) - here * dx / square;
    double y = grid.metres(row) - here * dy / square;
    double rho = Math.max(1e-12, tip.distance(x, y));
    double bend = creep.tensionVolts() == 0 ? 0 : curvature(psi, grid.nearest(y), grid.nearest(x));
    double field = creep.field(Math.abs(tip.volts()), rho, bend);
    return field > 0 ? creep.speed(field, grid.sample(activation, x, y)) : 0;
  }

  private double curvature(double[] psi, int row, int column) {
    int at = row * grid.cells() + column;
    if (curvatureStep[at] != step) {
      curvatureStep[at] = step;
      curvature[at] = stencil.curvature(psi, row, column);
    }
    return curvature[at];
  }

  private void move(double[] psi, double seconds, double limit) {
    // The rates need the old values of all neighbours, so they are gathered before any is changed.
    for (int i = 0; i < count; i++) {
      int at = active[i];
      // Where two walls are near, cells between them have no nearest point; the limit holds them.
      speed[i] =
          Math.min(limit, speed[i])
              * stencil.upwindSlope(psi, at / grid.cells(), at % grid.cells());
    }
    for (int i = 0; i < count; i++) {
      psi[active[i]] += seconds * speed[i];
    }
  }

  private double[] weakestAbout(double[] values) {
    int n = grid.cells();
    double[] rows = new double[values.length];
    double[] both = new double[values.length];
    for (int at = 0; at < values.length; at++) {
      int column = at % n;
      double least = values[at];
      for (int i = Math.max(0, column - BAND_CELLS);
          i <= Math.min(n - 1, column + BAND_CELLS);
          i++) {
        least = Math.min(least, values[at - column + i]);
      }
      rows[at] = least;
    }
    for (int at = 0; at < values.length; at++) {
      int row = at / n;
      double least = rows[at];
      for (int i = Math.max(0, row - BAND_CELLS); i <= Math.min(n - 1, row + BAND_CELLS); i++) {
        least = Math.min(least, rows[at + (i - row) * n]);
      }
      both[at] = least;
    }
    return both;
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
