package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.field.Field;
import java.util.List;

/**
 * The fields of one scan: amplitude (m), phase (rad) and topography (m), and where the read-out
 * knows them resonance (Hz) and quality (1). Amplitude and phase of a single frequency are those of
 * the motion; otherwise those of the drive of the fitted oscillator.
 *
 * @param seconds time the scan took
 */
public record PfmScan(double seconds, List<Field> fields) {

  public PfmScan {
    fields = List.copyOf(fields);
  }

  /** The field of a name. */
  public Field field(String name) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "this scan has no field %s but %s"
                        .formatted(name, fields.stream().map(Field::name).toList())));
  }
}
