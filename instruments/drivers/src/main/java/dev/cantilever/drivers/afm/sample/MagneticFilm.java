package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.afm.lever.Material;
import java.util.List;
import java.util.Optional;

/** A surface with magnetic domains underneath. */
public record MagneticFilm(Sample surface, StripeDomains stripes) implements Sample {

  @Override
  public double heightMetres(double xMetres, double yMetres) {
    return surface.heightMetres(xMetres, yMetres);
  }

  @Override
  public double reliefMetres() {
    return surface.reliefMetres();
  }

  @Override
  public List<Material> materials() {
    return surface.materials();
  }

  @Override
  public int materialAt(double xMetres, double yMetres) {
    return surface.materialAt(xMetres, yMetres);
  }

  @Override
  public Optional<StripeDomains> domains() {
    return Optional.of(stripes);
  }
}
