package dev.cantilever.drivers.pfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.twin.NormalDraws;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilmTest {

  private static final FilmSettings SMALL =
      new FilmSettings(200, 3e-9, 7e-9, 100e-9, StripeSettings.defaults());
  private static final PfmSettings SETTINGS =
      PfmSettings.defaults().with(SampleSettings.defaults().with(SMALL));
  private static final Film FILM = new Film(SETTINGS, 11);

  /** exp(−r²/(2ℓ²)) at r = 0 and r = ℓ; a field of 2500 correlation areas is known to 0.05. */
  @Test
  void drawsSmoothFieldsOfUnitVarianceAndTheirLength() {
    PlaneGrid grid = new PlaneGrid(400, 1);
    double[] values = SmoothNoise.of(grid, 8, NormalDraws.of(1, "field"));
    double squares = 0;
    double products = 0;
    for (int i = 0; i < values.length; i++) {
      squares += values[i] * values[i];
      products += values[i] * values[i / 400 * 400 + (i % 400 + 8) % 400];
    }
    assertThat(squares / values.length).isCloseTo(1, within(0.1));
    assertThat(products / values.length).isCloseTo(StrictMath.exp(-0.5), within(0.1));
  }

  @Test
  void hasStripesWithPeriodsAndSharesAsAsked() {
    StripeSettings settings = new StripeSettings(100e-9, 200e-9, 0.3, 0, 0.1);
    Stripes stripes = new Stripes(settings, 20e-6, NormalDraws.of(1, "stripes"));
    int inA = 0;
    int walls = 0;
    double last = stripes.signedDistance(-20e-6, 0);
    for (int i = 1; i < 40_000; i++) {
      double signed = stripes.signedDistance(-20e-6 + i * 1e-9, 0);
      inA += signed < 0 ? 1 : 0;
      walls += signed < 0 != last < 0 ? 1 : 0;
      assertThat(Math.abs(Math.abs(signed) - Math.abs(last))).isLessThanOrEqualTo(1.001e-9);
      last = signed;
    }
    assertThat(inA / 40_000.0).isCloseTo(0.3, within(0.02));
    assertThat(40e-6 / (walls / 2.0)).isCloseTo(150e-9, within(10e-9));
    assertThat(stripes.distance(1e-6, 5e-6)).isEqualTo(stripes.distance(1e-6, 0));
  }

  /** Vc0 [1 − β exp(−(d/ℓ)²)] with 3 V, 0.35, 60 nm: 1.95 V at the wall, 2.61 V at 60 nm. */
  @Test
  void lowersTheCoerciveBiasAtFerroelasticWalls() {
    HysteresisSettings.Coercive coercive = HysteresisSettings.defaults().coercive();
    assertThat(coercive.volts(0, 0)).isCloseTo(1.95, within(1e-12));
    assertThat(coercive.volts(60e-9, 0)).isCloseTo(2.6137266, within(1e-6));
    assertThat(coercive.volts(1e-6, 1)).isCloseTo(3.3, within(1e-12));
  }

  /** γ exp(−d/ℓ2) of 0.8 V and 100 nm on either side. */
  @Test
  void shiftsTheLoopToOppositeSidesOfAWall() {
    HysteresisSettings.Imprint imprint = HysteresisSettings.defaults().imprint();
    assertThat(imprint.volts(100e-9, 1, 0)).isCloseTo(0.2943036, within(1e-6));
    assertThat(imprint.volts(100e-9, -1, 0.5)).isCloseTo(0.1 - 0.2943036, within(1e-6));
  }

  @Test
  void correlatesItsLoopsWithItsDomains() {
    double[] distance = FILM.maps().wallDistance();
    double near = 0;
    double far = 0;
    int nearCells = 0;
    int farCells = 0;
    for (int i = 0; i < distance.length; i++) {
      if (distance[i] < 10e-9) {
        near += FILM.maps().loop().coercive()[i];
        nearCells++;
      } else if (distance[i] > 80e-9) {
        far += FILM.maps().loop().coercive()[i];
        farCells++;
      }
    }
    assertThat(near / nearCells).isLessThan(0.8 * far / farCells);
  }

  @Test
  void multipliesTheActivationFieldWherePinsAre() {
    Pin pin = new Pin.Point(30e-9, -60e-9, 12e-9, 3);
    Pin line = new Pin.Line(0, 0, 0.3, 10e-9, 3);
    PlaneGrid grid = new PlaneGrid(100, 3e-9);
    ActivationMap map = ActivationMap.draw(grid, 7e7, PinningSettings.only(pin, line), 1);
    assertThat(grid.sample(map.voltsPerMetre(), 30e-9, -60e-9)).isEqualTo(2.1e8);
    assertThat(grid.sample(map.voltsPerMetre(), 0, 0)).isEqualTo(2.1e8);
    assertThat(grid.sample(map.voltsPerMetre(), -60e-9, 90e-9)).isEqualTo(7e7);
    assertThat(map.pins()).isEqualTo(List.of(pin, line));
  }

  @Test
  void drawsAsManyPinsAsAskedWithinTheirRanges() {
    assertThat(FILM.activation().pins()).hasSize(123);
    for (Pin pin : FILM.activation().pins()) {
      assertThat(pin.factor()).isBetween(2.0, 4.0);
    }
  }

  /** A wide blur of a pattern tends to its mean, a narrow one to the pattern itself. */
  @Test
  void blursAsTheTipDoes() {
    double[] vertical = FILM.polarization();
    for (int i = 0; i < vertical.length; i++) {
      vertical[i] *= FILM.maps().verticalShare()[i];
    }
    PlaneGrid grid = FILM.grid();
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < vertical.length; i++) {
      double dx = grid.metres(i % grid.cells()) - 20e-9;
      double dy = grid.metres(i / grid.cells()) - 55e-9;
      double weight = StrictMath.exp(-0.5 * (dx * dx + dy * dy) / (13e-9 * 13e-9));
      sum += weight * vertical[i];
      weights += weight;
    }
    // The twin cuts the Gaussian at three standard deviations: 0.5 % of its weight.
    assertThat(FILM.blurredVertical(20e-9, 55e-9)).isCloseTo(sum / weights, within(0.01));
  }
}
