package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.twin.NormalDraws;
import dev.cantilever.drivers.twin.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * A piezoresponse force microscope over a ferroelectric film. Each command takes its time of a
 * virtual clock, on which the film drifts. Loops and pulses write into the film for good. What is
 * asked for beyond the film is refused. Not safe for several threads.
 */
public final class PfmTwin {

  private static final double SETTLING_SECONDS = 0.35;
  private static final double SPECTRUM_SECONDS = 4e-3;

  /** Between two pulses of a line, in metres; well below the size of a domain. */
  private static final double STROKE_STEP = 10e-9;

  private final PfmSettings settings;
  private final Film film;
  private final Writing writing;
  private final Probe probe;
  private final double driftX;
  private final double driftY;
  private double seconds;

  private PfmTwin(PfmSettings settings, long sampleSeed, long noiseSeed) {
    this.settings = settings;
    film = new Film(settings, sampleSeed);
    writing =
        new Writing(film, settings.sample(), NormalDraws.of(sampleSeed, "pfm back-switching"));
    probe = new Probe(film, settings, NormalDraws.of(noiseSeed, "pfm detector"));
    double direction = NormalDraws.of(noiseSeed, "pfm drift").uniform(0, 2 * Math.PI);
    double speed = settings.noise().driftMetresPerSecond();
    driftX = speed * StrictMath.cos(direction);
    driftY = speed * StrictMath.sin(direction);
  }

  /**
   * @param sampleSeed decides the film and the fate of small domains
   * @param noiseSeed decides detector noise and the direction of the drift
   */
  public static PfmTwin of(PfmSettings settings, long sampleSeed, long noiseSeed) {
    return new PfmTwin(settings, sampleSeed, noiseSeed);
  }

  /** Twin time since the start. */
  public double elapsedSeconds() {
    return seconds;
  }

  /** Half the side of the film, whose centre is the origin. */
  public double halfSideMetres() {
    return film.grid().halfSideMetres();
  }

  /**
   * Images an area line by line from its lowest edge.
   *
   * @throws IllegalArgumentException where a corner lies beyond the film
   */
  public PfmScan scan(ScanArea area, Raster raster, ReadOut readOut) {
    for (double corner : new double[] {0, 1}) {
      requireOnFilm(area.x(corner, 0), area.y(corner, 0));
      requireOnFilm(area.x(corner, 1), area.y(corner, 1));
    }
    PixelReader reader = PixelReader.of(readOut, probe);
    int count = raster.lines() * raster.pixels();
    double[][] values = new double[reader.channels().size()][count];
    double[] topography = new double[count];
    for (int line = 0; line < raster.lines(); line++) {
      double lineError = probe.lineError();
      for (int pixel = 0; pixel < raster.pixels(); pixel++) {
        double along = (pixel + 0.5) / raster.pixels();
        double up = (line + 0.5) / raster.lines();
        double time = seconds + raster.secondsUntil(line, pixel);
        double x = area.x(along, up) - driftX * time;
        double y = area.y(along, up) - driftY * time;
        int at = line * raster.pixels() + pixel;
        double[] read = reader.read(x, y);
        for (int channel = 0; channel < read.length; channel++) {
          values[channel][at] = read[channel];
        }
        topography[at] = probe.height(x, y, lineError);
      }
    }
    seconds += raster.seconds();
    return new PfmScan(raster.seconds(), fields(reader, raster, values, topography));
  }

  /** A spectrum at a site in the band of the defaults. */
  public PfmSpectrum bandExcitation(double xMetres, double yMetres) {
    return bandExcitation(xMetres, yMetres, ReadOut.BandExcitation.defaults());
  }

  /** A spectrum at a site, and its fit. */
  public PfmSpectrum bandExcitation(double xMetres, double yMetres, ReadOut.BandExcitation band) {
    requireOnFilm(xMetres, yMetres);
    double x = xMetres - driftX * seconds;
    double y = yMetres - driftY * seconds;
    ComplexSpectrum spectrum = probe.band(probe.surface(x, y, band.driveVolts()), band.hertz());
    double duration = SETTLING_SECONDS + SPECTRUM_SECONDS;
    seconds += duration;
    return new PfmSpectrum(duration, spectrum, new ShoFitter(band.hertz()).fit(spectrum));
  }

