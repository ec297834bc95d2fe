package dev.cantilever.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SobolTest {

  /** The example on the page of Joe and Kuo, in which the tenth line is the last. */
  @Test
  void theFirstPointsAreThePublishedOnes() {
    assertThat(Sobol.plain(3).points(10))
        .isDeepEqualTo(
            new double[][] {
              {0, 0, 0},
              {0.5, 0.5, 0.5},
              {0.75, 0.25, 0.25},
              {0.25, 0.75, 0.75},
              {0.375, 0.375, 0.625},
              {0.875, 0.875, 0.125},
              {0.625, 0.125, 0.875},
              {0.125, 0.625, 0.375},
              {0.1875, 0.3125, 0.9375},
              {0.6875, 0.8125, 0.4375}
            });
  }

  /** From scipy 1.17, {@code qmc.Sobol(128, scramble=False, bits=53).random(1024)}. */
  @ParameterizedTest
  @CsvSource({
    "1000, 7, 0.8994140625",
    "1000, 20, 0.5224609375",
    "777, 40, 0.7216796875",
    "777, 64, 0.9384765625",
    "1023, 99, 0.5302734375",
    "1023, 127, 0.7001953125"
  })
  void laterPointsAgreeWithAnIndependentProgram(int index, int coordinate, double expected) {
    assertThat(Sobol.plain(128).points(1024)[index][coordinate]).isEqualTo(expected);
  }

  /** The weighted sum of all coordinates, exact in integers, from the same scipy call. */
  @Test
  void everyCoordinateOfEveryDimensionAgreesWithAnIndependentProgram() {
    double[][] points = Sobol.plain(128).points(1024);
    long sum = 0;
    for (int i = 0; i < 1024; i++) {
      for (int j = 0; j < 128; j++) {
        sum += (long) (points[i][j] * 1024 * (j + 1) * (i % 7 + 1));
      }
    }
    assertThat(sum).isEqualTo(17_293_375_412L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void everyEqualPartOfAnAxisHoldsOnePointScrambledOrNot(int seed) {
    for (Sobol sobol : new Sobol[] {Sobol.plain(128), scrambled(seed, 128)}) {
      double[][] points = sobol.points(256);
      for (int j = 0; j < 128; j++) {
        int coordinate = j;
        assertThat(
                Arrays.stream(points).mapToInt(p -> (int) (p[coordinate] * 256)).sorted().toArray())
            .isEqualTo(IntStream.range(0, 256).toArray());
      }
    }
  }

  /** The first two coordinates are a (0, m, 2)-net: t = 0. */
  @Test
  void everyElementaryRectangleHoldsOnePoint() {
    double[][] points = scrambled(4, 2).points(1 << 10);
    for (int a = 0; a <= 10; a++) {
      int[] count = new int[1 << 10];
      for (double[] p : points) {
        count[((int) (p[0] * (1 << a)) << (10 - a)) + (int) (p[1] * (1 << (10 - a)))]++;
      }
      assertThat(count).containsOnly(1);
    }
  }

  /** The first three are a (1, m, 3)-net: the degrees 0, 1 and 2 give t = 0 + 0 + 1. */
  @Test
  void everyElementaryBoxOfTwiceTheVolumeHoldsTwoPoints() {
    double[][] points = scrambled(5, 3).points(1 << 10);
    for (int a = 0; a <= 9; a++) {
      for (int b = 0; a + b <= 9; b++) {
        int c = 9 - a - b;
        int[] count = new int[1 << 9];
        for (double[] p : points) {
          count[
              ((int) (p[0] * (1 << a)) << (b + c))
                  + ((int) (p[1] * (1 << b)) << c)
                  + (int) (p[2] * (1 << c))]++;
        }
        assertThat(count).containsOnly(2);
      }
    }
  }

  /** Mean of Π (1 + (x_j − ½)) over six dimensions is 1; errors over 20 seeds, 1024 points. */
  @Test
  void integratesBetterThanIndependentDraws() {
    double even = 0;
    double independent = 0;
    for (int seed = 0; seed < 20; seed++) {
      RandomStream plain = RandomStream.of(seed, "plain");
      double a = 0;
      double b = 0;
      for (double[] p : scrambled(seed, 6).points(1024)) {
        a += Arrays.stream(p).map(x -> x + 0.5).reduce(1, (x, y) -> x * y) / 1024;
        b +=
            IntStream.range(0, 6)
                    .mapToDouble(j -> plain.nextDouble() + 0.5)
                    .reduce(1, (x, y) -> x * y)
                / 1024;
      }
      even += (a - 1) * (a - 1);
      independent += (b - 1) * (b - 1);
    }
    assertThat(Math.sqrt(even)).isLessThan(0.05 * Math.sqrt(independent));
  }

  @Test
  void aScrambleIsRepeatableAndTheNextOneDiffers() {
    RandomStream stream = RandomStream.of(9, "scramble");
    double[][] first = Sobol.scrambled(2, stream).points(4);
    double[][] second = Sobol.scrambled(2, stream).points(4);
    assertThat(first).isDeepEqualTo(scrambled(9, 2).points(4));
    assertThat(Arrays.deepEquals(first, second)).isFalse();
  }

  /** A digital shift alone would leave the first two points half a side apart. */
  @Test
  void aScrambleChangesLowerDigitsByHigherOnes() {
    double[][] points = scrambled(9, 20).points(2);
    for (int j = 0; j < 20; j++) {
      assertThat(Math.abs(points[1][j] - points[0][j])).isNotEqualTo(0.5);
    }
  }

  @Test
  void aSinglePointOfAScrambleIsUniform() {
    int[] tenths = new int[10];
    for (int seed = 0; seed < 1_000; seed++) {
      tenths[(int) (10 * scrambled(seed, 3).points(4)[3][2])]++;
    }
    // 100 expected each, standard deviation 9.5
    for (int count : tenths) {
      assertThat(count).isBetween(62, 138);
    }
  }

  @Test
  void normalDrawsHaveTheMomentsOfIndependentNormals() {
    double[][] draws = Sobol.normals(1 << 12, 8, RandomStream.of(3, "scramble"));
    for (int j = 0; j < 8; j++) {
      for (int k = 0; k <= j; k++) {
        double mean = 0;
        double product = 0;
        for (double[] z : draws) {
          mean += z[j] / draws.length;
          product += z[j] * z[k] / draws.length;
        }
        assertThat(mean).isCloseTo(0, within(0.001));
        assertThat(product).isCloseTo(j == k ? 1 : 0, within(0.01));
      }
    }
  }

  @Test
  void normalDrawsAreAlwaysFinite() {
    for (int seed = 0; seed < 50; seed++) {
      for (double[] z : Sobol.normals(64, 20, RandomStream.of(seed, "scramble"))) {
        assertThat(Arrays.stream(z).allMatch(Double::isFinite)).isTrue();
      }
    }
  }

  @Test
  void noPointsAreNoPoints() {
    assertThat(Sobol.plain(2).points(0)).isEmpty();
  }

  @Test
  void refusesDimensionsOutsideOfTheTableAndNegativeCounts() {
    assertThatThrownBy(() -> Sobol.plain(129))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 128 dimensions")
        .hasMessageContaining("129");
    assertThatThrownBy(() -> Sobol.plain(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Sobol.plain(1).points(-1)).hasMessageContaining("-1");
  }

  private static Sobol scrambled(int seed, int dimension) {
    return Sobol.scrambled(dimension, RandomStream.of(seed, "scramble"));
  }
}
