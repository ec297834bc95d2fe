package dev.cantilever.numerics.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * {@code Σ_q k_q(x, z)}: independent functions added up.
 *
 * @param terms at least one
 */
public record SumKernel(List<Kernel> terms) implements Kernel {

  public SumKernel {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a sum of kernels needs at least one term");
    }
  }

  public static SumKernel of(Kernel... terms) {
    return new SumKernel(List.of(terms));
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    List<CovarianceRows> each = terms.stream().map(term -> term.rows(x, z)).toList();
    double[] one = new double[z.size()];
    return (i, count, into) -> {
      Arrays.fill(into, 0, count, 0);
      for (CovarianceRows rows : each) {
        rows.row(i, count, one);
        for (int j = 0; j < count; j++) {
          into[j] += one[j];
        }
      }
    };
  }

  @Override
  public double[] variances(Points x) {
    double[] sum = new double[x.size()];
    for (Kernel term : terms) {
      double[] own = term.variances(x);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += own[i];
      }
    }
    return sum;
  }

  @Override
  public List<Parameter> parameters() {
    return Parts.parameters("term", terms);
  }

  @Override
  public SumKernel with(double[] values) {
    return new SumKernel(Parts.with(terms, values));
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    int from = at;
    for (Kernel term : terms) {
      term.gradient(x, term.lower(x), weights, into, from);
      from += term.parameters().size();
    }
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    double[][] sum = new double[one.dimension()][z.size()];
    for (Kernel term : terms) {
      double[][] own = term.inputSlopes(one, z);
      for (int k = 0; k < sum.length; k++) {
        for (int j = 0; j < sum[k].length; j++) {
          sum[k][j] += own[k][j];
        }
      }
    }
    return sum;
  }

  @Override
  public double[] varianceSlopes(Points one) {
    double[] sum = new double[one.dimension()];
    for (Kernel term : terms) {
      double[] own = term.varianceSlopes(one);
      for (int k = 0; k < sum.length; k++) {
        sum[k] += own[k];
      }
    }
    return sum;
  }
}
