package dev.cantilever.numerics.space;

import java.util.List;

/**
 * The columns of a mixture: fractions between limits, adding up to 1.
 *
 * @param from its first column
 * @param lower least fractions that leave the others room to add up to 1
 * @param upper greatest ones
 */
record Blend(String name, int from, double[] lower, double[] upper) {

  /** Fractions that miss 1 by less in sum are a mixture. */
  static final double SUM_TOLERANCE = 1e-9;

  /** Limits of fractions that miss 1 by less in sum, or each other, are meant to be equal. */
  static final double LIMIT_TOLERANCE = 1e-12;

  private static final int HALVINGS = 200;

  /** A mixture with its limits drawn in to what the limits of the others allow. */
  static Blend of(Axis.Mixture mixture, int from) {
    List<Axis.Component> components = mixture.components();
    double least = components.stream().mapToDouble(Axis.Component::min).sum();
    double most = components.stream().mapToDouble(Axis.Component::max).sum();
    double[] lower = new double[components.size()];
    double[] upper = new double[components.size()];
    for (int i = 0; i < lower.length; i++) {
      Axis.Component one = components.get(i);
      lower[i] = Math.max(one.min(), Math.min(one.max(), 1 - (most - one.max())));
      upper[i] = Math.min(one.max(), Math.max(one.min(), 1 - (least - one.min())));
      if (upper[i] - lower[i] < LIMIT_TOLERANCE) {
        upper[i] = lower[i];
      }
    }
    return new Blend(mixture.name(), from, lower, upper);
  }

  int size() {
    return lower.length;
  }

  double sum(double[] natural) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += natural[from + i];
    }
    return sum;
  }

  /**
   * Fractions uniform on the simplex above the least ones, or below the greatest ones where that
   * simplex is the smaller: the shares of exponential draws. Those beyond the other limits are for
   * the caller to reject.
   *
   * @param draws uniform in [0, 1), one for each component
   */
  void ofUniform(double[] draws, double[] natural) {
    double above = 1;
    double below = -1;
    for (int i = 0; i < size(); i++) {
      above -= lower[i];
      below += upper[i];
    }
    double[] shares = new double[size()];
    double total = 0;
    for (int i = 0; i < size(); i++) {
      shares[i] = -StrictMath.log(1 - draws[from + i]);
      total += shares[i];
    }
    for (int i = 0; i < size(); i++) {
      double share = total > 0 ? shares[i] / total : 1.0 / size();
      natural[from + i] = above <= below ? lower[i] + above * share : upper[i] - below * share;
    }
    complete(natural);
  }

  /** Replaces the fractions by the nearest ones that are within limits and add up to 1. */
  void bringInside(double[] natural) {
    double low = -2;
    double high = 2;
    for (int halving = 0; halving < HALVINGS && low < high; halving++) {
      double middle = low + (high - low) / 2;
      if (middle == low || middle == high) {
        break;
      }
      if (sumAfter(natural, middle) > 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (int i = 0; i < size(); i++) {
      natural[from + i] = Math.clamp(natural[from + i] - high, lower[i], upper[i]);
    }
    complete(natural);
  }

  private double sumAfter(double[] natural, double less) {
    double sum = 0;
    for (int i = 0; i < size(); i++) {
      sum += Math.clamp(natural[from + i] - less, lower[i], upper[i]);
    }
    return sum;
  }

  /** Gives what rounding left over to components that have room for it. */
  void complete(double[] natural) {
    for (int i = 0; i < size(); i++) {
      double left = 1 - sum(natural);
      if (left == 0 || Math.abs(left) > SUM_TOLERANCE) {
        return;
      }
      int roomiest = 0;
      double most = -1;
      for (int k = 0; k < size(); k++) {
        double room = left > 0 ? upper[k] - natural[from + k] : natural[from + k] - lower[k];
        if (room > most) {
          most = room;
          roomiest = k;
        }
      }
      natural[from + roomiest] += Math.copySign(Math.min(Math.abs(left), most), left);
    }
  }
}
