package dev.cantilever.numerics.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code Π_q k_q(x, z)}: alike only where every factor says so.
 *
 * @param factors at least one
 */
public record ProductKernel(List<Kernel> factors) implements Kernel {

  public ProductKernel {
    factors = List.copyOf(factors);
    if (factors.isEmpty()) {
      throw new IllegalArgumentException("a product of kernels needs at least one factor");
    }
  }

  public static ProductKernel of(Kernel... factors) {
    return new ProductKernel(List.of(factors));
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    List<CovarianceRows> each = factors.stream().map(factor -> factor.rows(x, z)).toList();
    double[] one = new double[z.size()];
    return (i, count, into) -> {
      Arrays.fill(into, 0, count, 1);
      for (CovarianceRows rows : each) {
        rows.row(i, count, one);
        for (int j = 0; j < count; j++) {
          into[j] *= one[j];
        }
      }
    };
  }

  @Override
  public double[] variances(Points x) {
    double[] product = new double[x.size()];
    Arrays.fill(product, 1);
    for (Kernel factor : factors) {
      multiply(product, factor.variances(x));
    }
    return product;
  }

  @Override
  public List<Parameter> parameters() {
    return Parts.parameters("factor", factors);
  }

  @Override
  public ProductKernel with(double[] values) {
    return new ProductKernel(Parts.with(factors, values));
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    List<double[][]> each = new ArrayList<>();
    factors.forEach(factor -> each.add(factor.lower(x)));
    int from = at;
    for (int q = 0; q < factors.size(); q++) {
      double[][] others = new double[weights.length][];
      for (int i = 0; i < weights.length; i++) {
        others[i] = weights[i].clone();
        for (int p = 0; p < factors.size(); p++) {
          if (p != q) {
            multiply(others[i], each.get(p)[i]);
          }
        }
      }
      factors.get(q).gradient(x, each.get(q), others, into, from);
      from += factors.get(q).parameters().size();
    }
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    double[][] sum = new double[one.dimension()][z.size()];
    for (int q = 0; q < factors.size(); q++) {
      double[] others = new double[z.size()];
      Arrays.fill(others, 1);
      for (int p = 0; p < factors.size(); p++) {
        if (p != q) {
          multiply(others, factors.get(p).covariance(one, z)[0]);
        }
      }
      double[][] own = factors.get(q).inputSlopes(one, z);
      for (int k = 0; k < sum.length; k++) {
        for (int j = 0; j < others.length; j++) {
          sum[k][j] += own[k][j] * others[j];
        }
      }
    }
    return sum;
  }

  @Override
  public double[] varianceSlopes(Points one) {
    double[] sum = new double[one.dimension()];
    for (int q = 0; q < factors.size(); q++) {
      double others = 1;
      for (int p = 0; p < factors.size(); p++) {
        others *= p == q ? 1 : factors.get(p).variances(one)[0];
      }
      double[] own = factors.get(q).varianceSlopes(one);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += own[k] * others;
      }
    }
    return sum;
  }

  private static void multiply(double[] into, double[] by) {
    for (int j = 0; j < into.length; j++) {
      into[j] *= by[j];
    }
  }
}
