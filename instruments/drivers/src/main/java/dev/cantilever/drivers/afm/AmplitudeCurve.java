package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;
import java.util.List;

/**
 * Amplitude and phase of the driven lever on its way to the surface and back, the loop open.
 *
 * @param extend towards the surface
 * @param retract away from it
 */
public record AmplitudeCurve(List<Point> extend, List<Point> retract) {

  /**
   * One point.
   *
   * @param zMetres height of the actuator
   * @param amplitudeMetres of the lever
   * @param phaseRadians lag behind the drive
   */
  public record Point(double zMetres, double amplitudeMetres, double phaseRadians) {}

  /**
   * How to take one.
   *
   * @param leastRatio share of the free amplitude at which the way turns, in [0.05, 0.98]
   * @param rangeMetres length of the way at most, in [1e-9, 5e-6]; it begins out of reach
   * @param points of the longest way in, in [16, 4096]
   */
  public record Request(double leastRatio, double rangeMetres, int points) {

    public Request {
      Require.inside("least amplitude ratio", leastRatio, 0.05, 0.98);
      Require.inside("range in m", rangeMetres, 1e-9, 5e-6);
      Require.inside("points", points, 16, 4096);
    }
  }

  public AmplitudeCurve {
    extend = List.copyOf(extend);
    retract = List.copyOf(retract);
  }
}
