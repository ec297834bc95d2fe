package dev.cantilever.drivers.stem.optics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.noise.Variates;
import org.junit.jupiter.api.Test;

class TuningTest {

  @Test
  void correctorActsWithSomeGainErrorAndSomeCrossTalk() {
    for (int seed = 0; seed < 20; seed++) {
      Corrector corrector = new Corrector(Variates.of(seed, "corrector"), TuningErrors.typical());
      Aberrations effect =
          corrector.effectOf(Aberrations.none().with(Coefficient.B2, 60e-9, 80e-9));
      double gain = effect.size(Coefficient.B2) / 100e-9;
      assertThat(Math.abs(gain - 1)).isBetween(0.02, 0.05);
      assertThat(effect.size(Coefficient.A2) / 100e-9).isBetween(0.05, 0.10);
      assertThat(effect.size(Coefficient.C1)).isZero();
    }
  }

  @Test
  void correctorWithoutErrorsDoesWhatItIsTold() {
    Corrector corrector = new Corrector(Variates.of(1, "corrector"), TuningErrors.none());
    Aberrations knobs =
        Aberrations.none().with(Coefficient.A1, 1e-9, 2e-9).with(Coefficient.C3, 1e-6, 0);
    assertThat(corrector.effectOf(knobs)).isEqualTo(knobs);
  }

  @Test
  void aberrationsWalkAsFarAsTheRootOfTimeSays() {
    int runs = 4000;
    double defocus = 0;
    double astigmatism = 0;
    TuningErrors walkOnly = new TuningErrors(0, 1, 0, 0);
    AberrationWalk walk = new AberrationWalk(Variates.of(1, "aberrations"), walkOnly);
    for (int i = 0; i < runs; i++) {
      Aberrations before = walk.current();
      for (int step = 0; step < 4; step++) {
        walk.advance(60);
      }
      Aberrations after = walk.current();
      double dC1 = after.real(Coefficient.C1) - before.real(Coefficient.C1);
      double re = after.real(Coefficient.A1) - before.real(Coefficient.A1);
      double im = after.imaginary(Coefficient.A1) - before.imaginary(Coefficient.A1);
      defocus += dC1 * dC1 / runs;
      astigmatism += (re * re + im * im) / runs;
    }
    assertThat(Math.sqrt(defocus)).isCloseTo(2e-9, within(0.1e-9));
    assertThat(Math.sqrt(astigmatism)).isCloseTo(1e-9, within(0.05e-9));
  }

  @Test
  void measurementScattersByWhatItStates() {
    Variates variates = Variates.of(1, "measurement");
    Aberrations actual = Aberrations.none().with(Coefficient.C1, 7e-9, 0);
    int runs = 4000;
    double square = 0;
    double sum = 0;
    for (int i = 0; i < runs; i++) {
      MeasuredAberrations read =
          MeasuredAberrations.of(actual, Tableau.FAST, variates, TuningErrors.typical());
      double error = read.values().real(Coefficient.C1) - 7e-9;
      sum += error / runs;
      square += error * error / runs;
      assertThat(read.twoSigmaMetres(Coefficient.C1)).isCloseTo(2e-9, within(1e-15));
    }
    assertThat(sum).isCloseTo(0, within(0.07e-9));
    assertThat(Math.sqrt(square)).isCloseTo(1e-9, within(0.05e-9));
  }

  /** Measure and correct: what is left is the error of measuring and a few percent. */
  @Test
  void measuringAndCorrectingBringsTheProbeBackInTwoRounds() {
    Corrector corrector = new Corrector(Variates.of(3, "corrector"), TuningErrors.typical());
    AberrationWalk walk =
        new AberrationWalk(Variates.of(3, "aberrations"), new TuningErrors(3, 0, 0, 0));
    Variates noise = Variates.of(3, "measurement");
    Aberrations knobs = Aberrations.none();
    for (int round = 0; round < 2; round++) {
      Aberrations actual = walk.current().plus(corrector.effectOf(knobs));
      Aberrations read =
          MeasuredAberrations.of(actual, Tableau.ENHANCED, noise, TuningErrors.typical()).values();
      for (Coefficient c : Coefficient.values()) {
        knobs =
            knobs.with(
                c,
                knobs.real(c) - read.real(c),
                c.isRound() ? 0 : knobs.imaginary(c) - read.imaginary(c));
      }
    }
    Aberrations left = walk.current().plus(corrector.effectOf(knobs));
    assertThat(left.size(Coefficient.C1)).isLessThan(1e-9);
    assertThat(left.size(Coefficient.A1)).isLessThan(1e-9);
    assertThat(left.size(Coefficient.B2)).isLessThan(30e-9);
  }
}
