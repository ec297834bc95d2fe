package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;
import java.util.List;

/**
 * What holds walls back: E0(x, y) = E0 (1 + s ξ) times the factors of the pins.
 *
 * @param relativeSpread s of the smooth field ξ, in [0, 1]; the bracket is kept above 0.5
 * @param correlationMetres correlation length of ξ
 * @param randomLines number of drawn line defects, stripes of 10 nm where E0 is threefold
 * @param randomPoints number of drawn point defects, radius 5–15 nm, factor 2–4
 * @param placed further pins, where they are wanted
 */
public record PinningSettings(
    double relativeSpread,
    double correlationMetres,
    int randomLines,
    int randomPoints,
    List<Pin> placed) {

  public PinningSettings {
    Require.inside("relative spread of the activation field", relativeSpread, 0, 1);
    Require.inside("correlation in metres", correlationMetres, 1e-9, 1e-6);
    Require.inside("number of line defects", randomLines, 0, 1000);
    Require.inside("number of point defects", randomPoints, 0, 100_000);
    placed = List.copyOf(placed);
  }

  public static PinningSettings defaults() {
    return new PinningSettings(0.3, 10e-9, 3, 120, List.of());
  }

  /** No disorder, and only these pins. */
  public static PinningSettings only(Pin... pins) {
    return new PinningSettings(0, 10e-9, 0, 0, List.of(pins));
  }
}
