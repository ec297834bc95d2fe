package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A kernel and what is believed of its parameters; a priori they are independent.
 *
 * @param template the structure; its values do not matter
 * @param priors one for each role that the template has, for scaled inputs and standardised
 *     observations
 */
public record KernelPriors(Kernel template, Map<Role, Prior> priors) {

  public KernelPriors {
    Map<Role, Prior> kept = new EnumMap<>(Role.class);
    kept.putAll(priors);
    priors = Collections.unmodifiableMap(kept);
    for (Parameter parameter : template.parameters()) {
      Prior prior = kept.get(parameter.role());
      if (prior == null) {
        throw new IllegalArgumentException(
            "nothing is believed of the kernel's %s; give a prior for %s"
                .formatted(parameter.name(), parameter.role()));
      }
      unknown("", parameter, prior); // refuses priors that do not suit the role
    }
  }

  /**
   * LogNormal(0, 1) for every positive parameter, as is usual with fully Bayesian processes in
   * microscopy; Normal(0, 1) for the weights of tasks, Normal(1, 1) for the ratio of fidelities.
   */
  public static KernelPriors usual(Kernel template) {
    Map<Role, Prior> priors = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      priors.put(role, role.isPositive() ? new Prior.LogNormal(0, 1) : new Prior.Normal(0, 1));
    }
    priors.put(Role.FIDELITY_RATIO, new Prior.Normal(1, 1));
    return new KernelPriors(template, priors);
  }

  /** The same with something else believed of one role. */
  public KernelPriors with(Role role, Prior prior) {
    Map<Role, Prior> changed = new EnumMap<>(Role.class);
    changed.putAll(priors);
    changed.put(role, prior);
    return new KernelPriors(template, changed);
  }

  /** The kernel's parameters in its order, their names behind {@code prefix}. */
  List<Unknown> unknowns(String prefix) {
    List<Unknown> all = new ArrayList<>();
    for (Parameter parameter : template.parameters()) {
      all.add(unknown(prefix, parameter, priors.get(parameter.role())));
    }
    return all;
  }

  private static Unknown unknown(String prefix, Parameter parameter, Prior prior) {
    String name = prefix + parameter.name();
    return parameter.role().isPositive()
        ? Unknown.positive(name, prior)
        : Unknown.signed(name, prior);
  }

  Kernel kernel(double[] values) {
    return template.with(values);
  }

  /**
   * Derivatives with respect to the values, from those with respect to the coordinates in which a
   * kernel is fitted: logarithms of what is positive.
   */
  double[] slopes(Series fitted, double[] values) {
    double[] slopes = fitted.toArray();
    List<Parameter> parameters = template.parameters();
    for (int p = 0; p < slopes.length; p++) {
      slopes[p] /= parameters.get(p).role().isPositive() ? values[p] : 1;
    }
    return slopes;
  }
}
