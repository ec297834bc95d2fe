package dev.cantilever.drivers.stem.energyloss;

import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.sample.Layer;
import dev.cantilever.drivers.stem.sample.Scene;

/**
 * t/λp of a scene, a pure number.
 *
 * @param scene what the beam passes
 * @param beam its energy
 * @param collectionRadians half angle of the spectrometer's entrance
 */
public record InelasticThickness(Scene scene, ElectronBeam beam, double collectionRadians) {

  /** Σ t/λp of all layers at a place. */
  public double at(double x, double y) {
    double sum = 0;
    for (Layer layer : scene.layersAt(x, y)) {
      sum += of(layer);
    }
    return sum;
  }

  double of(Layer layer) {
    double number = layer.material().effectiveNumber();
    return layer.thicknessMetres() / MeanFreePath.metres(beam, collectionRadians, number);
  }
}
