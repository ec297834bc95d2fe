package dev.cantilever.tools.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.Optional;

/** Which instrument a call is meant for: every tool that acts on one names it in the same way. */
public final class Aim {

  private Aim() {}

  public static Optional<InstrumentId> of(JsonText arguments) {
    JsonNode name = StrictJson.ours(arguments.canonical()).path("instrument");
    return name.isTextual() ? Optional.of(new InstrumentId(name.asText())) : Optional.empty();
  }
}
