package dev.cantilever.kernel.port;

/** What the beam of an electron microscope does. */
public enum BeamState {
  /** There is no beam. */
  NONE,
  VALVES_CLOSED,
  BLANKED,
  PARKED_ON_SAMPLE,
  SCANNING
}
