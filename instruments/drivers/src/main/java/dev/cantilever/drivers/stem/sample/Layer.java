package dev.cantilever.drivers.stem.sample;

/**
 * So much of a material along the beam.
 *
 * @param material which
 * @param thicknessMetres at least 0
 */
public record Layer(Material material, double thicknessMetres) {

  public Layer {
    if (!(thicknessMetres >= 0)) {
      throw new IllegalArgumentException("a layer has a thickness of at least 0");
    }
  }
}
