package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.drivers.stem.optics.Aberrations;
import dev.cantilever.drivers.stem.sample.Occupied;
import java.util.List;

/**
 * What is really so, for tests and for judging results; no planner sees it.
 *
 * @param timeSeconds twin time
 * @param places atoms and vacancies of the field of view; none on a film of particles
 * @param axisX specimen's point under the optical axis, m
 * @param axisY specimen's point under the optical axis, m
 * @param driftX drifted since the start, m
 * @param driftY drifted since the start, m
 * @param aberrations those of the column, defocus among them
 * @param energyShift how far spectra stand above their calibration, eV
 * @param electrons all that landed on the specimen
 * @param atomsLost all atoms that left it
 * @param fields pictures of the field of view: dark field without noise, dose, contamination,
 *     inelastic thickness, deflection, strain
 */
public record StemTruth(
    double timeSeconds,
    List<Occupied> places,
    double axisX,
    double axisY,
    double driftX,
    double driftY,
    Aberrations aberrations,
    double energyShift,
    double electrons,
    long atomsLost,
    List<Field> fields) {

  public StemTruth {
    places = List.copyOf(places);
    fields = List.copyOf(fields);
  }

  /**
   * The picture of this name.
   *
   * @throws IllegalArgumentException where there is none
   */
  public Field field(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no true field is called " + name));
  }
}
