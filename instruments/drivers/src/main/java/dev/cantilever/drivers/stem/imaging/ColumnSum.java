package dev.cantilever.drivers.stem.imaging;

import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.sample.Occupied;
import dev.cantilever.drivers.stem.sample.PointBins;
import dev.cantilever.drivers.stem.sample.Region;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Σ weight · probe density over points: the object convolved with the probe, evaluated exactly
 * where the beam stands, so that drift and jitter need no interpolation. Where the probe covers
 * thousands of points they are first gathered on a grid much finer than the probe. Immutable.
 */
public final class ColumnSum {

  /** Points under the probe above which they are gathered, and grid steps in its support then. */
  private static final int MANY = 3000;

  private static final int STEPS = 24;

  private final Probe probe;
  private final PointBins bins;
  private final double[] x;
  private final double[] y;
  private final double[] weight;

  private ColumnSum(Probe probe, double[] x, double[] y, double[] weight, Region region) {
    this.probe = probe;
    bins = new PointBins(x, y, region, probe.supportMetres() / 4);
    this.x = sorted(x);
    this.y = sorted(y);
    this.weight = sorted(weight);
  }

  /**
   * The sum over the places of a region; what adds nothing is left out, what coincides is joined.
   */
  public static ColumnSum of(
      Probe probe, List<Occupied> places, ToDoubleFunction<Occupied> weight, Region region) {
    double[] x = new double[places.size()];
    double[] y = new double[places.size()];
    double[] weights = new double[places.size()];
    int count = 0;
    for (Occupied place : places) {
      double added = weight.applyAsDouble(place);
      double atX = place.site().x();
      double atY = place.site().y();
      if (count > 0 && x[count - 1] == atX && y[count - 1] == atY) {
        weights[count - 1] += added;
      } else if (added != 0) {
        x[count] = atX;
        y[count] = atY;
        weights[count++] = added;
      }
    }
    return of(
        probe,
        Arrays.copyOf(x, count),
        Arrays.copyOf(y, count),
        Arrays.copyOf(weights, count),
        region);
  }

  /**
   * The sum over points of a region.
   *
   * @param weight what each point adds, in m² for a sum that is a pure number
   */
  public static ColumnSum of(Probe probe, double[] x, double[] y, double[] weight, Region region) {
    double support = probe.supportMetres();
    double share = Math.PI * support * support / (region.width() * region.height());
    return x.length * Math.min(1, share) > MANY
        ? gathered(probe, x, y, weight, region)
        : new ColumnSum(probe, x, y, weight, region);
  }

  /** The sum with the beam at a point. */
  public double at(double beamX, double beamY) {
    double reach = probe.supportMetres();
    int left = bins.column(beamX - reach);
    int right = bins.column(beamX + reach);
    int top = bins.row(beamY + reach);
    double sum = 0;
    for (int row = bins.row(beamY - reach); row <= top; row++) {
      int end = bins.end(row, right);
      for (int i = bins.first(row, left); i < end; i++) {
        sum += weight[i] * probe.densityPerSquareMetre(x[i] - beamX, y[i] - beamY);
      }
    }
    return sum;
  }

  /** Each point is shared among the four nearest nodes. */
  private static ColumnSum gathered(
      Probe probe, double[] x, double[] y, double[] weight, Region region) {
    double step = probe.supportMetres() / STEPS;
    int columns = (int) (region.width() / step) + 2;
    int rows = (int) (region.height() / step) + 2;
    double[] nodes = new double[columns * rows];
    for (int i = 0; i < x.length; i++) {
      double u = (x[i] - region.left()) / step;
      double v = (y[i] - region.bottom()) / step;
      int at = ((int) v) * columns + (int) u;
      double right = u - (int) u;
      double up = v - (int) v;
      nodes[at] += weight[i] * (1 - right) * (1 - up);
      nodes[at + 1] += weight[i] * right * (1 - up);
      nodes[at + columns] += weight[i] * (1 - right) * up;
      nodes[at + columns + 1] += weight[i] * right * up;
    }
    double[] nodeX = new double[nodes.length];
    double[] nodeY = new double[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      int column = i % columns;
      int row = i / columns;
      nodeX[i] = region.left() + column * step;
      nodeY[i] = region.bottom() + row * step;
    }
    return new ColumnSum(probe, nodeX, nodeY, nodes, region.widened(step));
  }

  private double[] sorted(double[] values) {
    double[] sorted = new double[values.length];
    Arrays.setAll(sorted, i -> values[bins.point(i)]);
    return sorted;
  }
}
