package dev.cantilever.numerics.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.random.RandomStream;
import org.junit.jupiter.api.Test;

class ExponentialTest {

  /** From mpmath; the last place counts, also of subnormal numbers. */
  @Test
  void isTheReferenceUpToTheLastPlace() {
    JsonNode reference = Reference.read("exponential.json");
    double[] x = Reference.numbers(reference.get("arguments"));
    double[] expected = Reference.numbers(reference.get("values"));
    for (int i = 0; i < x.length; i++) {
      assertThat(Math.abs(Exponential.of(x[i]) - expected[i]))
          .as("exp(%s)", x[i])
          .isLessThanOrEqualTo(Math.ulp(expected[i]));
    }
  }

  /** StrictMath is itself within one unit. */
  @Test
  void isAtMostTwoPlacesFromStrictMath() {
    for (double x : arguments(50_000)) {
      double expected = StrictMath.exp(x);
      assertThat(Math.abs(Exponential.of(x) - expected))
          .isLessThanOrEqualTo(2 * Math.ulp(expected));
    }
  }

  @Test
  void manyValuesAreEachAsTheSingleOne() {
    for (int count : new int[] {0, 1, 3, 4, 7, 64, 1000}) {
      double[] x = arguments(count + 2);
      double[] many = x.clone();
      Exponential.replace(many, count);
      for (int i = 0; i < count; i++) {
        assertThat(many[i]).isEqualTo(Exponential.of(x[i]));
      }
      assertThat(many[count]).isEqualTo(x[count]);
    }
  }

  private static double[] arguments(int count) {
    double[] x = Matrices.values(RandomStream.of(count, "arguments"), count);
    for (int i = 0; i < count; i++) {
      x[i] = (i % 2 == 0 ? 1400 : 20) * (x[i] - 0.5);
    }
    return x;
  }

  @Test
  void theEndsAreExact() {
    assertThat(Exponential.of(0)).isEqualTo(1);
    assertThat(Exponential.of(-0.0)).isEqualTo(1);
    assertThat(Exponential.of(Double.NaN)).isNaN();
    assertThat(Exponential.of(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Exponential.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Exponential.of(Math.nextUp(709.782712893384))).isInfinite();
    assertThat(Exponential.of(709.782712893384)).isFinite();
    assertThat(Exponential.of(-745.1332191019411)).isEqualTo(Double.MIN_VALUE);
    assertThat(Exponential.of(-745.1332191019412)).isZero();
    assertThat(Exponential.of(1e308)).isInfinite();
    assertThat(Exponential.of(-1e308)).isZero();
  }

  @Test
  void neverFalls() {
    boolean falls = false;
    double before = 0;
    for (double x = -750; x < 710; x += 0.013) {
      double value = Exponential.of(x);
      falls |= value < before;
      before = value;
    }
    assertThat(falls).isFalse();
  }
}
