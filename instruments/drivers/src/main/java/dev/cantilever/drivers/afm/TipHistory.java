package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.TipShape;
import dev.cantilever.drivers.twin.NormalDraws;
import java.util.Optional;

/**
 * How the tip fares. It wears by dR/ds = κ max(0, F − 5 nN) with κ = 10/N, and it crashes where the
 * peak force stays above 1 µN for more than 1 ms: its radius then grows by 30–80 nm and a second
 * apex may remain 20–100 nm away. A press that goes on is one crash.
 */
final class TipHistory {

  private static final double GENTLE = 5e-9;
  private static final double WEAR_PER_NEWTON = 10;
  private static final double CRUSHING = 1e-6;
  private static final double ENDURED = 1e-3;
  private static final double BLUNTEST = 1e-6;

  private final double doublePerCrash;
  private final NormalDraws draws;
  private TipState tip;
  private double worn;
  private double overloaded;
  private int crashes;

  TipHistory(TipShape shape, double doublePerCrash, NormalDraws draws) {
    this.doublePerCrash = doublePerCrash;
    this.draws = draws;
    tip = TipState.fresh(shape);
  }

  /**
   * Bears a peak force for one step.
   *
   * @param cornered whether the scanner cannot retreat from it
   */
  void bear(double newtons, boolean cornered, double seconds, double slidMetres) {
    if (newtons > GENTLE) {
      worn += WEAR_PER_NEWTON * (newtons - GENTLE) * slidMetres;
    }
    if (newtons > CRUSHING || (cornered && newtons > 0)) {
      boolean before = overloaded > ENDURED;
      overloaded += seconds;
      if (!before && overloaded > ENDURED) {
        crash();
      }
    } else {
      overloaded = 0;
    }
  }

  /** The tip as it now is. */
  TipState tip() {
    if (worn > 0) {
      double radius = Math.min(BLUNTEST, tip.shape().radiusMetres() + worn);
      tip = new TipState(tip.shape().blunted(radius), tip.second());
      worn = 0;
    }
    return tip;
  }

  int crashes() {
    return crashes;
  }

  /** Another tip, with the history of crashes kept. */
  void exchange(TipShape shape) {
    tip = TipState.fresh(shape);
    worn = 0;
    overloaded = 0;
  }

  private void crash() {
    crashes++;
    worn += draws.uniform(30e-9, 80e-9);
    boolean splits = draws.uniform() < doublePerCrash;
    double away = draws.uniform(20e-9, 100e-9);
    double direction = draws.uniform(-Math.PI, Math.PI);
    double shorter = draws.uniform(0, 5e-9);
    if (splits) {
      tip =
          new TipState(
              tip.shape(),
              Optional.of(
                  new TipState.SecondApex(
                      away * StrictMath.cos(direction),
                      away * StrictMath.sin(direction),
                      shorter)));
    }
  }
}
