package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.simulation.Readings;
import dev.cantilever.drivers.stem.diffraction.Camera;
import dev.cantilever.drivers.stem.diffraction.PatternStack;
import dev.cantilever.drivers.stem.energyloss.EnergyAxis;
import dev.cantilever.drivers.stem.imaging.Raster;
import dev.cantilever.drivers.stem.optics.Coefficient;
import dev.cantilever.drivers.stem.optics.MeasuredAberrations;
import dev.cantilever.drivers.stem.optics.Tableau;
import dev.cantilever.drivers.stem.xray.XrayDetector;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Takes what a command asks for, with the beam at its place, in the words of the vocabulary. */
final class StemReadings {

  static final double TABLEAU_SECONDS = 20;

  private static final double JOULES_PER_EV = 1.602176634e-19;
  private static final int CHANNELS = 1024;
  private static final int CAMERA_PIXELS = 256;
  private static final double CAMERA_PIXEL = 55e-6;

  private final StemTwin twin;
  private final SurfacePoint beam;

  StemReadings(StemTwin twin, SurfacePoint beam) {
    this.twin = twin;
    this.beam = beam;
  }

  static Raster square(int pixels, TimeSpan dwell) {
    return Raster.square(Math.max(4, pixels), dwell.seconds());
  }

  /** All of one detector, then all of the next. */
  Reading frames(int count, List<String> detectors) {
    List<ScanFrame> taken = twin.scan(count, detectors.contains("BF"));
    List<Field> fields = new ArrayList<>();
    for (String detector : detectors) {
      taken.stream()
          .map(ScanFrame::image)
          .filter(image -> image.name().equals(detector))
          .forEach(fields::add);
    }
    return scan(fields);
  }

  private Reading scan(List<Field> fields) {
    double side = twin.settings().field().sideMetres();
    List<Frame> frames = new ArrayList<>();
    boolean alike = fields.stream().map(Field::name).distinct().count() < fields.size();
    Map<String, Integer> taken = new HashMap<>();
    for (Field field : fields) {
      int number = taken.merge(field.name(), 1, Integer::sum);
      String name = alike ? field.name() + " " + number : field.name();
      frames.add(
          Readings.frame(
              new Field(name, field.unit(), field.rows(), field.columns(), field.values()),
              side,
              side));
    }
    return new Reading.Scan(beam, frames);
  }

  Reading spectrum(StemCommand.AcquireSpectrum command) {
    return switch (command.technique()) {
      case EELS -> losses(command);
      case EDS -> xrays(command);
    };
  }

  private Reading xrays(StemCommand.AcquireSpectrum command) {
    double[] counts =
        twin.xraySpectrum(share(beam.x()), share(beam.y()), command.exposure().seconds());
    double[] energies = new double[counts.length];
    Arrays.setAll(energies, XrayDetector::energy);
    return new Reading.Curves(beam, List.of(counts("X-ray energy", energies, counts)));
  }

  private Reading losses(StemCommand.AcquireSpectrum command) {
    EnergyAxis axis =
        new EnergyAxis(
            command.offset().joules() / JOULES_PER_EV,
            command.dispersion().joules() / JOULES_PER_EV,
            CHANNELS);
    LossSpectra spectra =
        twin.spectrum(share(beam.x()), share(beam.y()), command.exposure().seconds(), axis);
    double[] energies = new double[axis.channels()];
    for (int c = 0; c < energies.length; c++) {
      energies[c] = axis.energy(c);
    }
    return new Reading.Curves(beam, List.of(counts("energy loss", energies, spectra.counts()[0])));
  }

  private static Spectrum counts(String energy, double[] energies, double[] counts) {
    return Readings.curve(
        new Axis(energy, "eV", Series.of(energies)), new Axis("counts", "1", Series.of(counts)));
  }

