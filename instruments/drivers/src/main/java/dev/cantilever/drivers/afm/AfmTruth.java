package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.sample.Sample;
import dev.cantilever.drivers.field.Field;
import java.util.List;
import java.util.Optional;

/**
 * What is true of a twin at one moment. No client of the instrument sees it.
 *
 * @param sample the surface, without drift
 * @param tip what the tip has become
 * @param crashes so far
 * @param touches whether the probe feels the surface
 * @param contaminated whether something sticks to the tip
 * @param shift how far the ground under a scanner position lies from where it should be
 * @param lastScan true height under the probe, peak force and regime for each pixel of the last
 *     scan, trace and retrace; empty before the first
 */
public record AfmTruth(
    Sample sample,
    TipState tip,
    int crashes,
    boolean touches,
    boolean contaminated,
    Shift shift,
    List<Field> lastScan) {

  public AfmTruth {
    lastScan = List.copyOf(lastScan);
  }

  /** True height at the pixel centres of a frame, nothing drifted. */
  public Field height(ScanFrame frame) {
    return map("True height", "m", frame, sample::heightMetres);
  }

  /** Index of the material at the pixel centres of a frame, nothing drifted. */
  public Field material(ScanFrame frame) {
    return map("Material", "1", frame, sample::materialAt);
  }

  /** Magnetisation across the film at the pixel centres of a frame; empty where there is none. */
  public Optional<Field> magnetisation(ScanFrame frame) {
    return sample
        .domains()
        .map(domains -> map("Magnetisation", "A/m", frame, domains::magnetisation));
  }

  /** A field of the last scan, such as "Peak force trace". */
  public Field ofLastScan(String name) {
    return lastScan.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the last scan has no \"%s\"; it has %s"
                        .formatted(name, lastScan.stream().map(Field::name).toList())));
  }

  private interface Property {
    double at(double x, double y);
  }

  private static Field map(String name, String unit, ScanFrame frame, Property property) {
    int lines = frame.pixels().lines();
    int columns = frame.pixels().columns();
    double[] values = new double[lines * columns];
    for (int line = 0; line < lines; line++) {
      Path way = frame.line(line);
      for (int column = 0; column < columns; column++) {
        double share = (column + 0.5) / columns;
        values[line * columns + column] = property.at(way.x(share), way.y(share));
      }
    }
    return new Field(name, unit, lines, columns, values);
  }
}
