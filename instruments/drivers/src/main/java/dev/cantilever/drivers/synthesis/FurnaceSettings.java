package dev.cantilever.drivers.synthesis;

import dev.cantilever.drivers.twin.Require;

/**
 * A furnace under a controller: with the heater's first-order lag and the controller's integral
 * term, temperature T follows the ramped setpoint w as T'' = ωn² (w − T) − 2 ζ ωn T'.
 *
 * @param lagSeconds 1/ωn
 * @param damping ζ, in [0.2, 0.99]; below 1, so that it overshoots
 * @param roomKelvin at the start
 * @param thermometerKelvin standard deviation of a reading
 */
public record FurnaceSettings(
    double lagSeconds, double damping, double roomKelvin, double thermometerKelvin) {

  public FurnaceSettings {
    Require.inside("lag in seconds", lagSeconds, 0.1, 1e4);
    Require.inside("damping", damping, 0.2, 0.99);
    Require.inside("room temperature in kelvin", roomKelvin, 250, 350);
    Require.notNegative("error of the thermometer in kelvin", thermometerKelvin);
  }

  public static FurnaceSettings defaults() {
    return new FurnaceSettings(20, 0.6, 295, 0.3);
  }
}
