package dev.cantilever.tools.library;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.linalg.NotPositiveDefinite;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Fit;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fractions of elements at every place between those of a table: one Gaussian process for each
 * element. All have the kernel and the noise that fit the element that varies most, so that they
 * weigh the lines of the table alike and their fractions add up to what those of the lines add up
 * to. Equal tables give equal bits.
 */
final class CompositionMap {

  private static final double[] HALF = {0.5, 0.5};

  private final CompositionTable table;
  private final Outline outline;
  private final List<GaussianProcess> processes = new ArrayList<>();
  private final List<Standardisation> scales = new ArrayList<>();
  private final double inferredNoise;
  private final double statedError;

  /**
   * Fits.
   *
   * @throws IllegalArgumentException where the places lie on one line
   * @throws NotPositiveDefinite where nothing fits the table
   */
  CompositionMap(CompositionTable table) {
    this.table = table;
    outline = Outline.around(table.x().toArray(), table.y().toArray());
    table.fractions().forEach(column -> scales.add(Standardisation.of(column.toArray())));
    int leading = 0;
    for (int e = 1; e < scales.size(); e++) {
      leading = scales.get(e).deviation() > scales.get(leading).deviation() ? e : leading;
    }
    double unit = scales.get(leading).deviation();
    Points places = scaled(table.x().toArray(), table.y().toArray());
    Optional<Series> stated =
        table.errors().map(column -> Series.of(variances(column.toArray(), unit)));
    FitSettings settings =
        FitSettings.sparing(new Stationary(KernelFamily.RBF, 1, Series.of(HALF)), 2);
    GaussianProcess fitted =
        Fit.of(
                settings,
                new Observations(places, Series.of(standardised(leading)), stated),
                Optional.of(settings.start()),
                0,
                RandomStream.of(0, "composition map"))
            .process();
    double[] noise = fitted.noiseVariance();
    for (int e = 0; e < scales.size(); e++) {
      processes.add(GaussianProcess.given(fitted.kernel(), 0, places, standardised(e), noise));
    }
    inferredNoise = stated.isPresent() ? 0 : noise[0];
    statedError = table.errors().map(column -> rootMeanSquare(column.toArray())).orElse(0.0);
  }

  private static double[] variances(double[] errors, double unit) {
    return Arrays.stream(errors).map(error -> error / unit * (error / unit)).toArray();
  }

  private static double rootMeanSquare(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum() / values.length);
  }

  private double[] standardised(int element) {
    return scales.get(element).apply(table.fractions().get(element).toArray());
  }

  List<String> elements() {
    return table.elements();
  }

  /** Where the table says anything. */
  Outline outline() {
    return outline;
  }

  /** What is predicted at one place inside the outline. */
  List<Fraction> at(SurfacePoint place) {
    Points point = scaled(new double[] {place.x().metres()}, new double[] {place.y().metres()});
    List<Fraction> fractions = new ArrayList<>();
    for (int e = 0; e < processes.size(); e++) {
      Moments moments = processes.get(e).at(point);
      double variance = Math.max(0, moments.variance().get(0)) + inferredNoise;
      double error = Math.hypot(scales.get(e).deviation(Math.sqrt(variance)), statedError);
      double fraction = scales.get(e).mean(moments.mean().get(0));
      fractions.add(new Fraction(elements().get(e), fraction, error));
    }
    return fractions;
  }

  /** Predicted fractions of one element at many places. */
  double[] of(int element, double[] x, double[] y) {
    double[] mean = processes.get(element).at(scaled(x, y)).mean().toArray();
    Arrays.setAll(mean, i -> scales.get(element).mean(mean[i]));
    return mean;
  }

  /** Both coordinates from 0 to 1 over the outline. */
  private Points scaled(double[] x, double[] y) {
    double[][] rows = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      rows[i] =
          new double[] {
            (x[i] - outline.left()) / outline.width(), (y[i] - outline.lower()) / outline.height()
          };
    }
    return Points.of(rows);
  }
}
