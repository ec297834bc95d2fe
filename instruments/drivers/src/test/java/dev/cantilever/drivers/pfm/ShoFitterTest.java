package dev.cantilever.drivers.pfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.twin.NormalDraws;
import org.junit.jupiter.api.Test;

class ShoFitterTest {

  private static final double[] BAND = ReadOut.BandExcitation.defaults().hertz();

  /** numpy's complex arithmetic for a = 15 pm, φ = 0.7, f0 = 350 kHz, Q = 120. */
  @Test
  void respondsAsTheComplexFormula() {
    ComplexSpectrum response =
        new Sho(15e-12, 0.7, 350e3, 120).response(new double[] {330e3, 349e3, 350e3, 352e3});
    double[] real = {
      -1.089523760456658e-10, -1.4345460301508691e-9, -1.1595918370278437e-9, 2.505111423658456e-10
    };
    double[] imaginary = {
      -7.932965723200763e-11, 3.95562679387432e-10, 1.376715937112079e-9, 1.0263115668054546e-9
    };
    for (int i = 0; i < 4; i++) {
      assertThat(response.real()[i]).isCloseTo(real[i], within(1e-22));
      assertThat(response.imaginary()[i]).isCloseTo(imaginary[i], within(1e-22));
    }
  }

  /** |X| = a Q and phase φ + π/2. */
  @Test
  void peaksAtTheQualityFactorTimesTheAmplitude() {
    Sho sho = new Sho(20e-12, -0.4, 340e3, 90);
    ComplexSpectrum top = sho.response(new double[] {340e3});
    assertThat(Math.hypot(top.real()[0], top.imaginary()[0])).isCloseTo(1.8e-9, within(1e-20));
    assertThat(Math.atan2(top.imaginary()[0], top.real()[0]))
        .isCloseTo(Math.PI / 2 - 0.4, within(1e-12));
  }

  @Test
  void findsTheOscillatorOfANoiselessSpectrum() {
    Sho truth = new Sho(15e-12, 2.8, 347.2e3, 83);
    Sho found = new ShoFitter(BAND).fit(truth.response(BAND)).oscillator();
    assertThat(found.amplitudeMetres()).isCloseTo(15e-12, within(1e-20));
    assertThat(found.phaseRadians()).isCloseTo(2.8, within(1e-9));
    assertThat(found.resonanceHertz()).isCloseTo(347.2e3, within(1e-4));
    assertThat(found.qualityFactor()).isCloseTo(83, within(1e-6));
  }

  /**
   * 400 oscillators under noise of 2 pm: of 1600 deviations 99.73 % should lie within three
   * standard errors, so that more than 14 outside have a probability of 1e-4, and their mean square
   * is 1.
   */
  @Test
  void findsNoisyOscillatorsWithinItsStandardErrors() {
    NormalDraws draws = NormalDraws.of(3, "oscillators");
    ShoFitter fitter = new ShoFitter(BAND);
    int outside = 0;
    double squares = 0;
    for (int i = 0; i < 400; i++) {
      Sho truth =
          new Sho(
              draws.uniform(1e-12, 50e-12),
              draws.uniform(-Math.PI, Math.PI),
              draws.uniform(340e3, 360e3),
              draws.uniform(50, 150));
      ShoFit fit = fitter.fit(truth.response(BAND).noisy(2e-12, draws));
      assertThat(fit.converged()).isTrue();
      for (double pull : pulls(truth, fit)) {
        outside += Math.abs(pull) > 3 ? 1 : 0;
        squares += pull * pull;
      }
    }
    assertThat(outside).isLessThanOrEqualTo(14);
    // The standard deviation of the mean square of 1600 unit normals is 0.035.
    assertThat(squares / 1600).isCloseTo(1, within(0.14));
  }

  private static double[] pulls(Sho truth, ShoFit fit) {
    Sho found = fit.oscillator();
    ShoFit.Errors errors = fit.errors();
    return new double[] {
      (found.amplitudeMetres() - truth.amplitudeMetres()) / errors.amplitudeMetres(),
      Sho.wrapped(found.phaseRadians() - truth.phaseRadians()) / errors.phaseRadians(),
      (found.resonanceHertz() - truth.resonanceHertz()) / errors.resonanceHertz(),
      (found.qualityFactor() - truth.qualityFactor()) / errors.qualityFactor()
    };
  }

  @Test
  void saysThatNoiseAloneHoldsNoResonance() {
    NormalDraws draws = NormalDraws.of(4, "noise");
    ShoFitter fitter = new ShoFitter(BAND);
    ComplexSpectrum silence = new Sho(0, 0, 350e3, 100).response(BAND);
    int confident = 0;
    for (int i = 0; i < 50; i++) {
      ShoFit fit = fitter.fit(silence.noisy(2e-12, draws));
      Sho found = fit.oscillator();
      assertThat(found.resonanceHertz()).isBetween(309.9e3, 390.1e3);
      assertThat(found.amplitudeMetres()).isLessThan(2e-12);
      confident += found.amplitudeMetres() > 5 * fit.errors().amplitudeMetres() ? 1 : 0;
    }
    assertThat(confident).isLessThanOrEqualTo(5);
    assertThat(fitter.fit(silence).converged()).isFalse();
  }

  @Test
  void refusesASpectrumOfAnotherBand() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ShoFitter(BAND).fit(new Sho(1e-12, 0, 1, 1).response(new double[] {1, 2})));
  }

  /** Four readings and four unknowns: the inversion is exact. */
  @Test
  void invertsTwoFrequenciesExactly() {
    NormalDraws draws = NormalDraws.of(5, "pairs");
    for (int i = 0; i < 100; i++) {
      Sho truth =
          new Sho(
              15e-12, draws.uniform(-3, 3), draws.uniform(345e3, 355e3), draws.uniform(50, 150));
      Sho found = DualFrequency.invert(truth.response(new double[] {348e3, 352e3})).orElseThrow();
      assertThat(found.amplitudeMetres()).isCloseTo(15e-12, within(1e-20));
      assertThat(found.phaseRadians()).isCloseTo(truth.phaseRadians(), within(1e-8));
      assertThat(found.resonanceHertz()).isCloseTo(truth.resonanceHertz(), within(1e-3));
      assertThat(found.qualityFactor()).isCloseTo(truth.qualityFactor(), within(1e-6));
    }
  }

  @Test
  void findsNoOscillatorBehindTwoZeros() {
    assertThat(
            DualFrequency.invert(
                new ComplexSpectrum(new double[] {1, 2}, new double[2], new double[2])))
        .isEmpty();
  }
}
