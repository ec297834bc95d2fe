package dev.cantilever.numerics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.random.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Expected values: an independent numpy 2.4 implementation of the formulas of Vehtari et al. 2021,
 * with autocovariances by Fourier transform, over the same autoregressive sequences.
 */
class DiagnosticsTest {

  /**
   * {@code x_t = φ x_(t−1) + e_t}, e from a linear congruence that any language repeats exactly.
   */
  private static double[] autoregressive(long seed, int n, double phi, double shift) {
    double[] values = new double[n];
    long state = seed;
    double x = 0;
    for (int i = 0; i < n; i++) {
      state = (state * 1103515245L + 12345L) % (1L << 31);
      x = phi * x + (state / 2147483648.0 - 0.5);
      values[i] = x + shift;
    }
    return values;
  }

  private static void assertDiagnostics(double rHat, double size, double[]... chains) {
    assertThat(Diagnostics.splitRHat(chains)).isCloseTo(rHat, within(1e-12));
    assertThat(Diagnostics.effectiveSize(chains)).isCloseTo(size, within(1e-9));
  }

  @Test
  void diagnosticsAreThoseOfAnIndependentImplementation() {
    assertDiagnostics(1.016858037501292, 20.5760380803567, autoregressive(1, 40, 0, 0));
    assertDiagnostics(0.9992037507114105, 26.191866268312857, autoregressive(2, 200, 0.9, 0));
    assertDiagnostics(0.9907295552918022, 65.66787517873607, autoregressive(3, 101, 0.25, 0));
    assertDiagnostics(0.9975682609808666, 953.6610413483252, autoregressive(11, 400, -0.3, 0));
    assertDiagnostics(0.9900115624622317, 200.0, autoregressive(3, 101, -0.8, 0));
    assertDiagnostics(
        1.442816633774853,
        4.890134009112135,
        autoregressive(4, 60, 0.5, 0),
        autoregressive(5, 60, 0.5, 0.4));
    assertDiagnostics(1.5000870328299962, 2.8902827139760308, autoregressive(9, 20, 0.7, 0));
  }

  @Test
  void chainsThatDisagreeOrDriftHaveALargeRHat() {
    double[] one = autoregressive(4, 100, 0, 0);
    double[] shifted = autoregressive(5, 100, 0, 2);
    double[] drifting = new double[100];
    for (int i = 0; i < 100; i++) {
      drifting[i] = one[i] + 0.02 * i;
    }
    assertThat(Diagnostics.splitRHat(one, shifted)).isGreaterThan(2);
    assertThat(Diagnostics.splitRHat(drifting)).isGreaterThan(1.5);
  }

  @Test
  void aChainThatNeverMovesHasNotConvergedAndIsWorthOneDraw() {
    assertThat(Diagnostics.splitRHat(new double[20])).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Diagnostics.effectiveSize(new double[20])).isEqualTo(1);
  }

  @Test
  void chainsTooShortOrUnequalAreRefused() {
    assertThatThrownBy(() -> Diagnostics.splitRHat(new double[7]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 8 draws, not of [7]");
    assertThatThrownBy(() -> Diagnostics.effectiveSize(new double[20], new double[21]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(Diagnostics::splitRHat).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void effectiveSizePredictsHowFarMeansScatter() {
    double squares = 0;
    double predicted = 0;
    for (int seed = 0; seed < 150; seed++) {
      RandomStream stream = RandomStream.of(seed, "scatter");
      double[] x = new double[300];
      double before = stream.nextNormal() / Math.sqrt(1 - 0.49);
      for (int i = 0; i < x.length; i++) {
        before = 0.7 * before + stream.nextNormal();
        x[i] = before;
      }
      Summary summary = Summary.of(x);
      squares += summary.mean() * summary.mean() / 150;
      predicted += summary.standardError() * summary.standardError() / 150;
    }
    // a variance from 150 means is known to an eighth
    assertThat(squares / predicted).isBetween(0.7, 1.4);
  }

  @Test
  void summariesTellQuantilesOfAllChainsTogether() {
    double[][] lower = new double[50][];
    double[][] upper = new double[50][];
    for (int i = 0; i < 50; i++) {
      lower[i] = new double[] {i};
      upper[i] = new double[] {i + 51};
    }
    Chain.Report report = new Chain.Report(1, 2, 0.8, 0.5, 7);
    Draws draws =
        new Draws(
            List.of(
                new Chain(lower, new double[50], report),
                new Chain(upper, new double[50], report)));
    Summary summary = draws.summary(0, value -> 2 * value);
    assertThat(summary.mean()).isCloseTo(100, within(1e-12));
    assertThat(summary.median()).isCloseTo(100, within(1e-12));
    assertThat(summary.lower()).isCloseTo(2 * 4.95, within(1e-12));
    assertThat(summary.upper()).isCloseTo(2 * 95.05, within(1e-12));
    assertThat(draws.theta(50)).containsExactly(51);
    assertThat(draws.divergences()).isEqualTo(2);
    assertThat(draws.gradients()).isEqualTo(14);
    assertThat(draws.meanAcceptance()).isEqualTo(0.8);
  }
}
