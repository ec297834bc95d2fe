package dev.cantilever.numerics.acquisition;

/** Which value an improvement is measured against. */
public enum Incumbent {
  /** The largest observation, made-up ones included; for noiseless data. */
  BEST_OBSERVATION,
  /** The largest posterior mean at the observed candidates; for noisy data. */
  BEST_POSTERIOR_MEAN
}