  /**
   * A triangular bias from −amplitude to +amplitude and back, a spectrum off and on field at each
   * step. The film is left as a pulse of −amplitude leaves it: the negative half of the loop undoes
   * what the positive one wrote.
   *
   * @param amplitudeVolts in (0, 10]
   * @param steps even, in [16, 256]
   */
  public PfmLoop loop(double xMetres, double yMetres, double amplitudeVolts, int steps) {
    requireOnFilm(xMetres, yMetres);
    Require.inside("loop amplitude in volts", amplitudeVolts, 0.01, 10);
    Require.inside("number of steps", steps, 16, 256);
    double x = xMetres - driftX * seconds;
    double y = yMetres - driftY * seconds;
    List<Double> bias = triangle(amplitudeVolts, steps);
    LoopReader reader = new LoopReader(film, probe, settings.sample().hysteresis());
    LoopReader.Branches branches = reader.read(x, y, bias);
    double dwell = settings.sample().hysteresis().dwellSeconds();
    writing.pulse(new BiasedTip(x, y, -amplitudeVolts), dwell);
    double duration = steps * settings.sample().hysteresis().stepSeconds();
    seconds += duration;
    return new PfmLoop(duration, bias, branches.offField(), branches.onField());
  }

  /**
   * A bias pulse at a site. Nothing is returned: what it did is found by looking.
   *
   * @param volts in [−10, 10]
   * @param pulseSeconds in [1 µs, 100 s]
   */
  public void pulse(double xMetres, double yMetres, double volts, double pulseSeconds) {
    requireOnFilm(xMetres, yMetres);
    Require.inside("pulse in volts", volts, -10, 10);
    Require.inside("pulse in seconds", pulseSeconds, 1e-6, 100);
    double x = xMetres - driftX * seconds;
    double y = yMetres - driftY * seconds;
    writing.pulse(new BiasedTip(x, y, volts), pulseSeconds);
    seconds += pulseSeconds + SETTLING_SECONDS;
  }

  /** From where to where a line is written, in metres. */
  public record Stroke(double fromXMetres, double fromYMetres, double toXMetres, double toYMetres) {

    double metres() {
      return Math.hypot(toXMetres - fromXMetres, toYMetres - fromYMetres);
    }
  }

  /**
   * Writes a line: as many pulses as there are steps of {@link #STROKE_STEP} on the way, each for
   * its share of the time.
   *
   * @param volts in [−10, 10]
   * @param strokeSeconds of the whole line
   */
  public void write(Stroke stroke, double volts, double strokeSeconds) {
    requireOnFilm(stroke.fromXMetres(), stroke.fromYMetres());
    requireOnFilm(stroke.toXMetres(), stroke.toYMetres());
    Require.inside("bias in volts", volts, -10, 10);
    int steps = (int) Math.ceil(stroke.metres() / STROKE_STEP);
    for (int i = 1; i <= steps; i++) {
      double part = (double) i / steps;
      double x = stroke.fromXMetres() + part * (stroke.toXMetres() - stroke.fromXMetres());
      double y = stroke.fromYMetres() + part * (stroke.toYMetres() - stroke.fromYMetres());
      seconds += strokeSeconds / steps;
      BiasedTip tip = new BiasedTip(x - driftX * seconds, y - driftY * seconds, volts);
      writing.pulse(tip, strokeSeconds / steps);
    }
    seconds += SETTLING_SECONDS;
  }

  /** The film as it is now. For tests and scores only. */
  public PfmTruth truth() {
    PlaneGrid grid = film.grid();
    FilmMaps maps = film.maps();
    double[] polarization = film.polarization();
    double[] vertical = polarization.clone();
    for (int i = 0; i < vertical.length; i++) {
      vertical[i] *= maps.verticalShare()[i];
    }
    List<Field> fields =
        List.of(
            grid.field("polarization", "1", polarization),
            grid.field("vertical", "1", vertical),
            grid.field("coercive", "V", maps.loop().coercive()),
            grid.field("imprint", "V", maps.loop().imprint()),
            grid.field("activation", "V/m", film.activation().voltsPerMetre()),
            grid.field("wallDistance", "m", maps.wallDistance()),
            grid.field("topography", "m", maps.height()),
            grid.field("resonance", "Hz", maps.resonance().hertz()),
            grid.field("quality", "1", maps.resonance().quality()));
    return new PfmTruth(fields, film.activation().pins(), writing.pulses(), driftX, driftY);
  }

  private void requireOnFilm(double xMetres, double yMetres) {
    double half = film.grid().halfSideMetres();
    Require.inside("x in metres", xMetres, -half, half);
    Require.inside("y in metres", yMetres, -half, half);
  }

  private static List<Double> triangle(double amplitude, int steps) {
    List<Double> volts = new ArrayList<>();
    for (int i = 0; i < steps; i++) {
      double phase = (double) i / steps;
      volts.add(amplitude * (phase <= 0.5 ? 4 * phase - 1 : 3 - 4 * phase));
    }
    return volts;
  }

  private static List<Field> fields(
      PixelReader reader, Raster raster, double[][] values, double[] topography) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      PixelReader.Channel channel = reader.channels().get(i);
      fields.add(
          new Field(channel.name(), channel.unit(), raster.lines(), raster.pixels(), values[i]));
    }
    fields.add(new Field("topography", "m", raster.lines(), raster.pixels(), topography));
    return fields;
  }
}
