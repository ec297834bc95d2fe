package dev.cantilever.numerics.space;

import java.util.List;

/** No condition of a space was found that meets all its constraints. */
public final class NoFeasiblePoint extends IllegalArgumentException {

  private final List<String> tightest;

  NoFeasiblePoint(String message, List<String> tightest) {
    super(message);
    this.tightest = List.copyOf(tightest);
  }

  /** The constraints to look at first, in short. */
  public List<String> tightest() {
    return tightest;
  }
}
