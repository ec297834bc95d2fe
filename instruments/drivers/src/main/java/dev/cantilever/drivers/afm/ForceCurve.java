package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;
import java.util.List;

/**
 * Deflection of the undriven lever on its way to the surface and back.
 *
 * @param extend towards the surface
 * @param retract away from it
 * @param triggered whether the trigger force was reached
 */
public record ForceCurve(List<Point> extend, List<Point> retract, boolean triggered) {

  /**
   * One point.
   *
   * @param zMetres height of the actuator
   * @param deflectionMetres up is positive
   * @param forceNewtons spring constant times deflection
   */
  public record Point(double zMetres, double deflectionMetres, double forceNewtons) {}

  /**
   * How to take one.
   *
   * @param triggerNewtons force at which the way turns, in [1e-12, 5e-6]
   * @param rangeMetres length of the way, in [1e-9, 5e-6]; a fifth of it lies below the surface
   * @param hertz curves per second, in [0.1, 50]
   * @param points of the longest way in, in [16, 4096]
   */
  public record Request(double triggerNewtons, double rangeMetres, double hertz, int points) {

    public Request {
      Require.inside("trigger in N", triggerNewtons, 1e-12, 5e-6);
      Require.inside("range in m", rangeMetres, 1e-9, 5e-6);
      Require.inside("curves per second", hertz, 0.1, 50);
      Require.inside("points", points, 16, 4096);
    }
  }

  public ForceCurve {
    extend = List.copyOf(extend);
    retract = List.copyOf(retract);
  }
}
