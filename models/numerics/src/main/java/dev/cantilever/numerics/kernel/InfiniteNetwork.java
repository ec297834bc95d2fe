package dev.cantilever.numerics.kernel;

import java.util.List;

/**
 * A network of infinite width with random weights: {@code b + w x·z/d} sent through {@code depth}
 * layers of its activation (erf: Williams, Neural Comput. 10 (1998) 1203; relu: Cho and Saul, NIPS
 * 2009; recursion: Lee et al., ICLR 2018, arXiv:1711.00165).
 *
 * @param activation of every layer
 * @param depth number of layers, 1 to 10; part of the structure and never fitted
 * @param weightVariance w, above 0
 * @param biasVariance b, above 0
 */
public record InfiniteNetwork(
    Activation activation, int depth, double weightVariance, double biasVariance)
    implements Kernel {

  /** Parameters and inputs that a covariance hangs on: b, w, x·z/d and x·x/d. */
  private static final int TANGENTS = 4;

  public InfiniteNetwork {
    Coordinates.requirePositive("the weight variance", weightVariance);
    Coordinates.requirePositive("the bias variance", biasVariance);
    if (depth < 1 || depth > 10) {
      throw new IllegalArgumentException("the depth must be 1 to 10, not " + depth);
    }
  }

  private double first(double dot, int dimension) {
    return biasVariance + weightVariance * dot / dimension;
  }

  /** Variances of every point before each layer: depth rows of n. */
  private double[][] levels(Points x) {
    double[][] levels = new double[depth][x.size()];
    for (int i = 0; i < x.size(); i++) {
      levels[0][i] = first(Coordinates.dot(x, i, x, i), x.dimension());
      for (int layer = 1; layer < depth; layer++) {
        double k = levels[layer - 1][i];
        levels[layer][i] = biasVariance + weightVariance * activation.at(k, k, k).value();
      }
    }
    return levels;
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    Coordinates.requireDimension(x, z.dimension());
    double[][] a = levels(x);
    double[][] b = levels(z);
    return (i, count, into) -> {
      for (int j = 0; j < count; j++) {
        double k = first(Coordinates.dot(x, i, z, j), x.dimension());
        for (int layer = 0; layer < depth; layer++) {
          k = biasVariance + weightVariance * activation.at(k, a[layer][i], b[layer][j]).value();
        }
        into[j] = k;
      }
    };
  }

  @Override
  public double[] variances(Points x) {
    double[] own = new double[x.size()];
    double[] row = new double[x.size()];
    CovarianceRows rows = rows(x, x);
    for (int i = 0; i < own.length; i++) {
      rows.row(i, i + 1, row);
      own[i] = row[i];
    }
    return own;
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(
        new Parameter("weight variance", Role.WEIGHT_VARIANCE, weightVariance),
        new Parameter("bias variance", Role.BIAS_VARIANCE, biasVariance));
  }

  @Override
  public InfiniteNetwork with(double[] values) {
    return new InfiniteNetwork(activation, depth, values[0], values[1]);
  }

  /**
   * Derivatives of one covariance with respect to b, w, {@code x·z/d} and {@code x·x/d}.
   *
   * @param same whether z is x itself, so that its variance moves with it
   */
  private double[] tangents(Points x, int i, Points z, int j, boolean same) {
    double d = x.dimension();
    double[] k = {
      first(Coordinates.dot(x, i, z, j), x.dimension()),
      first(Coordinates.dot(x, i, x, i), x.dimension()),
      first(Coordinates.dot(z, j, z, j), x.dimension())
    };
    double w = weightVariance;
    double[][] slope = {
      {1, (k[0] - biasVariance) / w, w, 0},
      {1, (k[1] - biasVariance) / w, 0, w},
      {1, (k[2] - biasVariance) / w, 0, same ? w : 0}
    };
    if (same) {
      slope[0] = slope[1].clone();
    }
    for (int layer = 0; layer < depth; layer++) {
      Activation.Response own = activation.at(k[0], k[1], k[2]);
      double[] next = next(own, slope[0], slope[1], slope[2]);
      Activation.Response left = activation.at(k[1], k[1], k[1]);
      double[] nextLeft = next(left, slope[1], slope[1], slope[1]);
      Activation.Response right = activation.at(k[2], k[2], k[2]);
      slope[2] = next(right, slope[2], slope[2], slope[2]);
      slope[0] = next;
      slope[1] = nextLeft;
      k[0] = biasVariance + w * own.value();
      k[1] = biasVariance + w * left.value();
      k[2] = biasVariance + w * right.value();
    }
    slope[0][2] /= d;
    slope[0][3] /= d;
    return slope[0];
  }

  private double[] next(Activation.Response at, double[] both, double[] left, double[] right) {
    double[] slope = new double[TANGENTS];
    for (int t = 0; t < TANGENTS; t++) {
      slope[t] =
          weightVariance
              * (at.slopeBoth() * both[t] + at.slopeLeft() * left[t] + at.slopeRight() * right[t]);
    }
    slope[0] += 1;
    slope[1] += at.value();
    return slope;
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    double weight = 0;
    double bias = 0;
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j <= i; j++) {
        double[] tangents = tangents(x, i, x, j, i == j);
        bias += weights[i][j] * tangents[0];
        weight += weights[i][j] * tangents[1];
      }
    }
    into[at] += weight * weightVariance;
    into[at + 1] += bias * biasVariance;
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    double[][] slopes = new double[one.dimension()][z.size()];
    for (int j = 0; j < z.size(); j++) {
      double[] tangents = tangents(one, 0, z, j, false);
      for (int k = 0; k < slopes.length; k++) {
        slopes[k][j] = tangents[2] * z.get(j, k) + 2 * tangents[3] * one.get(0, k);
      }
    }
    return slopes;
  }

  @Override
  public double[] varianceSlopes(Points one) {
    double[] tangents = tangents(one, 0, one, 0, true);
    double[] slopes = new double[one.dimension()];
    for (int k = 0; k < slopes.length; k++) {
      slopes[k] = 2 * tangents[3] * one.get(0, k);
    }
    return slopes;
  }
}
