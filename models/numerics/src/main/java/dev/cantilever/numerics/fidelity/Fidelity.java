package dev.cantilever.numerics.fidelity;

/**
 * One way to measure a candidate.
 *
 * @param name for people
 * @param cost of one measurement, finite and above 0, in one unit for all fidelities: time, dose
 */
public record Fidelity(String name, double cost) {

  public Fidelity {
    if (!(cost > 0) || Double.isInfinite(cost)) {
      throw new IllegalArgumentException(
          "the cost of %s must be finite and above 0, not %s".formatted(name, cost));
    }
  }
}
