package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.TipShape;
import dev.cantilever.drivers.afm.sample.Sample;
import java.util.Arrays;

/**
 * The surface that a tip of finite size follows along a straight way: grey-scale dilation, the
 * greatest h(x + u) − t(u) over all u of the plane within reach (Villarrubia, J. Res. Natl. Inst.
 * Stand. Technol. 102 (1997) 425, doi:10.6028/jres.102.030), on a square grid along the way.
 */
final class Dilation {

  private final Sample sample;
  private final TipShape shape;
  private final double relief;
  private final double spacing;
  private final int reach;
  private final double[] kernel;

  Dilation(Sample sample, TipShape shape, double spacingMetres) {
    this.sample = sample;
    this.shape = shape;
    spacing = spacingMetres;
    relief = sample.reliefMetres();
    reach = (int) (shape.reachMetres(relief) / spacingMetres);
    kernel = new double[(reach + 1) * (reach + 1)];
    for (int across = 0; across <= reach; across++) {
      for (int along = 0; along <= reach; along++) {
        double distance = spacing * Math.sqrt((double) across * across + (double) along * along);
        kernel[across * (reach + 1) + along] = shape.heightMetres(distance);
      }
    }
  }

  /**
   * The followed height at points spaced as this grid from the start of a way.
   *
   * @param count of points, at least 1
   */
  double[] along(Path way, int count) {
    double length = way.length();
    double stepX = length == 0 ? spacing : (way.toX() - way.fromX()) / length * spacing;
    double stepY = length == 0 ? 0 : (way.toY() - way.fromY()) / length * spacing;
    double[] highest = new double[count];
    Arrays.fill(highest, Double.NEGATIVE_INFINITY);
    double[] row = new double[count + 2 * reach];
    for (int across = -reach; across <= reach; across++) {
      double x = way.fromX() - across * stepY - reach * stepX;
      double y = way.fromY() + across * stepX - reach * stepY;
      for (int i = 0; i < row.length; i++) {
        row[i] = sample.heightMetres(x + i * stepX, y + i * stepY);
      }
      raise(highest, row, Math.abs(across));
    }
    return highest;
  }

  /** The followed height at one point. */
  double at(double x, double y) {
    return along(new Path(x, y, x, y), 1)[0];
  }

  TipShape shape() {
    return shape;
  }

  private void raise(double[] highest, double[] row, int across) {
    for (int along = -reach; along <= reach; along++) {
      double lower = kernel[across * (reach + 1) + Math.abs(along)];
      if (lower > relief) {
        continue;
      }
      int shift = along + reach;
      for (int i = 0; i < highest.length; i++) {
        double height = row[i + shift] - lower;
        highest[i] = height > highest[i] ? height : highest[i];
      }
    }
  }
}
