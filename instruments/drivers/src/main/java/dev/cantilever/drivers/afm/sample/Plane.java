package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.afm.lever.Material;
import java.util.List;

/**
 * A perfect plane at height 0.
 *
 * @param material what it is made of
 */
public record Plane(Material material) implements Sample {

  @Override
  public double heightMetres(double xMetres, double yMetres) {
    return 0;
  }

  @Override
  public double reliefMetres() {
    return 0;
  }

  @Override
  public List<Material> materials() {
    return List.of(material);
  }
}
