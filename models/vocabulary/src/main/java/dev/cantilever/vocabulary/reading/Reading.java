package dev.cantilever.vocabulary.reading;

import dev.cantilever.vocabulary.command.SurfacePoint;

/** The raw return of a driver for one command. */
public sealed interface Reading {

  /** Where the probe stands after a move, as read back. */
  record ProbePosition(SurfacePoint position) implements Reading {}

  /** A switching-spectroscopy loop and where it was taken. */
  record Loop(SurfacePoint position, Spectrum spectrum) implements Reading {}
}
