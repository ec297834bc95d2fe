package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.energyloss.EnergyAxis;
import dev.cantilever.drivers.stem.energyloss.LossesAt;
import dev.cantilever.drivers.stem.energyloss.PluralScattering;
import dev.cantilever.drivers.stem.energyloss.Spectrometer;
import dev.cantilever.drivers.stem.imaging.BeamPath;
import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.sample.Region;

/** Takes energy-loss spectra. */
final class Spectroscopy {

  private static final int MOST_CHANNELS = 1 << 24;

  private final Microscope microscope;
  private final Variates noise;

  Spectroscopy(Microscope microscope, long noise) {
    this.microscope = microscope;
    this.noise = Variates.of(noise, "spectrometer");
  }

  /** With the beam where it stands at the beginning. */
  LossSpectra point(double x, double y, double seconds, EnergyAxis axis) {
    double start = microscope.timeSeconds();
    double[] beam = microscope.beamAt(x, y);
    Region region = Region.around(beam[0], beam[1], 1e-12);
    LossesAt losses = losses(region, microscope.illumination());
    Spectrometer spectrometer = microscope.instrument().spectrometer();
    double[] expected =
        new PluralScattering(axis, spectrometer.zeroLoss())
            .expected(
                losses.at(beam[0], beam[1]),
                microscope.electrons(seconds),
                microscope.energyDrift().electronVolts());
    double[][] counts = {spectrometer.read(expected, noise)};
    microscope.stand(x, y, seconds);
    return new LossSpectra(1, 1, axis, counts, start);
  }

  LossSpectra image(Raster raster, EnergyAxis axis) {
    if ((long) raster.pixels() * axis.channels() > MOST_CHANNELS) {
      throw new IllegalArgumentException(
          "a spectrum image of %d × %d places and %d channels has more than 2^24 numbers"
              .formatted(raster.rows(), raster.columns(), axis.channels()));
    }
    double start = microscope.timeSeconds();
    Illumination illumination = microscope.illumination();
    BeamPath path = microscope.scanned(raster);
    double electrons = microscope.electrons(raster.dwellSeconds());
    double[][] counts = spectra(raster, axis, path, illumination);
    microscope.dosing().scan(path, microscope.pixelMetres(raster), electrons, illumination);
    microscope.age(raster.rows() * raster.lineSeconds());
    return new LossSpectra(raster.rows(), raster.columns(), axis, counts, start);
  }

  private double[][] spectra(
      Raster raster, EnergyAxis axis, BeamPath path, Illumination illumination) {
    LossesAt losses = losses(Region.holding(path.x(), path.y()), illumination);
    Spectrometer spectrometer = microscope.instrument().spectrometer();
    PluralScattering scattering = new PluralScattering(axis, spectrometer.zeroLoss());
    double electrons = microscope.electrons(raster.dwellSeconds());
    double[][] counts = new double[raster.pixels()][];
    for (int i = 0; i < counts.length; i++) {
      double shift = microscope.energyDrift().electronVolts();
      double[] expected =
          scattering.expected(losses.at(path.x()[i], path.y()[i]), electrons, shift);
      counts[i] = spectrometer.read(expected, noise);
      if ((i + 1) % raster.columns() == 0) {
        microscope.energyDrift().advance(raster.lineSeconds());
      }
    }
    return counts;
  }

  private LossesAt losses(Region region, Illumination illumination) {
    return new LossesAt(
        microscope.specimen(),
        illumination.beam(),
        microscope.instrument().spectrometer().collectionRadians(),
        illumination.probe(),
        region);
  }
}
