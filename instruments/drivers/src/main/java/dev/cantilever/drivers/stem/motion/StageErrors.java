package dev.cantilever.drivers.stem.motion;

/**
 * What a stage does besides what it is told. The figures are chosen for plausible behaviour.
 *
 * @param backlashMetres play of the screws in x and y
 * @param creepFraction part of a move that is still missing when it ends, at most 20 nm of it
 * @param creepSeconds time in which the missing part falls to 1/e
 * @param quietSpeed root mean square drift speed along one axis long after a move, m/s
 * @param stirredSpeed the same just after a move of more than 1 µm, m/s
 * @param steadySpeed drift speed along x that never changes, m/s
 */
public record StageErrors(
    double backlashMetres,
    double creepFraction,
    double creepSeconds,
    double quietSpeed,
    double stirredSpeed,
    double steadySpeed) {

  private static final double NANOMETRE_PER_MINUTE = 1e-9 / 60;

  public StageErrors {
    if (!(backlashMetres >= 0
        && creepFraction >= 0
        && creepFraction < 1
        && creepSeconds > 0
        && quietSpeed >= 0
        && stirredSpeed >= quietSpeed
        && Double.isFinite(steadySpeed))) {
      throw new IllegalArgumentException("stage errors have no negative parts");
    }
  }

  /** Without a drift that never changes. */
  public StageErrors(
      double backlashMetres,
      double creepFraction,
      double creepSeconds,
      double quietSpeed,
      double stirredSpeed) {
    this(backlashMetres, creepFraction, creepSeconds, quietSpeed, stirredSpeed, 0);
  }

  /** The same with a drift that never changes. */
  public StageErrors drifting(double metresPerSecond) {
    return new StageErrors(
        backlashMetres, creepFraction, creepSeconds, quietSpeed, stirredSpeed, metresPerSecond);
  }

  /** A stage that obeys and stands still. */
  public static StageErrors none() {
    return new StageErrors(0, 0, 1, 0, 0);
  }

  /** 30 nm of play, 1 % of creep over 1.7 s, drift of 0.05 to 0.5 nm a minute. */
  public static StageErrors typical() {
    return new StageErrors(
        30e-9, 0.01, 1.7, 0.05 * NANOMETRE_PER_MINUTE, 0.5 * NANOMETRE_PER_MINUTE);
  }
}
