package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.lever.TappingLever;
import dev.cantilever.drivers.afm.lever.TipSampleForce;
import dev.cantilever.drivers.pfm.ComplexSpectrum;
import dev.cantilever.drivers.pfm.FilmSettings;
import dev.cantilever.drivers.pfm.NoiseSettings;
import dev.cantilever.drivers.pfm.PfmSettings;
import dev.cantilever.drivers.pfm.PfmTwin;
import dev.cantilever.drivers.pfm.PinningSettings;
import dev.cantilever.drivers.pfm.Pulse;
import dev.cantilever.drivers.pfm.SampleSettings;
import dev.cantilever.drivers.pfm.Sho;
import dev.cantilever.drivers.pfm.ShoFit;
import dev.cantilever.drivers.pfm.ShoFitter;
import dev.cantilever.drivers.pfm.StripeSettings;
import dev.cantilever.tests.figures.Figures;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The probes' twins against exact relations and against numbers computed by others. */
class TwinPhysicsTest {

  private static final TipSampleForce ELASTIC =
      TipSampleForce.between(Material.HARD_FILM.elastic(), 10e-9);

  /**
   * Spring constant, free amplitude and rest height in nm; amplitude in nm and phase in degrees of
   * the full equation of motion, integrated directly from free oscillation, E* = 70 GPa, R = 10 nm,
   * by a program that shares nothing with this one.
   */
  private static final double[][] DIRECT = {
    {40, 20, 20.20, 19.953, 93.9},
    {40, 20, 19.00, 19.003, 71.8},
    {40, 20, 16.00, 16.040, 53.3},
    {40, 5, 5.15, 4.781, 107.0},
    {40, 5, 4.75, 4.465, 116.7},
    {40, 5, 4.50, 4.450, 62.9},
    {2, 20, 16.00, 15.923, 52.8}
  };

  @Test
  void aTappingLeverFollowsTheFullEquationOfMotion() {
    double nanometres = 0;
    double degrees = 0;
    for (double[] row : DIRECT) {
      TappingLever lever = settled(row[0] == 40 ? Probe.stiff() : Probe.soft(), row[1], row[2]);
      nanometres = Math.max(nanometres, Math.abs(lever.amplitudeMetres() * 1e9 - row[3]));
      degrees = Math.max(degrees, Math.abs(Math.toDegrees(lever.phaseRadians()) - row[4]));
    }
    Figures.atMost(
        "door-3a",
        "tapping amplitude against direct integration, 7 cases",
        nanometres,
        "nm",
        0.1,
        "-");
    Figures.atMost(
        "door-3b", "tapping phase against direct integration, 7 cases", degrees, "°", 1, "-");
    assertThat(nanometres).isLessThan(0.1);
    assertThat(degrees).isLessThan(1);
  }

  /** Without loss sin φ = A/A0: the branches lie at asin s, and at 180° − asin s in attraction. */
  @Test
  void withoutLossThePhaseLiesOnOneOfTwoBranches() {
    double degrees = 0;
    for (double[] row : DIRECT) {
      TappingLever lever = settled(row[0] == 40 ? Probe.stiff() : Probe.soft(), row[1], row[2]);
      double branch = Math.toDegrees(Math.asin(lever.amplitudeMetres() / (row[1] * 1e-9)));
      double wanted = lever.virialJoules() > 0 ? 180 - branch : branch;
      degrees = Math.max(degrees, Math.abs(Math.toDegrees(lever.phaseRadians()) - wanted));
    }
    Figures.atMost("door-3c", "tapping phase without loss from asin A/A0", degrees, "°", 0.02, "-");
    assertThat(degrees).isLessThan(0.02);
  }

  private static TappingLever settled(Probe probe, double freeNm, double restNm) {
    TappingLever lever = new TappingLever(probe, 0);
    lever.pace(freeNm * 1e-9, probe.resonanceHertz(), 2e-6, 0);
    lever.release();
    for (int i = 0; i < 32_000; i++) {
      lever.step(ELASTIC, restNm * 1e-9);
    }
    return lever;
  }

