package dev.cantilever.drivers.stem.imaging;

import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.sample.Particle;
import dev.cantilever.drivers.stem.sample.ParticleFilm;
import dev.cantilever.drivers.stem.sample.PointBins;
import dev.cantilever.drivers.stem.sample.Region;
import java.util.List;

/** Particles by mass and thickness; a blurred probe is followed ray by ray. */
final class ParticleImage {

  private static final int RAYS = 61;

  /** Below this blur one ray stands for all. */
  private static final double SHARP = 0.3e-9;

  private final List<Particle> particles;
  private final PointBins bins;
  private final double reach;

  private ParticleImage(ParticleFilm film, Region region) {
    particles = film.particlesIn(region);
    reach = 1.5 * film.kind().largestMetres();
    double[] x = particles.stream().mapToDouble(Particle::x).toArray();
    double[] y = particles.stream().mapToDouble(Particle::y).toArray();
    bins = new PointBins(x, y, region.widened(reach), reach);
  }

  static double[] fractions(ParticleFilm film, Illumination illumination, double[] x, double[] y) {
    double blur = illumination.aberrations().blurMetres(illumination.lens().convergenceRadians());
    double[] rays =
        blur < SHARP
            ? new double[2]
            : Probe.rays(illumination.lens(), illumination.aberrations(), RAYS);
    ParticleImage image = new ParticleImage(film, Region.holding(x, y).widened(1.2 * blur));
    double[] fractions = new double[x.length];
    double empty = film.fraction(0);
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      for (int r = 0; r < rays.length; r += 2) {
        double thickness = image.thickness(x[i] + rays[r], y[i] + rays[r + 1]);
        sum += thickness == 0 ? empty : film.fraction(thickness);
      }
      fractions[i] = 2 * sum / rays.length;
    }
    return fractions;
  }

  private double thickness(double x, double y) {
    double sum = 0;
    for (int row = bins.row(y - reach); row <= bins.row(y + reach); row++) {
      int end = bins.end(row, bins.column(x + reach));
      for (int at = bins.first(row, bins.column(x - reach)); at < end; at++) {
        sum += particles.get(bins.point(at)).thicknessMetres(x, y);
      }
    }
    return sum;
  }
}
