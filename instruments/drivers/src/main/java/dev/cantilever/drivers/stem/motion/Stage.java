package dev.cantilever.drivers.stem.motion;

import dev.cantilever.drivers.stem.noise.Variates;

/**
 * A specimen stage. Its readback is what it was told; where it truly stands also depends on the
 * side it came from, on how long ago it moved, and on drift.
 */
public final class Stage {

  /** Largest creep after a move, m. */
  private static final double MOST_CREEP = 20e-9;

  private static final double SPEED = 1e-5;
  private static final double START_SECONDS = 2;

  private final StageErrors errors;
  private final Backlash screwX;
  private final Backlash screwY;
  private final Drift drift;
  private StagePosition told = StagePosition.HOME;
  private double carriageX;
  private double carriageY;
  private double creepX;
  private double creepY;

  /** A stage at home whose drift comes from this stream. */
  public Stage(Variates variates, StageErrors errors) {
    this.errors = errors;
    screwX = new Backlash(errors.backlashMetres());
    screwY = new Backlash(errors.backlashMetres());
    drift = new Drift(variates, errors);
  }

  /** What the stage reports. */
  public StagePosition readback() {
    return told;
  }

  /** True x of the specimen's point under the axis, m. */
  public double x() {
    return carriageX + creepX + drift.x();
  }

  /** True y of the specimen's point under the axis, m. */
  public double y() {
    return carriageY + creepY + drift.y();
  }

  /** Drift velocity along x, m/s. */
  public double driftSpeedX() {
    return drift.speedX();
  }

  /** Drift velocity along y, m/s. */
  public double driftSpeedY() {
    return drift.speedY();
  }

  /** Distance drifted along x since the start, m. */
  public double driftX() {
    return drift.x();
  }

  /** Distance drifted along y since the start, m. */
  public double driftY() {
    return drift.y();
  }

  /** Time that a move takes: 2 s and 10 µm/s. */
  public double secondsTo(StagePosition target) {
    return START_SECONDS + told.distanceMetres(target) / SPEED;
  }

  /** Moves; the time of the move passes. */
  public void moveTo(StagePosition target) {
    double seconds = secondsTo(target);
    double distance = told.distanceMetres(target);
    double fromX = carriageX;
    double fromY = carriageY;
    carriageX = screwX.drivenTo(target.x());
    carriageY = screwY.drivenTo(target.y());
    told = target;
    drift.moved(distance);
    advance(seconds);
    creepX = creep(fromX - carriageX);
    creepY = creep(fromY - carriageY);
  }

  /** Lets time pass. */
  public void advance(double seconds) {
    double kept = StrictMath.exp(-seconds / errors.creepSeconds());
    creepX *= kept;
    creepY *= kept;
    drift.advance(seconds);
  }

  private double creep(double backwards) {
    double size = errors.creepFraction() * backwards;
    return Math.max(-MOST_CREEP, Math.min(MOST_CREEP, size));
  }
}
