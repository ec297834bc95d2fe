package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * The square film and its domains before anything is written.
 *
 * @param cells cells along a side, in [32, 2048]
 * @param cellMetres side of a cell, in [0.5 nm, 20 nm]
 * @param wallWidthMetres w of P = tanh(s/w), s the signed distance to the 180° wall; 5–10 nm
 * @param domainMetres correlation length of the up and down pattern
 * @param stripes ferroelastic variants
 */
public record FilmSettings(
    int cells,
    double cellMetres,
    double wallWidthMetres,
    double domainMetres,
    StripeSettings stripes) {

  public FilmSettings {
    Require.inside("number of cells", cells, 32, 2048);
    Require.inside("cell in metres", cellMetres, 0.5e-9, 20e-9);
    Require.inside("wall width in metres", wallWidthMetres, 1e-9, 100e-9);
    Require.inside("domain size in metres", domainMetres, 10e-9, 1e-6);
  }

  /** 1.5 µm of cells of 3 nm. */
  public static FilmSettings defaults() {
    return new FilmSettings(500, 3e-9, 7e-9, 140e-9, StripeSettings.defaults());
  }
}
