package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.id.InstrumentId;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a driver is told when it connects.
 *
 * @param instrument its name in this installation
 * @param directory the instrument's own folder; its ledger lies there
 * @param options from the instrument's profile
 */
public record DriverSetup(InstrumentId instrument, Path directory, Map<String, String> options) {

  public DriverSetup {
    options = Map.copyOf(options);
  }

  /** An option that the driver cannot do without. */
  public String required(String option) {
    String value = options.get(option);
    if (value == null) {
      throw new ConnectionFailure(
          "profile of %s lacks the option \"%s\"".formatted(instrument, option));
    }
    return value;
  }
}
