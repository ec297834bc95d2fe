package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.quantity.Dose;
import dev.cantilever.vocabulary.quantity.Length;

/**
 * How many electrons a sample may get, in every cell of a square grid over it.
 *
 * @param cell side of a cell, at least 0.1 nm
 * @param max electrons for each area, over all runs with this sample
 */
public record DoseLimit(Length cell, Dose max) {

  private static final double LEAST_CELL = 1e-10;

  public DoseLimit {
    double electrons = max.electronsPerSquareMetre();
    if (!(cell.metres() >= LEAST_CELL && cell.metres() <= 1)
        || !(electrons > 0 && electrons <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "a limit of the dose needs cells of 0.1 nm to 1 m and a finite dose above 0, not %s and %s"
              .formatted(cell, max));
    }
  }
}
