package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.twin.NormalDraws;
import java.util.ArrayList;
import java.util.List;

/**
 * Sweeps a probe in air. The response of the resonator is a = (A0/Q)/(1 − r² + ir/Q), r = f/f0,
 * with the lever's thermal motion and the detector's noise on both quadratures. Since Re 1/a = α −
 * β f² and Im 1/a = γ f, f0 and Q follow from linear least squares with weights |a|⁴, those of
 * equal noise on a.
 */
final class Sweeping {

  private static final double BOLTZMANN = 1.380649e-23;

  private final Probe probe;
  private final double volts;
  private final NoiseLevels noise;
  private final NormalDraws draws;

  Sweeping(Probe probe, double volts, NoiseLevels noise, NormalDraws draws) {
    this.probe = probe;
    this.volts = volts;
    this.noise = noise;
    this.draws = draws;
  }

  Tune sweep(TuneSweep sweep) {
    List<Tune.Point> curve = new ArrayList<>();
    double dwell = TuneSweep.SECONDS / sweep.points();
    Moments moments = new Moments(sweep.centreHertz());
    for (int i = 0; i < sweep.points(); i++) {
      double hertz = sweep.hertz(i);
      double ratio = hertz / probe.resonanceHertz();
      double real = 1 - ratio * ratio;
      double imaginary = ratio / probe.quality();
      double square = real * real + imaginary * imaginary;
      double drive = volts * probe.driveMetresPerVolt() / probe.quality();
      double rms = rms(1 / (probe.quality() * probe.quality() * square), dwell);
      double x = drive * real / square + noisy(rms);
      double y = -drive * imaginary / square + noisy(rms);
      curve.add(new Tune.Point(hertz, Math.sqrt(x * x + y * y), StrictMath.atan2(-y, x)));
      moments.add(hertz, x, y);
    }
    return moments.fit(sweep, volts, curve);
  }

  /** Of one quadrature of the amplitude over the dwell; the gain is |a/A0|². */
  private double rms(double gain, double dwell) {
    double thermal =
        4
            * BOLTZMANN
            * noise.kelvin()
            * probe.quality()
            / (probe.springNewtonsPerMetre() * probe.angularResonance());
    double detector = noise.detectorMetresPerRootHertz() * noise.detectorMetresPerRootHertz();
    return Math.sqrt((thermal * gain + detector) / dwell);
  }

  private double noisy(double rms) {
    return rms > 0 ? rms * draws.normal() : 0;
  }

  /** The sums of the fit, frequencies in units of the sweep's centre, amplitudes in nanometres. */
  private static final class Moments {
    private final double unit;
    private double w;
    private double wf2;
    private double wf4;
    private double wr;
    private double wrf2;
    private double wif;

    Moments(double unit) {
      this.unit = unit;
    }

    void add(double hertz, double x, double y) {
      double square = (x * x + y * y) * 1e18;
      double f2 = hertz / unit * hertz / unit;
      double weight = square * square;
      w += weight;
      wf2 += weight * f2;
      wf4 += weight * f2 * f2;
      wr += weight * (x * 1e9 / square);
      wrf2 += weight * (x * 1e9 / square) * f2;
      wif += weight * (-y * 1e9 / square) * hertz / unit;
    }

    Tune fit(TuneSweep sweep, double volts, List<Tune.Point> curve) {
      double determinant = w * wf4 - wf2 * wf2;
      double alpha = (wr * wf4 - wrf2 * wf2) / determinant;
      double beta = (wr * wf2 - wrf2 * w) / determinant;
      double gamma = wif / wf2;
      double f0 = Math.sqrt(alpha / beta);
      double quality = beta * f0 / gamma;
      double gain = 1e-9 / (gamma * f0) / volts;
      double hertz = f0 * unit;
      boolean isResolved =
          alpha > 0
              && beta > 0
              && gamma > 0
              && Math.abs(hertz - sweep.centreHertz()) < sweep.widthHertz() / 2;
      return new Tune(hertz, quality, gain, nearest(curve, hertz), isResolved, curve);
    }

    private static double nearest(List<Tune.Point> curve, double hertz) {
      Tune.Point best = curve.getFirst();
      for (Tune.Point point : curve) {
        if (Math.abs(point.hertz() - hertz) < Math.abs(best.hertz() - hertz)) {
          best = point;
        }
      }
      return best.phaseRadians();
    }
  }
}
