package dev.cantilever.drivers.afm.lever;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.twin.NormalDraws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amplitude and phase against the full equation of motion and against exact relations. */
class EnvelopeTest {

  private static final double STEP = 8e-6;
  private static final int SETTLED = 8000;

  /**
   * Spring constant, free amplitude and rest height in nm; amplitude and phase of a direct
   * integration from free oscillation, E* = 70 GPa, R = 10 nm, made independently of this program.
   */
  @ParameterizedTest
  @CsvSource({
    "40, 20, 20.20, 19.953, 93.9",
    "40, 20, 19.00, 19.003, 71.8",
    "40, 20, 16.00, 16.040, 53.3",
    "40, 5, 5.15, 4.781, 107.0",
    "40, 5, 4.75, 4.465, 116.7",
    "40, 5, 4.50, 4.450, 62.9",
    "2, 20, 16.00, 15.923, 52.8"
  })
  void followsTheFullEquationOfMotion(
      double spring, double free, double rest, double amplitude, double degrees) {
    Probe probe = spring == 40 ? Probe.stiff() : Probe.soft();
    TappingLever lever = Levers.free(probe, free * 1e-9, STEP);
    Levers.settle(lever, Levers.ELASTIC, rest * 1e-9, SETTLED);
    double phase = Math.toDegrees(lever.phaseRadians());
    assertThat(lever.amplitudeMetres() * 1e9).isCloseTo(amplitude, within(0.005 * amplitude));
    assertThat(phase).isCloseTo(degrees, within(1.0));
    double[] direct =
        new DirectIntegration(spring, probe.quality(), 10, 0.064, 70).settle(free, rest, 4000);
    assertThat(lever.amplitudeMetres() * 1e9).isCloseTo(direct[0], within(0.1));
    assertThat(phase).isCloseTo(direct[1], within(1.0));
  }

  /** The envelope values of the same source, which share its model: to their last digit. */
  @ParameterizedTest
  @CsvSource({
    "40, 20, 20.20, 19.953, 93.9",
    "40, 20, 19.00, 19.007, 71.9",
    "40, 20, 16.00, 16.044, 53.3",
    "40, 5, 5.15, 4.782, 107.0",
    "40, 5, 4.75, 4.466, 116.7",
    "40, 5, 4.50, 4.453, 62.9"
  })
  void hasTheValuesOfAnotherEnvelope(
      double spring, double free, double rest, double amplitude, double degrees) {
    Probe probe = Probe.stiff();
    assertThat(probe.springNewtonsPerMetre()).isEqualTo(spring);
    TappingLever lever = Levers.free(probe, free * 1e-9, STEP);
    Levers.settle(lever, Levers.ELASTIC, rest * 1e-9, SETTLED);
    assertThat(lever.amplitudeMetres() * 1e9).isCloseTo(amplitude, within(1e-3));
    assertThat(Math.toDegrees(lever.phaseRadians())).isCloseTo(degrees, within(0.06));
  }

  /** Without loss sin φ = A/A0: the branches lie at asin s and 180° − asin s. */
  @ParameterizedTest
  @CsvSource({"5, 5.15", "5, 4.75", "5, 4.50", "10, 9.70", "20, 20.2", "20, 16", "20, 8", "60, 40"})
  void liesOnOneOfTheTwoBranches(double free, double rest) {
    TappingLever lever = Levers.free(Probe.stiff(), free * 1e-9, 2e-6);
    Levers.settle(lever, Levers.ELASTIC, rest * 1e-9, 4 * SETTLED);
    double ratio = lever.amplitudeMetres() / (free * 1e-9);
    double branch = Math.toDegrees(Math.asin(ratio));
    double phase = Math.toDegrees(lever.phaseRadians());
    double wanted = lever.virialJoules() > 0 ? 180 - branch : branch;
    assertThat(phase).isCloseTo(wanted, within(0.01));
  }

  /** sin φ = A/A0 + Q E/(π k A A0) and cos φ = −2 Q V/(k A A0). */
  @ParameterizedTest
  @CsvSource({"5, 4.75", "20, 20.2", "20, 16", "40, 25"})
  void balancesEnergyAndVirial(double free, double rest) {
    Probe probe = Probe.stiff();
    TipSampleForce force = TipSampleForce.between(new Material(2e9, 7e-20, 200), 10e-9);
    TappingLever lever = Levers.free(probe, free * 1e-9, 0.4e-6);
    Levers.settle(lever, force, rest * 1e-9, 20 * SETTLED);
    double amplitude = lever.amplitudeMetres();
    double unit = probe.springNewtonsPerMetre() * amplitude * free * 1e-9 / probe.quality();
    double sine = amplitude / (free * 1e-9) + lever.lostJoules() / (Math.PI * unit);
    double cosine = -2 * lever.virialJoules() / unit;
    assertThat(Math.sin(lever.phaseRadians())).isCloseTo(sine, within(1e-4));
    assertThat(Math.cos(lever.phaseRadians())).isCloseTo(cosine, within(1e-4));
    assertThat(lever.phaseRadians() > Math.PI / 2).isEqualTo(lever.virialJoules() > 0);
  }

