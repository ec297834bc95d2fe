package dev.cantilever.drivers.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an experiment would do: 30 sites along the library, a Raman spectrum and a loop at each, and
 * from both the composition of the phase boundary. It knows positions by the nominal composition
 * only, and the shapes of both phases' lines from the two ends.
 */
class BoundaryTest {

  private static final int SITES = 30;
  private static final double WIDTH = 0.012;

  private final double[] nominal = new double[SITES];
  private final double[] share = new double[SITES];
  private final double[] gain = new double[SITES];

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void isFoundFromThirtyNoisySites(long seed) {
    LibrarySettings settings = LibrarySettings.defaults();
    LibraryTwin twin = LibraryTwin.of(settings, seed, 100 + seed);
    for (int site = 0; site < SITES; site++) {
      double u = (site + 0.5) / SITES * settings.spread().lengthMetres();
      nominal[site] = settings.spread().nominal(u);
      share[site] = rhombohedralShare(twin.raman(u, 3.2e-3, 60, 1e-3), nominal[site]);
      gain[site] = twin.pfm(u, 3.2e-3).amplitudeMetresPerVolt();
    }
    assertThat(boundary()).isCloseTo(0.14, within(0.005));
  }

  /** Least squares of both phases and a straight line, twice: the second without spikes. */
  private static double rhombohedralShare(RamanSpectrum spectrum, double x) {
    int bins = spectrum.counts().length;
    double[][] shapes = new double[4][bins];
    for (int i = 0; i < bins; i++) {
      for (RamanLine line : RamanModes.lines(x, 1, 20)) {
        shapes[0][i] += line.at(spectrum.shiftPerMetre()[i]);
      }
      for (RamanLine line : RamanModes.lines(x, 0, 20)) {
        shapes[1][i] += line.at(spectrum.shiftPerMetre()[i]);
      }
      shapes[2][i] = 1;
      shapes[3][i] = (double) i / bins;
    }
    boolean[] used = new boolean[bins];
    Arrays.fill(used, true);
    double[] weights = leastSquares(shapes, spectrum.counts(), used);
    for (int i = 0; i < bins; i++) {
      double fitted = 0;
      for (int k = 0; k < 4; k++) {
        fitted += weights[k] * shapes[k][i];
      }
      used[i] = Math.abs(spectrum.counts()[i] - fitted) < 6 * Math.sqrt(Math.max(1, fitted));
    }
    weights = leastSquares(shapes, spectrum.counts(), used);
    return weights[0] / (weights[0] + weights[1]);
  }

  private static double[] leastSquares(double[][] shapes, double[] values, boolean[] used) {
    int n = shapes.length;
    double[][] system = new double[n][n + 1];
    for (int bin = 0; bin < values.length; bin++) {
      for (int i = 0; used[bin] && i < n; i++) {
        for (int j = 0; j < n; j++) {
          system[i][j] += shapes[i][bin] * shapes[j][bin];
        }
        system[i][n] += shapes[i][bin] * values[bin];
      }
    }
    for (int pivot = 0; pivot < n; pivot++) {
      for (int i = 0; i < n; i++) {
        double factor = i == pivot ? 0 : system[i][pivot] / system[pivot][pivot];
        for (int j = pivot; j <= n; j++) {
          system[i][j] -= factor * system[pivot][j];
        }
      }
    }
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      solution[i] = system[i][n] / system[i][i];
    }
    return solution;
  }

  /** The boundary of least misfit to shares (error 0.05) and responses (error 5 %, free scale). */
  private double boundary() {
    double best = Double.NaN;
    double least = Double.POSITIVE_INFINITY;
    for (double candidate = 0.10; candidate < 0.18; candidate += 1e-4) {
      double misfit = misfit(candidate);
      if (misfit < least) {
        least = misfit;
        best = candidate;
      }
    }
    return best;
  }

  private double misfit(double candidate) {
    double sum = 0;
    double measured = 0;
    double expected = 0;
    double[] model = new double[SITES];
    for (int site = 0; site < SITES; site++) {
      double x = nominal[site];
      double f = 1 / (1 + Math.exp((x - candidate) / WIDTH));
      sum += (share[site] - f) * (share[site] - f) / (0.05 * 0.05);
      double peak = (x - candidate + 0.005) / WIDTH;
      model[site] = f * (1 + 1.2 * Math.exp(-0.5 * peak * peak));
      measured += gain[site] * model[site];
      expected += model[site] * model[site];
    }
    double scale = measured / expected;
    for (int site = 0; site < SITES; site++) {
      double away = (gain[site] - scale * model[site]) / (0.05 * scale * 2);
      sum += away * away;
    }
    return sum;
  }
}
