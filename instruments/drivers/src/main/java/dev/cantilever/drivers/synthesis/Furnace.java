package dev.cantilever.drivers.synthesis;

import dev.cantilever.drivers.twin.Require;

/** Temperature behind a setpoint that ramps to its target; exact between commands. */
final class Furnace {

  private final FurnaceSettings settings;
  private double setpoint;
  private double target;
  private double rate;
  private double temperature;
  private double velocity;

  Furnace(FurnaceSettings settings) {
    this.settings = settings;
    setpoint = settings.roomKelvin();
    target = setpoint;
    temperature = setpoint;
  }

  double temperatureKelvin() {
    return temperature;
  }

  double setpointKelvin() {
    return setpoint;
  }

  void ramp(double targetKelvin, double kelvinPerSecond) {
    target = targetKelvin;
    rate = kelvinPerSecond;
  }

  void advance(double seconds) {
    Require.notNegative("time in seconds", seconds);
    double ramping = setpoint == target ? 0 : Math.min(seconds, Math.abs(target - setpoint) / rate);
    if (ramping > 0) {
      double slope = target > setpoint ? rate : -rate;
      follow(slope, ramping);
      setpoint = ramping < seconds ? target : setpoint + slope * ramping;
    }
    follow(0, seconds - ramping);
  }

  /**
   * Solves the equation of motion for a setpoint of constant slope: T = w − 2ζ/ωn · slope + e^(−ζ
   * ωn t) (A cos ωd t + B sin ωd t), ωd = ωn √(1 − ζ²).
   */
  private void follow(double slope, double seconds) {
    double natural = 1 / settings.lagSeconds();
    double decay = settings.damping() * natural;
    double damped = natural * Math.sqrt(1 - settings.damping() * settings.damping());
    double behind = 2 * settings.damping() / natural * slope;
    double a = temperature - setpoint + behind;
    double b = (velocity - slope + decay * a) / damped;
    double fade = StrictMath.exp(-decay * seconds);
    double cosine = StrictMath.cos(damped * seconds);
    double sine = StrictMath.sin(damped * seconds);
    double swing = a * cosine + b * sine;
    temperature = setpoint + slope * seconds - behind + fade * swing;
    velocity = slope + fade * (damped * (b * cosine - a * sine) - decay * swing);
  }
}
