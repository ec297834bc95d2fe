package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.NormalDraws;

/**
 * Something that sticks to the tip: it offsets the phase by up to 10° and doubles the detector's
 * noise, until a withdrawn probe is tuned anew, which shakes it off one time in two.
 */
final class Contamination {

  private static final double LARGEST = StrictMath.toRadians(10);

  private final double perLine;
  private final NormalDraws draws;
  private boolean dirty;
  private double phaseOffset;

  Contamination(double perLine, NormalDraws draws) {
    this.perLine = perLine;
    this.draws = draws;
  }

  void scannedLine() {
    boolean strikes = draws.uniform() < perLine;
    double offset = draws.uniform(-LARGEST, LARGEST);
    if (strikes && !dirty) {
      dirty = true;
      phaseOffset = offset;
    }
  }

  void tunedInAir() {
    if (draws.uniform() < 0.5) {
      wiped();
    }
  }

  void wiped() {
    dirty = false;
    phaseOffset = 0;
  }

  boolean isDirty() {
    return dirty;
  }

  double phaseOffsetRadians() {
    return phaseOffset;
  }

  double loudness() {
    return dirty ? 2 : 1;
  }
}
