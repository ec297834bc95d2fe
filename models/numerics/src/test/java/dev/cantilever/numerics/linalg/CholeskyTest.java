package dev.cantilever.numerics.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CholeskyTest {

  static IntStream sizes() {
    return Arrays.stream(Matrices.SIZES).filter(n -> n <= 130);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void solvesAsEjmlDoes(int n) {
    double[][] a = Matrices.covariance(n);
    double[] b = Matrices.values(RandomStream.of(1, "b"), n);
    DMatrixRMaj expected = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.solve(
        DMatrixRMaj.wrap(n, n, Matrices.full(a)), DMatrixRMaj.wrap(n, 1, b.clone()), expected);
    assertAlike(Cholesky.factor(a).solve(b), expected.data);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void invertsAsEjmlDoes(int n) {
    double[][] a = Matrices.covariance(n);
    DMatrixRMaj expected = DMatrixRMaj.wrap(n, n, Matrices.full(a));
    CommonOps_DDRM.invert(expected);
    assertAlike(Cholesky.factor(a).inverse(), expected.data);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void hasTheLogarithmOfEjmlsDeterminant(int n) {
    double[][] a = Matrices.covariance(Math.min(n, 65));
    double determinant = CommonOps_DDRM.det(DMatrixRMaj.wrap(a.length, a.length, Matrices.full(a)));
    assertThat(Cholesky.factor(a).logDeterminant())
        .isCloseTo(StrictMath.log(determinant), within(1e-10));
  }

  /** 1e-10 of the greatest value. */
  private static void assertAlike(double[] found, double[] expected) {
    double greatest = 0;
    double difference = 0;
    for (int i = 0; i < expected.length; i++) {
      greatest = Math.max(greatest, Math.abs(expected[i]));
      difference = Math.max(difference, Math.abs(found[i] - expected[i]));
    }
    assertThat(found).hasSameSizeAs(expected);
    assertThat(difference).isLessThan(1e-10 * greatest);
  }

  @Test
  void takesARowMajorMatrixAsWell() {
    double[][] a = Matrices.covariance(70);
    double[] b = Matrices.values(RandomStream.of(2, "b"), 70);
    assertThat(Cholesky.factor(Matrices.full(a), 70).solve(b))
        .containsExactly(Cholesky.factor(a).solve(b));
  }

  @Test
  void leavesTheMatrixAsItWas() {
    double[][] a = Matrices.covariance(10);
    Cholesky.factor(a);
    assertThat(a).isDeepEqualTo(Matrices.covariance(10));
  }

  @Test
  void anEmptyMatrixHasAnEmptyFactor() {
    Cholesky empty = Cholesky.factor(new double[0][]);
    assertThat(empty.logDeterminant()).isZero();
    assertThat(empty.solve(new double[0])).isEmpty();
  }

  @Test
  void theFirstJitterThatHelpsIsTakenAndReported() {
    double[][] singular = {{1}, {1, 1}, {1, 1, 1}};
    assertThat(Cholesky.factor(singular).jitter()).isEqualTo(1e-8);
    assertThat(Cholesky.factor(Matrices.covariance(9)).jitter()).isZero();
    double[][] negative = {{1}, {1, 1 - 3e-6}};
    assertThat(Cholesky.factor(negative).jitter()).isCloseTo(1e-5, within(1e-10));
  }

  @Test
  void whatNoJitterHelpsIsRefused() {
    assertRefused(new double[][] {{1}, {2, 1}});
    assertRefused(new double[][] {{0}, {0, 0}});
    assertRefused(new double[][] {{-1}});
    assertRefused(new double[][] {{1}, {Double.NaN, 1}});
    assertRefused(new double[][] {{Double.NaN}, {0, 1}});
    assertRefused(new double[][] {{Double.POSITIVE_INFINITY}});
  }

  private static void assertRefused(double[][] matrix) {
    assertThatThrownBy(() -> Cholesky.factor(matrix))
        .isInstanceOf(NotPositiveDefinite.class)
        .hasMessageContaining("a matrix of " + matrix.length + " rows");
  }

  @Test
  void unequalSizesAreRefusedInWords() {
    Cholesky factor = Cholesky.factor(Matrices.covariance(3));
    assertThatThrownBy(() -> factor.solve(new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 rows against a matrix of 3");
    assertThatThrownBy(() -> factor.forward(new double[4][5]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Cholesky.factor(new double[][] {{1}, {0}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("row 1 of a lower triangle has 1 values; it needs 2");
  }

  @Test
  void aRowThatDependsOnTheOthersCannotBeAdded() {
    Cholesky one = Cholesky.factor(new double[][] {{1}});
    assertThatThrownBy(() -> one.extend(new double[] {1}, 1))
        .isInstanceOf(NotPositiveDefinite.class);
    assertThatThrownBy(() -> one.extend(new double[] {Double.NaN}, 1))
        .isInstanceOf(NotPositiveDefinite.class);
  }

  @Test
  void anAddedRowGetsTheSameJitter() {
    Cholesky singular = Cholesky.factor(new double[][] {{1}, {1, 1}});
    Cholesky larger = singular.extend(new double[] {0, 0}, 3);
    assertThat(larger.logDeterminant() - singular.logDeterminant())
        .isCloseTo(StrictMath.log(3 + 1e-8), within(1e-12));
  }
}
