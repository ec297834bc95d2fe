package dev.cantilever.tools.instrument;

import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.schema.Default;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The file that says how an instrument is connected.
 *
 * @param driver kind of the driver
 * @param options what the driver needs to know
 * @param look calls that show what the instrument sees
 * @param rehearseOn the simulated instrument on which plans for this one are rehearsed
 */
public record Profile(
    InstrumentId instrument,
    String driver,
    List<Option> options,
    @Default("[]") List<Look> look,
    Optional<InstrumentId> rehearseOn) {

  public Profile {
    options = List.copyOf(options);
    look = List.copyOf(look);
  }

  /** One setting of the driver. */
  public record Option(String name, String value) {}

  /** One call of those that show what the instrument sees; the instrument is added to it. */
  public record Look(String tool, JsonText arguments) {}

  Map<String, String> optionMap() {
    return options.stream().collect(Collectors.toMap(Option::name, Option::value));
  }
}
