package dev.cantilever.numerics.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A kernel some of whose parameters are not to be fitted; a product needs only one output scale.
 *
 * @param roles which keep their values
 * @param inner the whole kernel
 */
public record Held(Set<Role> roles, Kernel inner) implements Kernel {

  public Held {
    roles = Set.copyOf(roles);
  }

  @Override
  public CovarianceRows rows(Points x, Points z) {
    return inner.rows(x, z);
  }

  @Override
  public double[] variances(Points x) {
    return inner.variances(x);
  }

  @Override
  public List<Parameter> parameters() {
    return inner.parameters().stream().filter(own -> !roles.contains(own.role())).toList();
  }

  @Override
  public Held with(double[] values) {
    List<Parameter> all = inner.parameters();
    double[] whole = new double[all.size()];
    int next = 0;
    for (int p = 0; p < whole.length; p++) {
      whole[p] = roles.contains(all.get(p).role()) ? all.get(p).value() : values[next++];
    }
    return new Held(roles, inner.with(whole));
  }

  @Override
  public void gradient(Points x, double[][] own, double[][] weights, double[] into, int at) {
    List<Parameter> all = new ArrayList<>(inner.parameters());
    double[] whole = new double[all.size()];
    inner.gradient(x, own, weights, whole, 0);
    int next = at;
    for (int p = 0; p < whole.length; p++) {
      if (!roles.contains(all.get(p).role())) {
        into[next++] += whole[p];
      }
    }
  }

  @Override
  public double[][] inputSlopes(Points one, Points z) {
    return inner.inputSlopes(one, z);
  }

  @Override
  public double[] varianceSlopes(Points one) {
    return inner.varianceSlopes(one);
  }
}
