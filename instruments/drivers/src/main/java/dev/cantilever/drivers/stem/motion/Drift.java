package dev.cantilever.drivers.stem.motion;

import dev.cantilever.drivers.stem.noise.Variates;

/**
 * Slow wandering of the specimen. Each component of the velocity is an Ornstein–Uhlenbeck process
 * of one minute's memory, stepped exactly (Gillespie, Phys. Rev. E 54 (1996) 2084,
 * doi:10.1103/PhysRevE.54.2084); its size decays in 15 minutes after a move of more than 1 µm. A
 * steady part along x may be added.
 */
final class Drift {

  private static final double MEMORY_SECONDS = 60;
  private static final double REST_SECONDS = 900;
  private static final double STIRRING_MOVE = 1e-6;

  /** Longer times are stepped through, so that the path stays smooth. */
  private static final double LONGEST_STEP = 10;

  private final Variates variates;
  private final StageErrors errors;
  private double sinceMove;
  private double x;
  private double y;
  private double speedX;
  private double speedY;

  Drift(Variates variates, StageErrors errors) {
    this.variates = variates;
    this.errors = errors;
    speedX = size() * variates.normal();
    speedY = size() * variates.normal();
  }

  double x() {
    return x;
  }

  double y() {
    return y;
  }

  double speedX() {
    return speedX + errors.steadySpeed();
  }

  double speedY() {
    return speedY;
  }

  /** A long move warms and strains the holder: the drift starts anew. */
  void moved(double distanceMetres) {
    if (distanceMetres > STIRRING_MOVE) {
      sinceMove = 0;
      speedX = size() * variates.normal();
      speedY = size() * variates.normal();
    }
  }

  void advance(double seconds) {
    int steps = (int) Math.max(1, Math.ceil(seconds / LONGEST_STEP));
    double step = seconds / steps;
    for (int i = 0; i < steps; i++) {
      x += (speedX + errors.steadySpeed()) * step;
      y += speedY * step;
      double kept = StrictMath.exp(-step / MEMORY_SECONDS);
      double kick = size() * Math.sqrt(1 - kept * kept);
      speedX = kept * speedX + kick * variates.normal();
      speedY = kept * speedY + kick * variates.normal();
      sinceMove += step;
    }
  }

  private double size() {
    double stirred = errors.stirredSpeed() - errors.quietSpeed();
    return errors.quietSpeed() + stirred * StrictMath.exp(-sinceMove / REST_SECONDS);
  }
}
