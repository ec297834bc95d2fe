package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.stem.energyloss.EnergyAxis;

/**
 * Energy-loss spectra of a scan; one place for a single spectrum.
 *
 * @param rows lines of the scan
 * @param columns places of a line
 * @param axis channels
 * @param counts spectrum of each place, channel by channel
 * @param startSeconds twin time at the first place
 */
public record LossSpectra(
    int rows, int columns, EnergyAxis axis, double[][] counts, double startSeconds) {

  public LossSpectra {
    if (counts.length != rows * columns) {
      throw new IllegalArgumentException(
          "%d spectra do not fill %d × %d places".formatted(counts.length, rows, columns));
    }
  }

  /** Counts between two energies at every place. */
  public Field map(String name, double fromElectronVolts, double toElectronVolts) {
    double[] values = new double[counts.length];
    for (int place = 0; place < values.length; place++) {
      for (int c = 0; c < axis.channels(); c++) {
        double energy = axis.energy(c);
        if (energy >= fromElectronVolts && energy < toElectronVolts) {
          values[place] += counts[place][c];
        }
      }
    }
    return new Field(name, "1", rows, columns, values);
  }
}
