package dev.cantilever.numerics.sampling;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.Hamiltonian.Phase;
import dev.cantilever.numerics.sampling.Target.Place;
import java.util.Arrays;

/**
 * Moves some coordinates by {@link Trajectory}, and during the warm-up learns the step size and the
 * metric. One chain's own; has state.
 */
final class NoUTurnSampler {

  private static final double LEAST_STEP = 1e-8;
  private static final double GREATEST_STEP = 1e3;

  private final SamplerSettings settings;
  private final Hamiltonian hamiltonian;
  private final double[] inverseMetric;
  private final MetricWindows windows;
  private final StepSize stepSize;
  private double acceptance;
  private int transitions;
  private int divergences;
  private int cutShort;

  NoUTurnSampler(SamplerSettings settings, Target target, int[] moving, int dimension) {
    this.settings = settings;
    inverseMetric = new double[dimension];
    Arrays.fill(inverseMetric, 1);
    hamiltonian = new Hamiltonian(target, moving, inverseMetric);
    windows = new MetricWindows(settings.warmUp(), dimension);
    stepSize = new StepSize(settings.targetAcceptance());
  }

  /** One transition of the warm-up, the first of which is number 0. */
  Place tune(Place from, int transition, RandomStream stream) {
    if (transition == 0) {
      stepSize.restart(roughStep(from, 1, stream));
    }
    Trajectory trajectory = new Trajectory(hamiltonian, from, stream);
    Place next = trajectory.next(stepSize.trial(), settings.maxTreeDepth());
    stepSize.learn(trajectory.meanAcceptance());
    if (windows.endsWindow(transition, next.theta())) {
      windows.update(inverseMetric);
      stepSize.restart(roughStep(next, stepSize.average(), stream));
    }
    return next;
  }

  /** One transition with everything held that was learnt. */
  Place step(Place from, RandomStream stream) {
    Trajectory trajectory = new Trajectory(hamiltonian, from, stream);
    Place next = trajectory.next(stepSize.average(), settings.maxTreeDepth());
    transitions++;
    acceptance += trajectory.meanAcceptance();
    divergences += trajectory.diverges() ? 1 : 0;
    cutShort += trajectory.isCutShort() ? 1 : 0;
    return next;
  }

  /** How it went; where there is nothing to move, every transition counts as accepted. */
  Chain.Report report(Target target) {
    return new Chain.Report(
        divergences,
        cutShort,
        transitions == 0 ? 1 : acceptance / transitions,
        stepSize.average(),
        target.gradients());
  }

  /**
   * Doubles or halves the guess until the acceptance of a single step crosses the target (Hoffman
   * and Gelman 2014, algorithm 4).
   */
  private double roughStep(Place from, double guess, RandomStream stream) {
    Phase origin = hamiltonian.kicked(from, stream);
    double limit = hamiltonian.energy(origin) - StrictMath.log(settings.targetAcceptance());
    double step = guess;
    boolean isTooSmall = hamiltonian.energy(hamiltonian.leapfrog(origin, step)) < limit;
    double factor = isTooSmall ? 2 : 0.5;
    while (step > LEAST_STEP && step < GREATEST_STEP) {
      step *= factor;
      if (hamiltonian.energy(hamiltonian.leapfrog(origin, step)) < limit != isTooSmall) {
        break;
      }
    }
    return step;
  }
}
