package dev.cantilever.tools.instrument;

import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The file that says how an instrument is connected.
 *
 * @param driver kind of the driver
 * @param options what the driver needs to know
 */
record Profile(InstrumentId instrument, String driver, List<Option> options) {

  record Option(String name, String value) {}

  Map<String, String> optionMap() {
    return options.stream().collect(Collectors.toMap(Option::name, Option::value));
  }
}
