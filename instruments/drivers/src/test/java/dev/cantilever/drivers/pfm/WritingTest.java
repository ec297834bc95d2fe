package dev.cantilever.drivers.pfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.twin.NormalDraws;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pulses on a film without disorder that is first poled down all over. */
class WritingTest {

  private static final double E0 = 7e7;

  private final SampleSettings sample =
      SampleSettings.defaults()
          .with(new FilmSettings(200, 2.5e-9, 7e-9, 30e-9, StripeSettings.defaults()))
          .with(PinningSettings.only());
  private final Film film = new Film(PfmSettings.defaults().with(sample), 1);
  private final Writing writing = new Writing(film, sample, NormalDraws.of(1, "chance"));

  /** Nine tenths and eleven tenths of t0 exp(Va/V). */
  @ParameterizedTest
  @CsvSource({"2.5, 0.8886110520507872", "4, 2.2026465794806717e-3", "8, 1.4841315910257659e-5"})
  void nucleatesNoSoonerThanMerzLawAllows(double volts, double seconds) {
    poleDown();
    writing.pulse(new BiasedTip(0, 0, volts), 0.9 * seconds);
    assertThat(last().nucleated()).isFalse();
    assertThat(last().areaSquareMetres()).isZero();
    writing.pulse(new BiasedTip(0, 0, volts), 1.1 * seconds);
    assertThat(last().nucleated()).isTrue();
  }

  /** The closed form with what is left of the pulse after nucleation. */
  @ParameterizedTest
  @CsvSource({"5, 0.01", "5, 0.1", "8, 0.001", "4, 0.1"})
  void writesADiscOfTheClosedFormWithinTwoPercent(double volts, double seconds) {
    poleDown();
    writing.pulse(new BiasedTip(1.1e-9, 0.3e-9, volts), seconds);
    double growing = seconds - sample.nucleation().seconds(volts);
    double exact = sample.creep().radius(volts, growing, 0, E0);
    assertThat(last().radiusMetres()).isCloseTo(exact, within(0.02 * exact));
    assertThat(film.polarization(0, 0)).isGreaterThan(0.9);
    assertThat(film.polarization(exact + 20e-9, 0)).isLessThan(-0.9);
  }

  @Test
  void writesDownIntoUpWithNegativeBias() {
    poleDown();
    writing.pulse(new BiasedTip(0, 0, 5), 0.1);
    writing.pulse(new BiasedTip(0, 0, -5), 0.001);
    assertThat(film.polarization(0, 0)).isLessThan(-0.9);
    assertThat(film.polarization(100e-9, 0)).isGreaterThan(0.9);
  }

  /**
   * At 3 V a pulse 0.1 ms longer than its nucleation time of 61.7 ms leaves 15 nm, below the 20 nm
   * that stay: lost with probability exp(−0.618) = 0.539. Of 100 such, 54 with a deviation of 5.
   */
  @Test
  void losesSmallDomainsAsOftenAsItSays() {
    poleDown();
    double[] before = film.distance();
    double seconds = sample.nucleation().seconds(3) + 1e-4;
    int lost = 0;
    for (int i = 0; i < 100; i++) {
      writing.pulse(new BiasedTip(0, 0, 3), seconds);
      assertThat(last().nucleated()).isTrue();
      if (last().lost()) {
        assertThat(film.distance()).isEqualTo(before);
        lost++;
      }
      film.restore(before);
    }
    assertThat(lost).isBetween(54 - 20, 54 + 20);
  }

  @Test
  void holdsAWallAtALinePinWhileItGoesOnElsewhere() {
    Pin pin = new Pin.Line(40e-9, 0, Math.PI / 2, 10e-9, 10);
    SampleSettings pinned = sample.with(PinningSettings.only(pin));
    Film other = new Film(PfmSettings.defaults().with(pinned), 1);
    poleDown(other);
    new Writing(other, pinned, NormalDraws.of(1, "chance")).pulse(new BiasedTip(0, 0, 5), 0.1);
    assertThat(other.polarization(60e-9, 0)).isLessThan(-0.9);
    assertThat(other.polarization(-100e-9, 0)).isGreaterThan(0.9);
  }

  private Pulse last() {
    return writing.pulses().get(writing.pulses().size() - 1);
  }

  private void poleDown() {
    poleDown(film);
  }

  private static void poleDown(Film film) {
    double[] down = new double[film.grid().count()];
    Arrays.fill(down, -1e-6);
    film.restore(down);
  }
}
