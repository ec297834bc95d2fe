package dev.cantilever.kernel.port;

/** Where the probe of a scanning probe microscope is in its approach to the surface. */
public enum ProbeState {
  /** There is no probe, or its approach is not ours to steer. */
  NONE,
  /** Withdrawn as far as the instrument can bring it: where a probe is exchanged. */
  PARKED,
  WITHDRAWN,
  APPROACHING,
  ENGAGED,
  SCANNING,
  SPECTROSCOPY
}
