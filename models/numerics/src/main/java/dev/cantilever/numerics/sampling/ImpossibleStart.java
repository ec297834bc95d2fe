package dev.cantilever.numerics.sampling;

/** No start was found at which the density is above 0, so that no chain can begin. */
public final class ImpossibleStart extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  ImpossibleStart(int attempts) {
    super(
        "the density is 0 at each of %d starts; start where the observations are possible, or widen the priors"
            .formatted(attempts));
  }
}