  /**
   * r(t) = rc ln(1 + v t/rc), rc = V a/(E0 d), from the end of nucleation t0 exp(Va/V) on: a = 15
   * nm, d = 50 nm, E0 = 7e7 V/m, v = 3e-4 m/s, t0 = 1e-7 s, Va = 40 V. Before each pulse a long one
   * of −10 V poles the film of a third of a micrometre down all over.
   */
  @Test
  void domainsGrowWithTheLogarithmOfTime() {
    double rc = 5 * 15e-9 / (7e7 * 50e-9);
    double worst = 0;
    double[] radii = new double[3];
    for (int i = 0; i < 3; i++) {
      double seconds = Math.pow(10, i - 3);
      PfmTwin twin = PfmTwin.of(film(), 1, 1);
      twin.pulse(0, 0, -10, 0.1);
      twin.pulse(1.1e-9, 0.3e-9, 5, seconds);
      Pulse pulse = twin.truth().pulses().getLast();
      assertThat(pulse.nucleated()).isTrue();
      double growing = seconds - 1e-7 * Math.exp(8);
      double exact = rc * Math.log(1 + 3e-4 * growing / rc);
      radii[i] = pulse.radiusMetres();
      worst = Math.max(worst, Math.abs(radii[i] / exact - 1));
    }
    double perDecade = (radii[2] - radii[1]) / (rc * Math.log(10));
    Figures.atMost(
        "door-3d",
        "radius of a written domain against the integrated law of creep",
        100 * worst,
        "%",
        2,
        "1");
    Figures.atMost(
        "door-3e",
        "growth from 10 to 100 ms against rc ln 10",
        100 * Math.abs(perDecade - 1),
        "%",
        2,
        "1");
    assertThat(worst).isLessThan(0.02);
    assertThat(perDecade).isBetween(0.98, 1.02);
  }

  private static PfmSettings film() {
    SampleSettings usual = SampleSettings.defaults();
    SampleSettings plain =
        new SampleSettings(
            new FilmSettings(136, 2.5e-9, 7e-9, 30e-9, StripeSettings.defaults()),
            usual.hysteresis(),
            PinningSettings.only(),
            usual.creep().withoutTension(),
            usual.nucleation());
    return PfmSettings.defaults().with(plain).with(NoiseSettings.none());
  }

  /**
   * Spectra of X = a ω0² exp(iφ) / (ω² − i ω ω0/Q − ω0²) with 2 pm of noise in each part. Of normal
   * deviations 99.73 % lie within three standard errors.
   */
  @Test
  void fittedResonancesRecoverTheTruthWithinTheirErrors() {
    SplittableRandom random = new SplittableRandom(11);
    double[] band = IntStream.range(0, 128).mapToDouble(i -> 310e3 + 80e3 * i / 127).toArray();
    ShoFitter fitter = new ShoFitter(band);
    int inside = 0;
    for (int i = 0; i < 300; i++) {
      Sho truth =
          new Sho(
              random.nextDouble(5e-12, 50e-12),
              random.nextDouble(-3, 3),
              random.nextDouble(340e3, 360e3),
              random.nextDouble(50, 150));
      ShoFit fit = fitter.fit(spectrum(truth, band, random));
      for (double pull : pulls(truth, fit)) {
        inside += Math.abs(pull) <= 3 ? 1 : 0;
      }
    }
    double share = 100 * inside / 1200.0;
    Figures.atLeast(
        "door-3f",
        "oscillator parameters within three standard errors of the truth",
        share,
        "%",
        99,
        "11");
    assertThat(share).isGreaterThan(99);
  }

  private static ComplexSpectrum spectrum(Sho truth, double[] band, SplittableRandom random) {
    double[] real = new double[band.length];
    double[] imaginary = new double[band.length];
    double f0 = truth.resonanceHertz();
    for (int i = 0; i < band.length; i++) {
      double below = band[i] * band[i] - f0 * f0;
      double loss = -band[i] * f0 / truth.qualityFactor();
      double height = truth.amplitudeMetres() * f0 * f0 / Math.hypot(below, loss);
      double phase = truth.phaseRadians() - Math.atan2(loss, below);
      real[i] = height * Math.cos(phase) + 2e-12 * random.nextGaussian();
      imaginary[i] = height * Math.sin(phase) + 2e-12 * random.nextGaussian();
    }
    return new ComplexSpectrum(band, real, imaginary);
  }

  private static List<Double> pulls(Sho truth, ShoFit fit) {
    Sho found = fit.oscillator();
    ShoFit.Errors errors = fit.errors();
    double turn =
        StrictMath.IEEEremainder(found.phaseRadians() - truth.phaseRadians(), 2 * Math.PI);
    return List.of(
        (found.amplitudeMetres() - truth.amplitudeMetres()) / errors.amplitudeMetres(),
        turn / errors.phaseRadians(),
        (found.resonanceHertz() - truth.resonanceHertz()) / errors.resonanceHertz(),
        (found.qualityFactor() - truth.qualityFactor()) / errors.qualityFactor());
  }
}
