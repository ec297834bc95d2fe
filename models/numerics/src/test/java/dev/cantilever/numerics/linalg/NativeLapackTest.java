package dev.cantilever.numerics.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Where this system has a LAPACK; elsewhere only that its absence is said. */
@Isolated
class NativeLapackTest {

  private static final String NOT_THERE =
      "native LAPACK: not tested, this system has no liblapack (Debian: libopenblas0)";

  private static final int N = 420;

  @AfterEach
  void leave() {
    NativeLapack.leave();
  }

  private static boolean isThere() {
    try {
      NativeLapack.use(() -> "a library");
      return true;
    } catch (IllegalStateException missing) {
      System.out.println(NOT_THERE);
      return false;
    }
  }

  /** Rows of a covariance over a line, with a noise on its diagonal. */
  private static double[][] covariance(double noise) {
    double[][] lower = new double[N][];
    for (int i = 0; i < N; i++) {
      lower[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double distance = (i - j) / 20.0;
        lower[i][j] = StrictMath.exp(-0.5 * distance * distance) + (i == j ? noise : 0);
      }
    }
    return lower;
  }

  @Test
  void nothingIsNativeUnlessAskedFor() {
    assertThat(NativeLapack.library()).isEmpty();
    assertThat(NativeLapack.of(1_000_000)).isEmpty();
  }

  @Test
  void withoutALibraryItSaysSoAndNothingChanges() {
    boolean there = isThere();
    if (there) {
      System.out.println("native LAPACK: a system without one is not tested, this one has it");
    }
    assumeTrue(!there);
    assertThatThrownBy(() -> NativeLapack.use(() -> "none"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("no LAPACK can be loaded");
    assertThat(NativeLapack.library()).isEmpty();
  }

  @Test
  void agreesWithJavaUpToRounding() {
    double[][] lower = covariance(0.01);
    Cholesky ours = Cholesky.factor(lower);
    double[][] ourInverse = ours.inverseRows();
    assumeTrue(isThere(), NOT_THERE);
    assertThat(NativeLapack.library()).contains("a library");
    Cholesky theirs = Cholesky.factor(lower);
    double[][] inverse = theirs.inverseRows();
    double[] right = new double[N];
    right[7] = 1;
    assertThat(theirs.logDeterminant()).isCloseTo(ours.logDeterminant(), within(1e-10));
    assertThat(theirs.solve(right)).containsExactly(ours.solve(right), within(1e-8));
    for (int i = 0; i < N; i++) {
      for (int j = 0; j <= i; j++) {
        assertThat(inverse[i][j]).isCloseTo(ourInverse[i][j], within(1e-8));
      }
    }
  }

  @Test
  void climbsTheSameLadderOfJitters() {
    double[][] singular = covariance(-1e-9);
    double jitter = Cholesky.factor(singular).jitter();
    assertThat(jitter).isPositive();
    assumeTrue(isThere(), NOT_THERE);
    assertThat(Cholesky.factor(singular).jitter()).isEqualTo(jitter);
    double[][] undefined = covariance(0.01);
    undefined[140][3] = Double.NaN;
    assertThatThrownBy(() -> Cholesky.factor(undefined)).isInstanceOf(NotPositiveDefinite.class);
  }

  @Test
  void smallMatricesStayInJava() {
    assumeTrue(isThere(), NOT_THERE);
    assertThat(NativeLapack.of(399)).isEmpty();
    assertThat(NativeLapack.of(400)).isPresent();
  }
}
