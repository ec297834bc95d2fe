package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.TipShape;
import java.util.Optional;

/**
 * What the tip has become.
 *
 * @param shape of the lowest apex
 * @param second an apex beside it, of the same shape, where a crash has left one
 */
public record TipState(TipShape shape, Optional<SecondApex> second) {

  /**
   * A second apex.
   *
   * @param xMetres where it stands beside the first
   * @param yMetres where it stands beside the first
   * @param shorterMetres how much higher its end lies, at least 0
   */
  public record SecondApex(double xMetres, double yMetres, double shorterMetres) {}

  static TipState fresh(TipShape shape) {
    return new TipState(shape, Optional.empty());
  }
}
