package dev.cantilever.numerics.kernel;

import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A kernel that sees only some of the inputs.
 *
 * @param inputs which, by number from 0
 * @param inner what it does with them
 */
public record OnInputs(List<Integer> inputs, Kernel inner) implements Kernel {

  public OnInputs {
    inputs = List.copyOf(inputs);
    if (inputs.isEmpty() || inputs.stream().anyMatch(input -> input < 0)) {
      throw new IllegalArgumentException("inputs must be numbers from 0, not " + inputs);
    }
  }

  /** On the inputs {@code from} … {@code to} − 1. */
  public static OnInputs between(int from, int to, Kernel inner) {
    return new OnInputs(IntStream.range(from, to).boxed().toList(), inner);
  }

  private Points seen(Points x) {
    return x.inCoordinates(inputs);
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    return inner.rows(seen(x), seen(z));
  }

  @Override
  public double[] variances(Points x) {
    return inner.variances(seen(x));
  }

  @Override
  public List<Parameter> parameters() {
    return inner.parameters();
  }

  @Override
  public OnInputs with(double[] values) {
    return new OnInputs(inputs, inner.with(values));
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    inner.gradient(seen(x), own, weights, into, at);
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    double[][] own = inner.inputSlopes(seen(one), seen(z));
    double[][] slopes = new double[one.dimension()][z.size()];
    for (int k = 0; k < own.length; k++) {
      slopes[inputs.get(k)] = own[k];
    }
    return slopes;
  }

  @Override
  public double[] varianceSlopes(Points one) {
    Series own = Series.of(inner.varianceSlopes(seen(one)));
    double[] slopes = new double[one.dimension()];
    for (int k = 0; k < own.size(); k++) {
      slopes[inputs.get(k)] = own.get(k);
    }
    return slopes;
  }
}
