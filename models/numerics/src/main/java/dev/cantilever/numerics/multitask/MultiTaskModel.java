package dev.cantilever.numerics.multitask;

import dev.cantilever.numerics.bayesian.KernelPriors;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Parameter;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.kernel.TaskCovariance;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperprior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How several tasks hang together: a kernel of d inputs and the number of a task, and what to
 * believe of its parameters. Give {@link #settings} to an {@code ExactSurrogate} or {@link #priors}
 * to a {@code FullyBayesianSurrogate}, with inputs made by {@link TaskPoints}.
 */
public sealed interface MultiTaskModel {

  /** Number of inputs beside the task, d. */
  int inputs();

  /** Number of tasks. */
  int tasks();

  /** The structure of the kernel; its values are only a beginning. */
  Kernel template();

  /**
   * Kernel, bounds and priors for scaled inputs and standardised observations: those of {@link
   * FitSettings#usual}, but for an output scale LogNormal(−1, 1.5), because a difference between
   * fidelities is as a rule smaller than either.
   */
  default FitSettings settings() {
    return FitSettings.usual(template(), inputs())
        .with(Role.OUTPUT_SCALE, Hyperprior.of(1e-4, 1e2, new Prior.LogNormal(-1, 1.5)));
  }

  /** The kernel and the same priors, without bounds. */
  default KernelPriors priors() {
    FitSettings settings = settings();
    Map<Role, Prior> priors = new EnumMap<>(Role.class);
    for (Parameter parameter : settings.template().parameters()) {
      Role role = parameter.role();
      priors.put(role, settings.kernel().get(role).prior().orElseThrow());
    }
    return new KernelPriors(settings.template(), priors);
  }

  /**
   * The intrinsic coregionalisation model {@code k(x, z) B[i, j]}, {@code B = W Wᵀ + diag(v)}
   * (Bonilla, Chai and Williams, NIPS 2007): all tasks vary over the same distances. The first
   * choice for instruments on one specimen. The output scale of k is 1, for B carries it.
   *
   * @param rank columns of W, from 1 to the number of tasks
   */
  record Intrinsic(KernelFamily family, int inputs, int tasks, int rank) implements MultiTaskModel {

    public Intrinsic {
      requireSizes(inputs, tasks, rank);
    }

    @Override
    public Kernel template() {
      return TaskKernels.intrinsic(unit(family, inputs), inputs, lowRank(tasks, rank));
    }
  }

  /**
   * The linear model of coregionalisation {@code Σ_q k_q(x, z) B_q[i, j]} (Álvarez, Rosasco and
   * Lawrence, Found. Trends Mach. Learn. 4 (2012) 195, section 4.2, doi:10.1561/2200000036): tasks
   * may share what varies slowly and not what varies fast, at the price of many parameters.
   *
   * @param latents number of terms, from 1 to 5
   * @param rank columns of every W, from 1 to the number of tasks
   */
  record Linear(KernelFamily family, int inputs, int tasks, int latents, int rank)
      implements MultiTaskModel {

    public Linear {
      requireSizes(inputs, tasks, rank);
      require("latents", latents, 1, 5);
    }

    @Override
    public Kernel template() {
      return TaskKernels.linear(unit(family, inputs), inputs, lowRank(tasks, rank), latents);
    }
  }

  /**
   * Fidelity 1 is a multiple of fidelity 0 and a difference of its own, {@code f_1 = ρ f_0 + δ}
   * (Kennedy and O'Hagan, Biometrika 87 (2000) 1, equation 1, doi:10.1093/biomet/87.1.1). The first
   * choice for two fidelities of one quantity in one unit. The difference keeps a cheap fidelity
   * whose peak lies elsewhere from deciding.
   *
   * <p>ρ is LogNormal(0, 0.5): the fidelities rise and fall together, by about as much. For tasks
   * that may be opposed take {@link Intrinsic}.
   *
   * @param trend whether δ has a straight trend over the inputs beside its own bends (the
   *     regression terms of their equation 2): a cheap fidelity often drifts away from the dear one
   */
  record Autoregression(KernelFamily family, int inputs, boolean trend) implements MultiTaskModel {

    public Autoregression {
      requireSizes(inputs, 2, 1);
    }

    /** Without a trend. */
    public Autoregression(KernelFamily family, int inputs) {
      this(family, inputs, false);
    }

    @Override
    public int tasks() {
      return 2;
    }

    @Override
    public Kernel template() {
      Kernel unit = unit(family, inputs);
      return trend
          ? TaskKernels.trendingAutoregression(unit, inputs)
          : TaskKernels.autoregression(unit, inputs);
    }

    @Override
    public FitSettings settings() {
      Hyperprior ratio = Hyperprior.of(0.05, 20, new Prior.LogNormal(0, 0.5));
      return MultiTaskModel.super.settings().with(Role.FIDELITY_RATIO, ratio);
    }
  }

  /**
   * {@code k(x, z) exp(−δ |f − g|)} between fidelities f and g, as in the published two-fidelity
   * loops: one parameter for any number of fidelities, which can neither be opposed nor differ in
   * scale. {@code 1/δ} appears among the parameters as the last lengthscale.
   */
  record Distance(KernelFamily family, int inputs, int tasks) implements MultiTaskModel {

    public Distance {
      requireSizes(inputs, tasks, 1);
    }

    @Override
    public Kernel template() {
      return TaskKernels.distance(unit(family, inputs), inputs);
    }
  }

  private static Kernel unit(KernelFamily family, int inputs) {
    double[] lengthscales = new double[inputs];
    Arrays.fill(lengthscales, 0.5);
    return new Stationary(family, 1, Series.of(lengthscales));
  }

  private static TaskCovariance lowRank(int tasks, int rank) {
    double[] weights = new double[rank];
    Arrays.fill(weights, 0.5);
    double[] own = new double[tasks];
    Arrays.fill(own, 0.5);
    return new TaskCovariance.LowRank(
        Collections.nCopies(tasks, Series.of(weights)), Series.of(own));
  }

  private static void requireSizes(int inputs, int tasks, int rank) {
    require("inputs", inputs, 1, 1000);
    require("tasks", tasks, 2, 100);
    require("rank", rank, 1, tasks);
  }

  private static void require(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "%s must be from %d to %d, not %d".formatted(name, min, max, value));
    }
  }
}
