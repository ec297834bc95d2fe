package dev.cantilever.numerics.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.Parameter;
import java.util.List;

/**
 * What a fit determines, for scaled inputs and standardised observations.
 *
 * @param kernel every parameter of the kernel
 * @param noiseVariance variance of one observation's noise
 * @param mean constant mean
 */
public record Hyperparameters(List<Parameter> kernel, double noiseVariance, double mean) {

  public Hyperparameters {
    kernel = List.copyOf(kernel);
  }

  /** {@code template} with these values. */
  public Kernel kernel(Kernel template) {
    return template.with(kernel.stream().mapToDouble(Parameter::value).toArray());
  }
}
