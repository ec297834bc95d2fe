package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;

/**
 * The height loop: it holds the amplitude at a share of the free amplitude. With e the amplitude
 * above that, the commanded height changes as dz/dt = −Ki e, plus −Kp e.
 *
 * @param setpointRatio s, in [0.1, 0.98]
 * @param integralPerSecond Ki, in [1, 2e4]
 * @param proportional Kp, in [0, 2]
 */
public record Feedback(double setpointRatio, double integralPerSecond, double proportional) {

  public Feedback {
    Require.inside("setpoint ratio", setpointRatio, 0.1, 0.98);
    Require.inside("integral gain in 1/s", integralPerSecond, 1, 2e4);
    Require.inside("proportional gain", proportional, 0, 2);
  }
}
