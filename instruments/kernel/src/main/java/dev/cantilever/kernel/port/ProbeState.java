package dev.cantilever.kernel.port;

/** Where the probe of a scanning probe microscope is in its approach to the surface. */
public enum ProbeState {
  /** There is no probe, or its approach is not ours to steer. */
  NONE,
  PARKED,
  WITHDRAWN,
  APPROACHING,
  ENGAGED,
  SCANNING,
  SPECTROSCOPY
}
