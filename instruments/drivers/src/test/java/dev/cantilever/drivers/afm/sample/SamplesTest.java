package dev.cantilever.drivers.afm.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.Material;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SamplesTest {

  private static final Particles PARTICLES = Particles.typical(1);
  private static final TwoPhasePolymer POLYMER = TwoPhasePolymer.typical(1);
  private static final Terraces TERRACES = Terraces.typical(1);

  static List<Sample> kinds() {
    return List.of(
        FractalFilm.typical(1), TERRACES, CalibrationGrid.typical(1), PARTICLES, POLYMER);
  }

  static Stream<Arguments> seeded() {
    LongFunction<Sample> terraces = Terraces::typical;
    LongFunction<Sample> particles = Particles::typical;
    LongFunction<Sample> polymer = TwoPhasePolymer::typical;
    return Stream.of(
        Arguments.of(TERRACES, terraces),
        Arguments.of(PARTICLES, particles),
        Arguments.of(POLYMER, polymer));
  }

  @ParameterizedTest
  @MethodSource("seeded")
  void sameSeedGivesTheSameSurface(Sample one, LongFunction<Sample> kind) {
    Sample same = kind.apply(1);
    Sample other = kind.apply(2);
    int different = 0;
    for (int i = 0; i < 300; i++) {
      double x = 1e-8 * (i * 37 % 1000 - 500);
      double y = 1e-8 * (i * 91 % 1000 - 500);
      assertThat(one.heightMetres(x, y)).isEqualTo(same.heightMetres(x, y));
      assertThat(one.materialAt(x, y)).isBetween(0, one.materials().size() - 1);
      different += one.heightMetres(x, y) == other.heightMetres(x, y) ? 0 : 1;
    }
    assertThat(different).isGreaterThan(290);
  }

  /** Within 200 nm the height rises by the stated relief at most. */
  @ParameterizedTest
  @MethodSource("kinds")
  void reliefIsABound(Sample sample) {
    for (int i = 0; i < 200; i++) {
      double x = 1e-8 * (i * 37 % 1000 - 500);
      double y = 1e-8 * (i * 91 % 1000 - 500);
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      for (int j = 0; j < 40; j++) {
        double height = sample.heightMetres(x + 5e-9 * j, y);
        low = Math.min(low, height);
        high = Math.max(high, height);
      }
      assertThat(high - low).isLessThan(sample.reliefMetres());
    }
  }

  @Test
  void filmIsSelfAffine() {
    FractalFilm film = new FractalFilm(2e-9, 0.7, 300e-9, Material.HARD_FILM, 4);
    double square = 0;
    double near = 0;
    double far = 0;
    int points = 40_000;
    for (int i = 0; i < points; i++) {
      int row = i / 200;
      double x = 20.48e-6 * (i % 200) / 200;
      double y = 20.48e-6 * row / 200;
      double height = film.heightMetres(x, y);
      square += height * height / points;
      near += squared(film.heightMetres(x + 8e-9, y) - height) / points;
      far += squared(film.heightMetres(x + 16e-9, y) - height) / points;
    }
    assertThat(Math.sqrt(square)).isCloseTo(2e-9, within(0.05e-9));
    // ⟨(h(x + r) − h(x))²⟩ ∝ r^(2α) where the grid is much finer and ξ much longer than r.
    double hurst = Math.log(far / near) / Math.log(2) / 2;
    assertThat(hurst).isCloseTo(0.7, within(0.07));
  }

  /** Neighbouring terraces differ by a step, and a line of 10 µm crosses the expected number. */
  @Test
  void terracesDescendInSteps() {
    double cosine = Math.cos(0.5);
    double sine = Math.sin(0.5);
    double before = TERRACES.heightMetres(-5e-6 * cosine, -5e-6 * sine);
    int steps = 0;
    for (int i = 1; i <= 10_000; i++) {
      double along = -5e-6 + i * 1e-9;
      double height = TERRACES.heightMetres(along * cosine, along * sine);
      if (Math.abs(height - before) > 0.2e-9) {
        assertThat(before - height).isCloseTo(0.40e-9, within(0.15e-9));
        steps++;
      }
      before = height;
    }
    assertThat(steps).isBetween(45, 70);
  }

  @Test
  void gridHasPitsWhereItsPitchSays() {
    CalibrationGrid grid = new CalibrationGrid(50e-9, 2e-6, 0, 0, 0);
    assertThat(grid.heightMetres(0, 0)).isEqualTo(-50e-9);
    assertThat(grid.heightMetres(2e-6, -4e-6)).isEqualTo(-50e-9);
    assertThat(grid.heightMetres(1e-6, 0)).isZero();
    assertThat(grid.heightMetres(0.49e-6, 0.49e-6)).isEqualTo(-50e-9);
    assertThat(grid.heightMetres(0.51e-6, 0)).isZero();
    assertThat(grid.heightMetres(0.5e-6, 0)).isCloseTo(-25e-9, within(1e-15));
    CalibrationGrid turned = new CalibrationGrid(50e-9, 2e-6, Math.PI / 4, 0, 0);
    double diagonal = 2e-6 / Math.sqrt(2);
    assertThat(turned.heightMetres(diagonal, diagonal)).isEqualTo(-50e-9);
    assertThat(turned.heightMetres(diagonal / 2, diagonal / 2)).isZero();
  }

  @Test
  void particlesAreSpheresOnAPlane() {
    Particles one = Particles.single(10e-9);
    assertThat(one.heightMetres(0, 0)).isCloseTo(20e-9, within(1e-20));
    assertThat(one.heightMetres(0, 6e-9)).isCloseTo(18e-9, within(1e-20));
    assertThat(one.heightMetres(10.1e-9, 0)).isZero();
    assertThat(one.heightMetres(4e-6, -4e-6)).isCloseTo(20e-9, within(1e-15));
    assertThat(one.materialAt(3e-9, 0)).isEqualTo(1);
    assertThat(one.materialAt(20e-9, 0)).isZero();
  }

  /** 60 per µm² of 8 nm median radius cover about 1.3 % of the plane. */
  @Test
  void particlesHaveTheirDensity() {
    int covered = 0;
    int points = 200_000;
    for (int i = 0; i < points; i++) {
      int row = i / 400;
      covered += PARTICLES.materialAt(4e-6 * (i % 400) / 400, 4e-6 * row / 500);
    }
    assertThat((double) covered / points).isBetween(0.010, 0.016);
  }

  /** Above a threshold of 0.4 lies 0.345 of a normal field; the hard phase stands higher. */
  @Test
  void polymerHasTwoPhases() {
    int hard = 0;
    double hardHeight = 0;
    double softHeight = 0;
    int points = 40_000;
    for (int i = 0; i < points; i++) {
      int row = i / 200;
      double x = 6e-6 * (i % 200) / 200;
      double y = 6e-6 * row / 200;
      double height = POLYMER.heightMetres(x, y);
      if (POLYMER.materialAt(x, y) == TwoPhasePolymer.HARD) {
        hard++;
        hardHeight += height;
      } else {
        softHeight += height;
      }
    }
    assertThat((double) hard / points).isCloseTo(0.345, within(0.02));
    assertThat(hardHeight / hard - softHeight / (points - hard)).isBetween(1.5e-9, 3e-9);
    assertThat(POLYMER.materials().get(TwoPhasePolymer.SOFT).modulusPascals()).isEqualTo(0.1e9);
  }

  @Test
  void refusesWhatIsNoSurface() {
    assertThatThrownBy(() -> new CalibrationGrid(0, 1e-6, 0, 0, 0)).hasMessageContaining("depth");
    assertThatThrownBy(() -> new FractalFilm(1e-9, 2, 3e-7, Material.HARD_FILM, 0))
        .hasMessageContaining("Hurst");
    assertThatThrownBy(() -> new Fourier(12)).hasMessageContaining("power of two");
  }

  /** Of a single wave the transform is one line, by definition. */
  @Test
  void fourierTransformsASingleWave() {
    int n = 8;
    double[] real = new double[n * n];
    double[] imaginary = new double[n * n];
    real[3 * n + 1] = 1;
    new Fourier(n).transform(real, imaginary);
    for (int row = 0; row < n; row++) {
      for (int column = 0; column < n; column++) {
        double angle = 2 * Math.PI * (3 * row + column) / n;
        assertThat(real[row * n + column]).isCloseTo(Math.cos(angle), within(1e-14));
        assertThat(imaginary[row * n + column]).isCloseTo(Math.sin(angle), within(1e-14));
      }
    }
  }

  private static double squared(double value) {
    return value * value;
  }
}
