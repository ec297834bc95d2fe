package dev.cantilever.numerics.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImprovementTest {

  /** Values from mpmath with 60 digits. */
  @ParameterizedTest
  @CsvSource({
    "-37, 1.5451991905122025e-301",
    "-30, 1.6319567340914012e-199",
    "-20, 1.3700124947295799e-90",
    "-10, 7.474560254589328e-25",
    "-5, 5.346165533832815e-8",
    "-3, 0.0003821543170477236",
    "-1.5, 0.029306793762604629",
    "-1, 0.083315470587686298",
    "-0.999, 0.083474246867308465",
    "-0.5, 0.19779655740130603",
    "-0.0625, 0.36847121100121454",
    "0, 0.39894228040143268",
    "0.001, 0.39944247987255626",
    "0.5, 0.69779655740130603",
    "1, 1.0833154705876863",
    "2, 2.0084907026168296",
    "3.5, 3.5000584809184214",
    "5, 5.0000000534616553",
    "8.25, 8.25",
    "40, 40",
    "1e10, 1e10"
  })
  void isAccurateFromTheFarTailToTheStraightLine(double z, double expected) {
    double relative = z < -1 ? 1e-13 : 1e-15;
    assertThat(Improvement.of(z)).isCloseTo(expected, within(relative * expected));
  }

  /** Values from mpmath with 60 digits, the far ones from the asymptotic series. */
  @ParameterizedTest
  @CsvSource({
    "-1e100, -5.0000000000000002e+199",
    "-1e12, -5.0e+23",
    "-1e9, -5.0000000000000004e+17",
    "-1e8, -5000000000000037.8",
    "-12345.678, -76207902.400903194",
    "-1000, -500014.73445209116",
    "-100, -5010.1295788002498",
    "-38, -730.19618340211374",
    "-30, -457.724653760598",
    "-3, -7.8696860596030285",
    "-1e-3, -0.92019213276972644",
    "0, -0.91893853320467274",
    "1, 0.08002621884930694",
    "20, 2.995732273553991"
  })
  void itsLogarithmDoesNotUnderflow(double z, double expected) {
    assertThat(Improvement.log(z))
        .isCloseTo(expected, within(1e-15 * Math.max(1, Math.abs(expected))));
  }

  /** Quadrature of the normal distribution function with mpmath, 30 digits. */
  @ParameterizedTest
  @CsvSource({
    "-1e8, 1e-3, -4999999999900037.8",
    "-1e8, 1e-14, -5000000000000051.6",
    "-1000, 2, -498016.73044809785",
    "-1000, 1e-9, -500028.54996014913",
    "-40, 0.1, -804.31705697026555",
    "-20, 1e-7, -220.03525001956776",
    "-20, 15, -16.74430116266099",
    "-5, 1e-12, -42.696019509914681",
    "-5, 4.99, -0.9315003796545022",
    "-2, 3, 0.072157641753878362",
    "-0.5, 1e-6, -14.991421749019075",
    "-0.5, 1e-3, -8.0830965693860648",
    "-0.001, 0.002, -6.907755278982137",
    "0, 1, -0.37925191045747508",
    "3, 1e-9, -20.72461664690894",
    "3, 7, 1.9458555540911714",
    "12, 1e-5, -11.512925464970228",
    "1e6, 5, 1.6094379124341004"
  })
  void theLogarithmOfARiseNeitherCancelsNorUnderflows(double z, double gap, double expected) {
    assertThat(Improvement.logRise(z, gap))
        .isCloseTo(expected, within(1e-10 * Math.max(1, Math.abs(expected) * 1e-5)));
  }

  @Test
  void neverFalls() {
    double before = 0;
    for (double z = -40; z <= 10; z += 0x1p-8) {
      double now = Improvement.of(z);
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void hasItsLimitsAtTheEndsOfTheAxis() {
    assertThat(Improvement.of(Double.NEGATIVE_INFINITY)).isZero();
    assertThat(Improvement.of(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Improvement.of(Double.NaN)).isNaN();
    assertThat(Improvement.tail(Double.POSITIVE_INFINITY)).isZero();
  }
}
