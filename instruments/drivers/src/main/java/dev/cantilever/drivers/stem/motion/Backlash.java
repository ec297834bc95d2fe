package dev.cantilever.drivers.stem.motion;

/**
 * Play of one screw: the carriage follows its drive only where one flank pushes it (the play
 * operator; Visintin, Differential Models of Hysteresis, 1994, ch. III.2,
 * doi:10.1007/978-3-662-11557-2).
 */
final class Backlash {

  private final double halfGap;
  private double carriage;

  Backlash(double gapMetres) {
    halfGap = gapMetres / 2;
  }

  /** Where the carriage stands once the drive is there. */
  double drivenTo(double drive) {
    carriage = Math.max(drive - halfGap, Math.min(drive + halfGap, carriage));
    return carriage;
  }
}
