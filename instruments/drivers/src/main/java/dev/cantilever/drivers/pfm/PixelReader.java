package dev.cantilever.drivers.pfm;

import java.util.List;
import java.util.Optional;

/** Reads one site after another in one way. Not safe for several threads. */
interface PixelReader {

  List<Channel> MOTION = List.of(new Channel("amplitude", "m"), new Channel("phase", "rad"));

  List<Channel> OSCILLATOR =
      List.of(
          new Channel("amplitude", "m"),
          new Channel("phase", "rad"),
          new Channel("resonance", "Hz"),
          new Channel("quality", "1"));

  /** What a reading consists of. */
  List<Channel> channels();

  /** One value for each channel. */
  double[] read(double xMetres, double yMetres);

  /** Name and SI unit of a channel. */
  record Channel(String name, String unit) {}

  static PixelReader of(ReadOut readOut, Probe probe) {
    return switch (readOut) {
      case ReadOut.SingleFrequency single -> new Single(single, probe);
      case ReadOut.ResonanceTracking tracking -> new Tracking(tracking, probe);
      case ReadOut.BandExcitation band -> new Band(band, probe);
    };
  }

  private static double[] values(Sho oscillator) {
    return new double[] {
      oscillator.amplitudeMetres(),
      oscillator.phaseRadians(),
      oscillator.resonanceHertz(),
      oscillator.qualityFactor()
    };
  }

  /** Amplitude and phase of the motion at one frequency. */
  record Single(ReadOut.SingleFrequency setup, Probe probe) implements PixelReader {

    @Override
    public List<Channel> channels() {
      return MOTION;
    }

    @Override
    public double[] read(double x, double y) {
      Sho oscillator = probe.surface(x, y, setup.driveVolts());
      ComplexSpectrum motion = probe.lockIn(oscillator, setup.hertz());
      double re = motion.real()[0];
      double im = motion.imaginary()[0];
      // Far below resonance X is −a e^{iφ}; the sign is taken off, as a phase offset would.
      return new double[] {Math.sqrt(re * re + im * im), StrictMath.atan2(-im, -re)};
    }
  }

  /** Two frequencies about a carrier that follows; without an answer the last one is repeated. */
  final class Tracking implements PixelReader {

    private final ReadOut.ResonanceTracking setup;
    private final Probe probe;
    private double carrier;
    private double[] last;

    Tracking(ReadOut.ResonanceTracking setup, Probe probe) {
      this.setup = setup;
      this.probe = probe;
      carrier = setup.startHertz();
      last = new double[] {0, 0, carrier, 100};
    }

    @Override
    public List<Channel> channels() {
      return OSCILLATOR;
    }

    @Override
    public double[] read(double x, double y) {
      double half = setup.separationHertz() / 2;
      Sho oscillator = probe.surface(x, y, setup.driveVolts());
      Optional<Sho> found =
          DualFrequency.invert(probe.lockIn(oscillator, carrier - half, carrier + half));
      // A resonance found far off the two frequencies is noise where the response vanishes.
      found
          .filter(sho -> Math.abs(sho.resonanceHertz() - carrier) < 4 * half)
          .ifPresent(this::follow);
      return last.clone();
    }

    private void follow(Sho oscillator) {
      last = values(oscillator);
      carrier += setup.trackingGain() * (oscillator.resonanceHertz() - carrier);
    }
  }

  /** A fit of the whole band. */
  final class Band implements PixelReader {

    private final ReadOut.BandExcitation setup;
    private final Probe probe;
    private final double[] hertz;
    private final ShoFitter fitter;

    Band(ReadOut.BandExcitation setup, Probe probe) {
      this.setup = setup;
      this.probe = probe;
      hertz = setup.hertz();
      fitter = new ShoFitter(hertz);
    }

    @Override
    public List<Channel> channels() {
      return OSCILLATOR;
    }

    @Override
    public double[] read(double x, double y) {
      Sho oscillator = probe.surface(x, y, setup.driveVolts());
      return values(fitter.fit(probe.band(oscillator, hertz)).oscillator());
    }
  }
}
