package dev.cantilever.numerics.sampling;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.Hamiltonian.Phase;
import dev.cantilever.numerics.sampling.Target.Place;
import java.util.Optional;

/**
 * One transition of the No-U-Turn sampler (Hoffman and Gelman, J. Mach. Learn. Res. 15 (2014) 1593)
 * with multinomial draws from the trajectory (Betancourt 2017, arXiv:1701.02434, appendix A).
 *
 * <p>A trajectory is doubled in a random direction until its ends begin to approach each other,
 * until the integrator loses the energy, or until it is as long as allowed. Its states are weighted
 * with {@code exp(H₀ − H)}; a doubling is preferred to what was there before in proportion to the
 * weights (biased progressive sampling, appendix A.3.2), inside of a doubling the choice is
 * multinomial. The ends approach each other when the summed momenta ρ have a component against one
 * of the end velocities (appendix A.4.2); ρ of the halves with one state of the neighbouring half
 * is asked, too, which catches the turns that a doubling can step over.
 */
final class Trajectory {

  /** Loss of energy that counts as a divergence. */
  private static final double DIVERGENCE = 1000;

  private final Hamiltonian hamiltonian;
  private final RandomStream stream;
  private final double startEnergy;
  private final Phase origin;
  private double acceptance;
  private int steps;
  private boolean diverges;
  private boolean isCutShort;

  Trajectory(Hamiltonian hamiltonian, Place start, RandomStream stream) {
    this.hamiltonian = hamiltonian;
    this.stream = stream;
    this.origin = hamiltonian.kicked(start, stream);
    this.startEnergy = hamiltonian.energy(origin);
  }

  /**
   * A stretch of the trajectory.
   *
   * @param first the end from which it was grown
   * @param last the end at which it grows on
   * @param drawn its state that was drawn
   * @param logWeight log of the summed weights
   * @param momenta sum of the momenta, ρ
   */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this class
  private record Stretch(Phase first, Phase last, Place drawn, double logWeight, double[] momenta) {

    Stretch reversed() {
      return new Stretch(last, first, drawn, logWeight, momenta);
    }
  }

  /** Where the chain goes next; asked once. */
  Place next(double stepSize, int maxDepth) {
    Stretch whole = new Stretch(origin, origin, origin.place(), 0, origin.momentum());
    isCutShort = true;
    for (int depth = 0; depth < maxDepth; depth++) {
      boolean forwards = stream.nextLong() >= 0;
      Stretch old = forwards ? whole : whole.reversed();
      Optional<Stretch> grown = grown(old.last(), depth, forwards ? stepSize : -stepSize);
      if (grown.isEmpty()) {
        isCutShort = false;
        break;
      }
      boolean takesNew = isTaken(grown.get().logWeight() - old.logWeight());
      Stretch joined = joined(old, grown.get(), takesNew);
      whole = forwards ? joined : joined.reversed();
      if (turns(old, grown.get(), joined)) {
        isCutShort = false;
        break;
      }
    }
    return whole.drawn();
  }

  /** Mean over the steps of {@code min(1, exp(H₀ − H))}. */
  double meanAcceptance() {
    return acceptance / steps;
  }

  boolean diverges() {
    return diverges;
  }

  /** Whether the greatest allowed depth ended it. */
  boolean isCutShort() {
    return isCutShort;
  }

  /** A stretch of 2^depth steps; empty where it diverges or turns. */
  private Optional<Stretch> grown(Phase from, int depth, double step) {
    if (depth == 0) {
      return stepped(from, step);
    }
    Optional<Stretch> near = grown(from, depth - 1, step);
    if (near.isEmpty()) {
      return near;
    }
    Optional<Stretch> far = grown(near.get().last(), depth - 1, step);
    if (far.isEmpty()) {
      return far;
    }
    double sum = logSum(near.get().logWeight(), far.get().logWeight());
    Stretch joined = joined(near.get(), far.get(), isTaken(far.get().logWeight() - sum));
    return turns(near.get(), far.get(), joined) ? Optional.empty() : Optional.of(joined);
  }

  private Optional<Stretch> stepped(Phase from, double step) {
    Phase here = hamiltonian.leapfrog(from, step);
    double gain = startEnergy - hamiltonian.energy(here);
    steps++;
    acceptance += Math.min(1, StrictMath.exp(gain));
    if (!(gain >= -DIVERGENCE)) {
      diverges = true;
      return Optional.empty();
    }
    return Optional.of(new Stretch(here, here, here.place(), gain, here.momentum()));
  }

  private boolean isTaken(double logProbability) {
    return logProbability >= 0 || stream.nextDouble() < StrictMath.exp(logProbability);
  }

  private static Stretch joined(Stretch near, Stretch far, boolean takesFar) {
    return new Stretch(
        near.first(),
        far.last(),
        takesFar ? far.drawn() : near.drawn(),
        logSum(near.logWeight(), far.logWeight()),
        sum(near.momenta(), far.momenta()));
  }

  private boolean turns(Stretch near, Stretch far, Stretch joined) {
    return turns(near.first(), far.last(), joined.momenta())
        || turns(near.first(), far.first(), sum(near.momenta(), far.first().momentum()))
        || turns(near.last(), far.last(), sum(near.last().momentum(), far.momenta()));
  }

  private boolean turns(Phase one, Phase other, double[] momenta) {
    return !(hamiltonian.dot(one.momentum(), momenta) > 0
        && hamiltonian.dot(other.momentum(), momenta) > 0);
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + b[i];
    }
    return sum;
  }

  /** {@code log(exp a + exp b)} of finite numbers. */
  private static double logSum(double a, double b) {
    return Math.max(a, b) + StrictMath.log1p(StrictMath.exp(-Math.abs(a - b)));
  }
}
