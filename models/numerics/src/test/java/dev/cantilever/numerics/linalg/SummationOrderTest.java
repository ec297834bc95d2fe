package dev.cantilever.numerics.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.random.RandomStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Equal bits, however the work is cut. */
class SummationOrderTest {

  static IntStream sizes() {
    return Arrays.stream(Matrices.SIZES);
  }

  /** A unit right-hand side brings out a column of L⁻¹, and with it every value of L. */
  @ParameterizedTest
  @MethodSource("sizes")
  void factoringInBlocksIsFactoringValueByValue(int n) {
    double[][] a = Matrices.covariance(n);
    double[][] plain = Matrices.plainFactor(a);
    Cholesky blocked = Cholesky.factor(a);
    double[] b = Matrices.values(RandomStream.of(3, "b"), n);
    double[] expected = b.clone();
    Matrices.plainForward(plain, expected);
    Matrices.assertEqualBits(blocked.forward(b), expected);
    double logDeterminant = 0;
    for (int i = 0; i < n; i++) {
      logDeterminant += StrictMath.log(plain[i][i]);
    }
    assertThat(blocked.logDeterminant()).isEqualTo(2 * logDeterminant);
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void invertingInBlocksIsInvertingValueByValue(int n) {
    double[][] a = Matrices.covariance(n);
    double[][] plain = Matrices.plainInverse(Matrices.plainFactor(a));
    double[][] blocked = Cholesky.factor(a).inverseRows();
    for (int i = 0; i < n; i++) {
      Matrices.assertEqualBits(Arrays.copyOf(blocked[i], i + 1), plain[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 262, 512, 513, 1000})
  void aRightHandSideAmongOthersIsSolvedAsAlone(int columns) {
    int n = 130;
    Cholesky factor = Cholesky.factor(Matrices.covariance(n));
    double[][] b = Matrices.rightHandSides(n, columns);
    double[][] x = Arrays.stream(b).map(double[]::clone).toArray(double[][]::new);
    factor.forward(x);
    for (int c = 0; c < columns; c++) {
      Matrices.assertEqualBits(Matrices.column(x, c), factor.forward(Matrices.column(b, c)));
    }
  }

  @Test
  void extendingRowByRowIsFactoringAtOnce() {
    int n = 75;
    double[][] a = Matrices.covariance(n);
    Cholesky grown = Cholesky.factor(Arrays.copyOf(a, 1));
    for (int i = 1; i < n; i++) {
      grown = grown.extend(Arrays.copyOf(a[i], i), a[i][i]);
    }
    double[] b = Matrices.values(RandomStream.of(4, "b"), n);
    Matrices.assertEqualBits(grown.solve(b), Cholesky.factor(a).solve(b));
  }

  /**
   * The same on every machine. Recorded on x86-64 under JDK 25; the interpreter, the client
   * compiler and a processor without AVX gave the same.
   */
  @Test
  void theBitsAreTheRecordedOnes() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Cholesky factor = Cholesky.factor(Matrices.covariance(200));
    update(digest, factor.solve(Matrices.values(RandomStream.of(5, "b"), 200)));
    update(digest, factor.inverse());
    double[] x = Matrices.values(RandomStream.of(6, "x"), 500);
    for (int i = 0; i < x.length; i++) {
      x[i] = 1500 * (x[i] - 0.5);
    }
    Exponential.replace(x, x.length);
    update(digest, x);
    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("fdbf7503565ce5552911075e6056638f17d580f1834a0cb27211b9dda1e4dc2e");
  }

  private static void update(MessageDigest digest, double[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
    bytes.asDoubleBuffer().put(values);
    digest.update(bytes);
  }
}
