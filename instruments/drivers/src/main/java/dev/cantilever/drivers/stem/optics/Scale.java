package dev.cantilever.drivers.stem.optics;

/** Usual sizes of each coefficient in metres: chosen for plausible behaviour, not measured. */
enum Scale {
  /** At the start of a session, root mean square. */
  START(3e-9, 1.5e-9, 40e-9, 40e-9, 0.5e-6, 0.3e-6, 0.3e-6, 0),
  /** Random walk, root mean square after one minute. */
  WALK(1e-9, 0.5e-9, 10e-9, 10e-9, 0.05e-6, 0.05e-6, 0.05e-6, 0),
  /** Standard error of a measured part with the standard tableau. */
  MEASUREMENT(0.5e-9, 0.5e-9, 15e-9, 15e-9, 0.3e-6, 0.1e-6, 0.1e-6, 0.3e-3);

  private final double[] metres;

  Scale(double... metres) {
    this.metres = metres;
  }

  double metres(Coefficient coefficient) {
    return metres[coefficient.index()];
  }
}