  /** Off resonance, without a surface: A = A0/√(1 + x²), cot φ = x, x = Q (1 − f²/f0²). */
  @ParameterizedTest
  @CsvSource({"299000", "299800", "300000", "300500"})
  void answersADetunedDrive(double hertz) {
    Probe probe = Probe.stiff();
    TappingLever lever = new TappingLever(probe, 0);
    lever.pace(20e-9, hertz, STEP, 0);
    Levers.settle(lever, Levers.ELASTIC, 1e-6, SETTLED);
    double detuning = 400 * (1 - hertz * hertz / 9e10);
    double amplitude = 20e-9 / Math.sqrt(1 + detuning * detuning);
    assertThat(lever.amplitudeMetres()).isCloseTo(amplitude, within(1e-13));
    assertThat(lever.freeAmplitudeMetres()).isCloseTo(amplitude, within(1e-20));
    assertThat(lever.phaseRadians()).isCloseTo(Math.atan2(1, detuning), within(1e-5));
  }

  /** 1 − 1/e of a change in drive arrives after τ = 2Q/ω0: 0.42 ms and 0.68 ms. */
  @Test
  void takesItsTime() {
    assertThat(Probe.stiff().timeConstantSeconds()).isCloseTo(0.424e-3, within(1e-6));
    assertThat(Probe.soft().timeConstantSeconds()).isCloseTo(0.682e-3, within(1e-6));
    TappingLever lever = new TappingLever(Probe.stiff(), 0);
    double tau = Probe.stiff().timeConstantSeconds();
    lever.pace(20e-9, 300e3, tau / 20, 0);
    Levers.settle(lever, Levers.ELASTIC, 1e-6, 20);
    double share = lever.amplitudeMetres() / 20e-9;
    assertThat(share).isCloseTo(1 - Math.exp(-1), within(1e-3));
  }

  @ParameterizedTest
  @CsvSource({"20e-6, 16", "28e-6, 16", "28e-6, 8", "28e-6, 20.2"})
  void hardlyDependsOnItsStep(double step, double rest) {
    TappingLever fine = Levers.free(Probe.stiff(), 20e-9, 1e-6);
    Levers.settle(fine, Levers.ELASTIC, rest * 1e-9, 40_000);
    TappingLever coarse = Levers.free(Probe.stiff(), 20e-9, step);
    Levers.settle(coarse, Levers.ELASTIC, rest * 1e-9, 4000);
    assertThat(coarse.amplitudeMetres()).isCloseTo(fine.amplitudeMetres(), within(20e-12));
    assertThat(coarse.phaseRadians()).isCloseTo(fine.phaseRadians(), within(1e-3));
  }

  /**
   * The soft lever on a hard surface swings fast about its balance; coarse steps must not feed it.
   */
  @ParameterizedTest
  @CsvSource({"4", "8", "16"})
  void staysQuietWhereContactIsStiff(double rest) {
    Probe probe = Probe.soft();
    TappingLever lever = Levers.free(probe, 20e-9, probe.timeConstantSeconds() / 15);
    for (int i = 0; i < 2000; i++) {
      double away = Math.max(0, 1 - i / 1000.0);
      lever.step(Levers.ELASTIC, rest * 1e-9 + 20e-9 * away);
    }
    double least = Double.MAX_VALUE;
    double most = 0;
    for (int i = 0; i < 2000; i++) {
      lever.step(Levers.ELASTIC, rest * 1e-9);
      least = Math.min(least, lever.amplitudeMetres());
      most = Math.max(most, lever.amplitudeMetres());
    }
    assertThat(most - least).isLessThan(1e-12);
    assertThat(lever.amplitudeMetres()).isCloseTo(rest * 1e-9, within(0.5e-9));
  }

  /** ⟨z²⟩ = kT/k in each quadrature, and 4 kT Q/(k ω0) is the displacement density at resonance. */
  @Test
  void movesThermallyAsMuchAsEquipartitionSays() {
    Probe probe = Probe.stiff();
    TappingLever lever = new TappingLever(probe, 0);
    double step = 20e-6;
    lever.pace(0, 300e3, step, 295);
    NormalDraws draws = NormalDraws.of(1, "test");
    double square = 0;
    double slow = 0;
    double sum = 0;
    int block = 5000;
    int blocks = 400;
    for (int i = 1; i <= block * blocks; i++) {
      lever.step(Levers.ELASTIC, 1e-6);
      lever.kick(draws.normal(), draws.normal());
      square += lever.inPhaseMetres() * lever.inPhaseMetres();
      sum += lever.inPhaseMetres();
      if (i % block == 0) {
        slow += sum / block * sum / block;
        sum = 0;
      }
    }
    double expected = 1.380649e-23 * 295 / 40;
    assertThat(square / block / blocks).isCloseTo(expected, within(0.03 * expected));
    // A block mean of T has the variance S/2T of a quadrature's density S, twice the
    // displacement's.
    double density = 2 * slow / blocks * block * step / 2;
    assertThat(Math.sqrt(density)).isCloseTo(0.294e-12, within(0.03e-12));
  }

  /** A film of air that adds a share c of loss lowers the amplitude to A0/(1 + c), at 90°. */
  @Test
  void isDampedByAFilmOfAir() {
    TappingLever lever = new TappingLever(Probe.stiff(), 0.04);
    lever.pace(20e-9, 300e3, STEP, 0);
    Levers.settle(lever, Levers.ELASTIC, 2e-6, SETTLED);
    assertThat(lever.amplitudeMetres()).isCloseTo(20e-9 / 1.02, within(1e-13));
    assertThat(lever.phaseRadians()).isCloseTo(Math.PI / 2, within(1e-6));
    assertThat(lever.filmMetres(0.02)).isCloseTo(2e-6, within(1e-15));
    assertThat(lever.filmMetres(0.05)).isNegative();
  }
}
