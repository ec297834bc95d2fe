package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.field.Field;
import java.util.List;

/**
 * What is really there, for tests and for the score of an experiment; never shown to what is
 * tested. Fields of the whole film: polarization (1, in the variant), vertical (1), coercive (V),
 * imprint (V), activation (V/m), ferroelastic wall distance (m), topography (m), resonance (Hz),
 * quality (1).
 *
 * @param pins in force, drawn and placed
 * @param pulses in the order they were given; a loop leaves one
 * @param driftXMetresPerSecond velocity of the film under the tip
 */
public record PfmTruth(
    List<Field> fields,
    List<Pin> pins,
    List<Pulse> pulses,
    double driftXMetresPerSecond,
    double driftYMetresPerSecond) {

  public PfmTruth {
    fields = List.copyOf(fields);
    pins = List.copyOf(pins);
    pulses = List.copyOf(pulses);
  }

  /** The field of a name. */
  public Field field(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the truth has no field %s but %s"
                        .formatted(name, fields.stream().map(Field::name).toList())));
  }
}
