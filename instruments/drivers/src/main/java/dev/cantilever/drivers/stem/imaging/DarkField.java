package dev.cantilever.drivers.stem.imaging;

import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.ParticleFilm;
import dev.cantilever.drivers.stem.sample.Region;
import dev.cantilever.drivers.stem.sample.Scene;
import dev.cantilever.drivers.stem.sample.Specimen;

/**
 * The fraction of the beam that reaches the annular dark field detector. Incoherent imaging: the
 * object Σ Z^1.7 over the columns, convolved with the probe (Pennycook and Jesson, Ultramicroscopy
 * 37 (1991) 14, doi:10.1016/0304-3991(91)90004-P), plus the layer of contamination.
 */
public final class DarkField {

  private DarkField() {}

  /** The fraction at each place of the beam, 0 to 1. */
  public static double[] fractions(
      Specimen specimen, Illumination illumination, double[] x, double[] y) {
    Scene scene = specimen.scene();
    double[] fractions =
        switch (scene) {
          case Crystal crystal -> ofColumns(specimen, crystal, illumination, x, y);
          case ParticleFilm film -> ParticleImage.fractions(film, illumination, x, y);
        };
    for (int i = 0; i < fractions.length; i++) {
      double grown = scene.meanFraction() * specimen.contamination().at(x[i], y[i]);
      fractions[i] = Math.min(1, fractions[i] + grown);
    }
    return fractions;
  }

  private static double[] ofColumns(
      Specimen specimen, Crystal crystal, Illumination illumination, double[] x, double[] y) {
    Region region = Region.holding(x, y).widened(illumination.probe().supportMetres());
    double unit = crystal.darkFieldSquareMetres();
    ColumnSum sum =
        ColumnSum.of(
            illumination.probe(),
            specimen.placesIn(region),
            place -> unit * place.atoms() * place.site().element().darkFieldWeight(),
            region);
    double[] fractions = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      fractions[i] = sum.at(x[i], y[i]);
    }
    return fractions;
  }
}
