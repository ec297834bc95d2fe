package dev.cantilever.drivers.stem.optics;

import dev.cantilever.drivers.stem.noise.Variates;

/**
 * The aberrations that nobody asked for: a draw at the start, then a random walk whose variance
 * grows with time (C1 1 nm, A1 0.5 nm, B2 10 nm after one minute). One owner.
 */
public final class AberrationWalk {

  private final Variates variates;
  private final double scale;
  private Aberrations current;

  /** Draws the aberrations of the start. */
  public AberrationWalk(Variates variates, TuningErrors errors) {
    this.variates = variates;
    scale = errors.walk();
    current = stepped(Aberrations.none(), Scale.START, errors.initial());
  }

  public Aberrations current() {
    return current;
  }

  /** Lets time pass. */
  public void advance(double seconds) {
    current = stepped(current, Scale.WALK, scale * Math.sqrt(seconds / 60));
  }

  /** Draws are spent even where the scale is 0: other settings see the same sequence. */
  private Aberrations stepped(Aberrations from, Scale sizes, double factor) {
    Aberrations to = from;
    for (Coefficient c : Coefficient.values()) {
      double size = sizes.metres(c) * factor;
      double real = size * variates.normal();
      double imaginary = size * variates.normal();
      to =
          c.isRound()
              ? to.with(c, to.real(c) + real, 0)
              : to.with(
                  c, to.real(c) + real / Math.sqrt(2), to.imaginary(c) + imaginary / Math.sqrt(2));
    }
    return to;
  }
}
