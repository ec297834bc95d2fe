package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.ErrorFunction;
import java.util.ArrayList;
import java.util.List;

/**
 * Polarization under the tip as a Preisach model: many units, each of which switches up at a bias
 * drawn from a normal distribution (V+, δ) and down at an independent one from (V−, δ). From
 * saturation to saturation the two branches are error functions centred on V+ and V−; minor loops
 * and first-order reversal curves lie between (Mayergoyz, Phys. Rev. Lett. 56 (1986) 1518,
 * doi:10.1103/PhysRevLett.56.1518).
 *
 * <p>The two distributions should not overlap: V+ − V− of 8 δ leaves an error below 1e-7. Not safe
 * for several threads.
 */
final class SwitchingMemory {

  private final double upVolts;
  private final double downVolts;
  private final double widthVolts;
  private final double upAtStart;
  private final List<Double> history = new ArrayList<>();

  /**
   * @param polarization before any bias, in [−1, 1]
   */
  SwitchingMemory(
      double coerciveVolts, double imprintVolts, double widthVolts, double polarization) {
    upVolts = imprintVolts + coerciveVolts;
    downVolts = imprintVolts - coerciveVolts;
    this.widthVolts = widthVolts;
    upAtStart = 0.5 * (1 + polarization);
  }

  /** Goes to a bias and stays there; returns the polarization, in [−1, 1]. */
  double apply(double volts) {
    history.add(volts);
    return 2 * shareUp() - 1;
  }

  /**
   * Backwards through the history: at each bias some units find the last event that switched them.
   * Those still without one have an upper threshold above the greatest and a lower threshold below
   * the least bias seen so far.
   */
  private double shareUp() {
    double greatest = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    double upperBelow = 0;
    double lowerBelow = 1;
    double up = 0;
    for (int i = history.size() - 1; i >= 0; i--) {
      double volts = history.get(i);
      if (volts > greatest) {
        double below = ErrorFunction.normalBelow((volts - upVolts) / widthVolts);
        up += (below - upperBelow) * lowerBelow;
        upperBelow = below;
        greatest = volts;
      }
      if (volts < least) {
        lowerBelow = ErrorFunction.normalBelow((volts - downVolts) / widthVolts);
        least = volts;
      }
    }
    return up + (1 - upperBelow) * lowerBelow * upAtStart;
  }
}
