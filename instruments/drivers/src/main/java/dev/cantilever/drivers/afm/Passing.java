package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;

/** How each line of a scan is passed. */
public sealed interface Passing {

  /** There and back with the tapping lever. */
  record Tapping() implements Passing {}

  /**
   * The same, and then there and back a second time over the heights just found.
   *
   * @param metres how far over them, in [1e-9, 1e-6]
   */
  record Lifted(double metres) implements Passing {

    public Lifted {
      Require.inside("lift height in m", metres, 1e-9, 1e-6);
    }
  }

  /**
   * There and back with the undriven lever pressed to the surface.
   *
   * @param newtons load that the loop holds, in [0, 5e-6]
   */
  record Pressed(double newtons) implements Passing {

    public Pressed {
      Require.inside("load in N", newtons, 0, 5e-6);
    }
  }
}
