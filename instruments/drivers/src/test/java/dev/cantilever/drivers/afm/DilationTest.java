package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.afm.lever.TipShape;
import dev.cantilever.drivers.afm.lever.TipShape.Apex;
import dev.cantilever.drivers.afm.sample.CalibrationGrid;
import dev.cantilever.drivers.afm.sample.FractalFilm;
import dev.cantilever.drivers.afm.sample.Particles;
import dev.cantilever.drivers.afm.sample.Plane;
import dev.cantilever.drivers.afm.sample.Sample;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DilationTest {

  private static final double FINE = 0.1e-9;
  private static final double ANGLE = Math.toRadians(18);

  /** A sphere of radius r under a spherical tip of radius R has the base width 4 √(R r). */
  @ParameterizedTest
  @CsvSource({"2, 10", "4, 10", "3, 20"})
  void widensASphere(double sphere, double tip) {
    TipShape shape = new TipShape(tip * 1e-9, ANGLE, Apex.SPHERICAL);
    double wanted = 4 * Math.sqrt(tip * sphere);
    assertThat(width(shape, sphere)).isCloseTo(wanted, within(0.01 * wanted));
  }

  /** Under a paraboloid of the same apex radius it is wider: widths by scipy.optimize.brentq. */
  @ParameterizedTest
  @CsvSource({"3, 10, 24.4848", "5, 20, 44.0367"})
  void widensASphereMoreUnderAParaboloid(double sphere, double tip, double wanted) {
    assertThat(width(TipShape.etched(tip * 1e-9), sphere)).isCloseTo(wanted, within(0.01 * wanted));
  }

  /**
   * Into a pit 20 nm deep, its wall 4 nm wide, a paraboloid of 10 nm comes down as u²/20 nm at the
   * distance u from the upper edge, and reaches the ground after √(2 · 10 · 20) = 20 nm.
   */
  @Test
  void drawsThePictureOfTheTipAtAWall() {
    CalibrationGrid pits = new CalibrationGrid(20e-9, 1e-6, 0, 0, 0);
    Dilation dilation = new Dilation(pits, TipShape.etched(10e-9), 0.5e-9);
    double edge = 0.252e-6;
    assertThat(dilation.at(edge + 10e-9, 0)).isCloseTo(0, within(1e-15));
    assertThat(dilation.at(edge - 12e-9, 0)).isCloseTo(-7.2e-9, within(1e-15));
    assertThat(dilation.at(edge - 20.5e-9, 0)).isCloseTo(-20e-9, within(1e-15));
  }

  @Test
  void leavesAPlaneAlone() {
    Dilation dilation = new Dilation(new Plane(Material.HARD_FILM), TipShape.etched(10e-9), 1e-9);
    assertThat(dilation.along(new Path(0, 0, 1e-7, 0), 50)).containsOnly(0.0);
  }

  /** The greatest h − t by brute force on the grid, along an oblique way. */
  @Test
  void isTheGreatestHeightOverTheTip() {
    Sample film = FractalFilm.typical(1);
    TipShape tip = TipShape.etched(10e-9);
    double spacing = 2e-9;
    double[] along = new Dilation(film, tip, spacing).along(new Path(0, 0, 30e-9, 40e-9), 25);
    for (int i = 0; i < along.length; i++) {
      double highest = Double.NEGATIVE_INFINITY;
      for (int u = -20; u <= 20; u++) {
        for (int v = -20; v <= 20; v++) {
          double x = spacing * (0.6 * (i + u) - 0.8 * v);
          double y = spacing * (0.8 * (i + u) + 0.6 * v);
          double height = film.heightMetres(x, y) - tip.heightMetres(spacing * Math.hypot(u, v));
          highest = Math.max(highest, height);
        }
      }
      assertThat(along[i]).isCloseTo(highest, within(1e-16));
    }
  }

  /** A second apex shows every feature twice, at its offset and lower by what it is shorter. */
  @Test
  void doublesFeaturesUnderTwoApexes() {
    Ground ground = new Ground(Particles.single(4e-9), ScannerModel.ideal(), 1);
    TipState.SecondApex second = new TipState.SecondApex(60e-9, 0, 2e-9);
    TipState tip = new TipState(TipShape.etched(10e-9), Optional.of(second));
    Path way = new Path(-120e-9, 0, 60e-9, 0);
    double[] heights = ground.follow(tip, way, 0, 0, 180).heights();
    assertThat(heights[Math.round(heights.length * 120 / 180f)]).isCloseTo(8e-9, within(0.05e-9));
    assertThat(heights[Math.round(heights.length * 60 / 180f)]).isCloseTo(6e-9, within(0.05e-9));
    assertThat(heights[Math.round(heights.length * 90 / 180f)]).isCloseTo(0, within(0.01e-9));
  }

  /** Twice the distance at which the followed height has come down to the plane, in nm. */
  private static double width(TipShape shape, double sphereNanometres) {
    Dilation dilation = new Dilation(Particles.single(sphereNanometres * 1e-9), shape, FINE);
    double[] heights = dilation.along(new Path(0, 0, 40e-9, 0), (int) (40e-9 / FINE));
    int last = 0;
    while (heights[last] > 0) {
      last++;
    }
    return 2e9 * FINE * last;
  }
}
