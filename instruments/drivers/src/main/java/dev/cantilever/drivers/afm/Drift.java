package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.NormalDraws;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the sample has wandered to: a velocity that is a first order process of half an hour,
 * redrawn every ten seconds of twin time, and a steady part along x. A function of time and seed
 * alone, however it is asked.
 */
final class Drift {

  private static final double TICK = 10;
  private static final double KEPT = StrictMath.exp(-TICK / 1800);

  private final NormalDraws draws;
  private final double lateral;
  private final double vertical;
  private final double steady;
  private final List<Shift> knots = new ArrayList<>();
  private double vx;
  private double vy;
  private double vz;

  Drift(ScannerModel.DriftRates rates, NormalDraws draws) {
    this.draws = draws;
    lateral = rates.lateralMetresPerSecond() / Math.sqrt(2);
    vertical = rates.verticalMetresPerSecond();
    steady = rates.steadyMetresPerSecond();
    vx = lateral * draws.normal();
    vy = lateral * draws.normal();
    vz = vertical * draws.normal();
    knots.add(new Shift(0, 0, 0));
  }

  Shift at(double seconds) {
    int tick = (int) (seconds / TICK);
    while (knots.size() < tick + 2) {
      advance();
    }
    Shift from = knots.get(tick);
    Shift to = knots.get(tick + 1);
    double share = seconds / TICK - tick;
    return new Shift(
        from.x() + share * (to.x() - from.x()) + steady * seconds,
        from.y() + share * (to.y() - from.y()),
        from.z() + share * (to.z() - from.z()));
  }

  private void advance() {
    Shift last = knots.getLast();
    knots.add(new Shift(last.x() + TICK * vx, last.y() + TICK * vy, last.z() + TICK * vz));
    double fresh = Math.sqrt(1 - KEPT * KEPT);
    vx = KEPT * vx + fresh * lateral * draws.normal();
    vy = KEPT * vy + fresh * lateral * draws.normal();
    vz = KEPT * vz + fresh * vertical * draws.normal();
  }
}
