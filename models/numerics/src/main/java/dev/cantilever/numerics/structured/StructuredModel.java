package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.formula.Formula;
import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.prior.Support;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * {@code y = m(x; p) + f(x) + e}, {@code f ~ GP(0, k)}, {@code e ~ N(0, v)}, and what is believed
 * of p, k and v before the data.
 *
 * @param mean m with the priors of p, in physical numbers
 * @param template the kernel k of the numbers of the core; its values do not matter, except those
 *     that it holds
 * @param kernel priors of the kernel's parameters by their role
 * @param noise prior of v, a variance in the square of the core's unit
 */
public record StructuredModel(
    MeanFunction mean, Kernel template, Map<Role, Prior> kernel, Prior noise) {

  public StructuredModel {
    kernel = new EnumMap<>(kernel);
    for (Parameter parameter : template.parameters()) {
      Prior prior = kernel.get(parameter.role());
      if (prior == null) {
        throw new IllegalArgumentException(
            "no prior is given for the kernel's %s; add one for %s"
                .formatted(parameter.name(), parameter.role()));
      }
      if (parameter.role().isPositive()) {
        requirePositive("the kernel's " + parameter.name(), prior);
      }
    }
    requirePositive("the noise variance", noise);
  }

  /** LogNormal(0, 1) for every positive number of the kernel and the noise, else Normal(0, 1). */
  public static StructuredModel of(MeanFunction mean, Kernel template) {
    Prior unit = new Prior.LogNormal(0, 1);
    Map<Role, Prior> kernel = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      kernel.put(role, role.isPositive() ? unit : new Prior.Normal(0, 1));
    }
    return new StructuredModel(mean, template, kernel, unit);
  }

  /** The same with another prior of one role. */
  public StructuredModel with(Role role, Prior prior) {
    Map<Role, Prior> changed = new EnumMap<>(kernel);
    changed.put(role, prior);
    return new StructuredModel(mean, template, changed, noise);
  }

  /** The same with another prior of the noise variance. */
  public StructuredModel withNoise(Prior prior) {
    return new StructuredModel(mean, template, kernel, prior);
  }

  /** Parameters of the formula, then those of the kernel, then the noise where it is inferred. */
  Unknowns unknowns(boolean infersNoise) {
    List<String> names = new ArrayList<>();
    List<Prior> priors = new ArrayList<>();
    for (MeanFunction.Parameter parameter : mean.parameters()) {
      names.add(parameter.name());
      priors.add(parameter.prior());
    }
    for (Parameter parameter : template.parameters()) {
      names.add(parameter.name());
      priors.add(kernel.get(parameter.role()));
    }
    if (infersNoise) {
      names.add("noise variance");
      priors.add(noise);
    }
    return new Unknowns(names, priors);
  }

  /** Indices of the parameters along which the formula jumps. */
  static int[] switching(Formula formula) {
    return formula.switchingParameters().stream().mapToInt(formula.parameters()::indexOf).toArray();
  }

  static void requirePositive(String what, Prior prior) {
    Support support = prior.support();
    boolean positive =
        support instanceof Support.Positive
            || (support instanceof Support.Interval interval && interval.min() >= 0);
    if (!positive) {
      throw new IllegalArgumentException(
          "%s is above 0, so its prior must not reach below 0 as %s does; take LogNormal, Gamma,"
                  .formatted(what, prior)
              + " HalfNormal or Uniform from 0");
    }
  }
}
