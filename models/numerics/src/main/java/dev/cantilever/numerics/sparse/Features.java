package dev.cantilever.numerics.sparse;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Points;
import java.util.Arrays;

/**
 * Points as the inducing points see them: {@code a = L⁻¹ k_u} and {@code w = L_B⁻¹ a}, one column a
 * point.
 *
 * @param points N of them
 * @param prior N prior variances
 * @param a m × N
 * @param w m × N
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, never changed
record Features(Points points, double[] prior, double[][] a, double[][] w) {

  /** Of no points. */
  static Features none(InducedProcess process) {
    double[][] nothing = new double[process.u().size()][0];
    return new Features(process.u().select(), new double[0], nothing, nothing);
  }

  int size() {
    return prior.length;
  }

  /** {@code Aᵀ factors}. */
  double[] combination(double[] factors) {
    double[] sum = new double[size()];
    for (int j = 0; j < a.length; j++) {
      RowSums.addRow(sum, factors[j], a[j]);
    }
    return sum;
  }

  /** Of the process, one by one: what U leaves of the prior, and what is not known of U. */
  double[] variances() {
    double[] variances = prior.clone();
    for (double[] row : a) {
      RowSums.addSquares(variances, -1, row);
    }
    for (int c = 0; c < variances.length; c++) {
      variances[c] = Math.max(0, variances[c]);
    }
    for (double[] row : w) {
      RowSums.addSquares(variances, 1, row);
    }
    return variances;
  }

  /** Covariances of the process between these points and others: N × N'. */
  double[][] covariance(Kernel kernel, Features others) {
    if (size() == 0 || others.size() == 0) {
      return new double[size()][others.size()];
    }
    double[][] covariance = kernel.covariance(points, others.points);
    double[][] columns = RowSums.transposed(w);
    RowSums.add(covariance, columns, others.w);
    double[][] explained = RowSums.transposed(a);
    for (double[] column : explained) {
      Arrays.setAll(column, j -> -column[j]);
    }
    RowSums.add(covariance, explained, others.a);
    return covariance;
  }

  /** These and one more. */
  Features plus(Features one) {
    double[] longer = Arrays.copyOf(prior, size() + 1);
    longer[size()] = one.prior[0];
    return new Features(points.plus(one.points), longer, joined(a, one.a), joined(w, one.w));
  }

  private static double[][] joined(double[][] rows, double[][] one) {
    double[][] longer = new double[rows.length][];
    for (int j = 0; j < rows.length; j++) {
      longer[j] = Arrays.copyOf(rows[j], rows[j].length + 1);
      longer[j][rows[j].length] = one[j][0];
    }
    return longer;
  }
}
