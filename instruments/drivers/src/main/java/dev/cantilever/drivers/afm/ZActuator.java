package dev.cantilever.drivers.afm;

/**
 * A damped resonator that follows a command, z″ + (ω/Q) z′ + ω² (z − command) = 0, advanced exactly
 * over steps of constant command, so that its resonance puts no bound on the step.
 */
final class ZActuator {

  private final double angular;
  private final double quality;
  private double positionByPosition;
  private double positionByVelocity;
  private double velocityByPosition;
  private double velocityByVelocity;
  private double position;
  private double velocity;

  ZActuator(double resonanceHertz, double quality) {
    angular = 2 * Math.PI * resonanceHertz;
    this.quality = quality;
  }

  void pace(double stepSeconds) {
    double rate = angular / (2 * quality);
    double damped = angular * Math.sqrt(1 - 1 / (4 * quality * quality));
    double decay = StrictMath.exp(-rate * stepSeconds);
    double cosine = decay * StrictMath.cos(damped * stepSeconds);
    double sine = decay * StrictMath.sin(damped * stepSeconds) / damped;
    positionByPosition = cosine + rate * sine;
    positionByVelocity = sine;
    velocityByPosition = -angular * angular * sine;
    velocityByVelocity = cosine - rate * sine;
  }

  void step(double command) {
    double offset = position - command;
    position = command + positionByPosition * offset + positionByVelocity * velocity;
    velocity = velocityByPosition * offset + velocityByVelocity * velocity;
  }

  /** Comes to rest at a position. */
  void rest(double metres) {
    position = metres;
    velocity = 0;
  }

  double metres() {
    return position;
  }
}
