package dev.cantilever.numerics.sampling;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.Target.Place;

/**
 * {@code H(θ, p) = −log density(θ) + ½ Σ p_i² v_i} over the coordinates that move; v is the
 * diagonal of the inverse metric. The other coordinates stand still and have no momentum.
 */
final class Hamiltonian {

  private final Target target;
  private final int[] moving;
  private final double[] inverseMetric;

  Hamiltonian(Target target, int[] moving, double[] inverseMetric) {
    this.target = target;
    this.moving = moving;
    this.inverseMetric = inverseMetric;
  }

  /** A place with a momentum. */
  @SuppressWarnings("ArrayRecordComponent") // never leaves this package
  record Phase(Place place, double[] momentum) {}

  /** The place with a fresh momentum, {@code p_i ~ N(0, 1 / v_i)}. */
  Phase kicked(Place place, RandomStream stream) {
    double[] momentum = new double[place.theta().length];
    for (int i : moving) {
      momentum[i] = stream.nextNormal() / Math.sqrt(inverseMetric[i]);
    }
    return new Phase(place, momentum);
  }

  /** One step of the leapfrog scheme, backwards where {@code step} is negative; one gradient. */
  Phase leapfrog(Phase from, double step) {
    double[] momentum = from.momentum().clone();
    double[] theta = from.place().theta().clone();
    for (int i : moving) {
      momentum[i] += 0.5 * step * from.place().gradient()[i];
      theta[i] += step * inverseMetric[i] * momentum[i];
    }
    Place place = target.at(theta);
    for (int i : moving) {
      momentum[i] += 0.5 * step * place.gradient()[i];
    }
    return new Phase(place, momentum);
  }

  /** H; +∞ where the place is impossible. */
  double energy(Phase phase) {
    double energy = -phase.place().value() + 0.5 * dot(phase.momentum(), phase.momentum());
    return Double.isNaN(energy) ? Double.POSITIVE_INFINITY : energy;
  }

  /** {@code Σ a_i v_i b_i}: how far the momentum a moves along the summed momenta b. */
  double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i : moving) {
      sum += a[i] * inverseMetric[i] * b[i];
    }
    return sum;
  }
}
