package dev.cantilever.numerics.multitask;

import dev.cantilever.numerics.kernel.Held;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Linear;
import dev.cantilever.numerics.kernel.OnInputs;
import dev.cantilever.numerics.kernel.ProductKernel;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.kernel.SumKernel;
import dev.cantilever.numerics.kernel.TaskCovariance;
import dev.cantilever.numerics.kernel.TaskKernel;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Covariances between tasks: kernels of d inputs and, as the last one, the number of a task. */
final class TaskKernels {

  private static final Set<Role> SCALE = Set.of(Role.OUTPUT_SCALE);

  private TaskKernels() {}

  /**
   * {@code k(x, z) B[i, j]}.
   *
   * @param data k on d inputs; its output scale stays as it is, for B carries it
   */
  static Kernel intrinsic(Kernel data, int inputs, TaskCovariance between) {
    return product(new Held(SCALE, data), inputs, new TaskKernel(between));
  }

  /** {@code Σ_q k(x, z; l_q) B_q[i, j]}, each term with lengthscales of its own. */
  static Kernel linear(Kernel data, int inputs, TaskCovariance between, int latents) {
    return new SumKernel(
        IntStream.range(0, latents).mapToObj(q -> intrinsic(data, inputs, between)).toList());
  }

  /** {@code K_00 = k, K_01 = ρ k, K_11 = ρ² k + k_δ}, with k and k_δ alike in structure. */
  static SumKernel autoregression(Kernel data, int inputs) {
    return SumKernel.of(
        product(data, inputs, new TaskKernel(new TaskCovariance.Ratio(1))),
        difference(data, inputs));
  }

  /** The same, and {@code s x·z} added to K_11: a straight trend of the difference. */
  static Kernel trendingAutoregression(Kernel data, int inputs) {
    List<Kernel> terms = new ArrayList<>(autoregression(data, inputs).terms());
    terms.add(difference(new Linear(1), inputs));
    return new SumKernel(terms);
  }

  private static Kernel difference(Kernel data, int inputs) {
    return product(data, inputs, new TaskKernel(new TaskCovariance.Only(1, 2)));
  }

  /** {@code k(x, z) exp(−δ |f − g|)}; 1/δ appears as a lengthscale. */
  static Kernel distance(Kernel data, int inputs) {
    Kernel alike = new Stationary(KernelFamily.MATERN12, 1, Series.of(1.0));
    return product(data, inputs, new Held(SCALE, alike));
  }

  private static Kernel product(Kernel data, int inputs, Kernel task) {
    return ProductKernel.of(
        OnInputs.between(0, inputs, data), OnInputs.between(inputs, inputs + 1, task));
  }
}