  /** Maps of the zero loss and of the losses around the plasmons, or of the X-ray lines found. */
  Reading spectrumImage(StemCommand.SpectrumImage command) {
    if (command.technique() == StemCommand.Spectroscopy.EDS) {
      return scan(
          twin.xrayImage(square(command.pixels(), command.dwell()))
              .maps(XraySpectroscopy.DETECTOR));
    }
    EnergyAxis axis = new EnergyAxis(-5, 0.1, CHANNELS);
    LossSpectra spectra = twin.spectrumImage(square(command.pixels(), command.dwell()), axis);
    return scan(
        List.of(
            spectra.map("zero loss", -2, 2),
            spectra.map("2 to 10 eV", 2, 10),
            spectra.map("10 to 40 eV", 10, 40),
            spectra.map("40 to 97 eV", 40, 97)));
  }

  /** Where the pattern's middle lies: the beam's deflection by the specimen and its atoms. */
  Reading diffraction(StemCommand.ScanDiffraction command) {
    double convergence = twin.settings().convergenceRadians();
    Camera camera = Camera.around(convergence);
    PatternStack stack =
        twin.scanDiffraction(square(command.pixels(), command.dwell()), camera, convergence);
    int places = stack.rows() * stack.columns();
    double[] x = new double[places];
    double[] y = new double[places];
    double[] sum = new double[places];
    for (int i = 0; i < places; i++) {
      double[] centre = stack.centreOfMass(i, camera.halfAngleRadians());
      x[i] = centre[0];
      y[i] = centre[1];
      sum[i] = stack.sum(i);
    }
    return scan(
        List.of(
            new Field("centre of mass x", "rad", stack.rows(), stack.columns(), x),
            new Field("centre of mass y", "rad", stack.rows(), stack.columns(), y),
            new Field("electrons", "1", stack.rows(), stack.columns(), sum)));
  }

  /** The pattern over the surface of the camera, which is that many of its pixels wide. */
  Reading camera(StemCommand.CameraImage command) {
    Camera camera =
        Camera.around(twin.settings().convergenceRadians())
            .withPixels(CAMERA_PIXELS / command.binning());
    Field pattern =
        twin.cameraImage(share(beam.x()), share(beam.y()), command.exposure().seconds(), camera);
    double side = CAMERA_PIXELS * CAMERA_PIXEL;
    String name =
        "diffraction pattern, %.0f mrad across".formatted(2e3 * camera.halfAngleRadians());
    Field named =
        new Field(name, pattern.unit(), pattern.rows(), pattern.columns(), pattern.values());
    return new Reading.Scan(beam, List.of(Readings.frame(named, side, side)));
  }

  /** Sharpness over defocus, and the defocus that was found and set. */
  Reading focus(StemCommand.AutoFocus command) {
    FocusFound found =
        twin.autoFocus(command.range().metres(), Sharpness.valueOf(command.criterion().name()));
    String judged = "sharpness by " + command.criterion().name().toLowerCase(Locale.ROOT);
    Spectrum series =
        Readings.curve(
            Readings.axis("defocus", "m", found.tried(), FocusPoint::defocusMetres),
            Readings.axis(judged, "1", found.tried(), FocusPoint::sharpness));
    return new Reading.Estimates(
        beam,
        List.of(
            new Reading.Estimate(
                "defocus", "m", found.defocusMetres(), found.standardErrorMetres())),
        List.of(series));
  }

  /** Every coefficient with its standard error, which is half of the two sigma that are stated. */
  Reading aberrations() {
    MeasuredAberrations measured = twin.measureAberrations(Tableau.STANDARD);
    List<Reading.Estimate> estimates = new ArrayList<>();
    for (Coefficient c : Coefficient.values()) {
      double error = measured.twoSigmaMetres(c) / 2;
      double real = measured.values().real(c);
      estimates.add(new Reading.Estimate(c.isRound() ? c.name() : c + " real", "m", real, error));
      if (!c.isRound()) {
        double imaginary = measured.values().imaginary(c);
        estimates.add(new Reading.Estimate(c + " imaginary", "m", imaginary, error));
      }
    }
    return new Reading.Estimates(beam, estimates, List.of());
  }

  /** Of the field of view, whose middle is the origin. */
  double share(Length along) {
    return along.metres() / twin.settings().field().sideMetres() + 0.5;
  }
}
