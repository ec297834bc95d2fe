package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.schema.StrictJson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What can be learnt of the instruments by reading. */
final class Instruments {

  private final ToolDesk desk;
  private final Map<String, Optional<JsonNode>> descriptions = new HashMap<>();

  Instruments(ToolDesk desk) {
    this.desk = desk;
  }

  /** The result of a tool that only reads; empty where it has none. */
  Optional<JsonNode> read(String tool, String arguments) {
    return desk.call(GrammarPlanner.ACTOR, tool, arguments) instanceof Answer.Settled settled
        ? Optional.of(StrictJson.ours(settled.result().canonical()))
        : Optional.empty();
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    read("instrument.list", "{}")
        .ifPresent(list -> list.path("instruments").forEach(one -> names.add(one.asText())));
    return names;
  }

  /** The verbs that an instrument offers, as {@code spm.scan}. */
  Set<String> verbs(String instrument) {
    Set<String> verbs = new TreeSet<>();
    description(instrument)
        .ifPresent(
            description ->
                description
                    .path("offer")
                    .path("verbs")
                    .forEach(verb -> verbs.add(verb.asText().replaceFirst("_", "."))));
    return verbs;
  }

  boolean isSimulated(String instrument) {
    return description(instrument)
        .filter(description -> description.path("twin").asBoolean())
        .isPresent();
  }

  /** It never changes while a sentence is answered. */
  private Optional<JsonNode> description(String instrument) {
    return descriptions.computeIfAbsent(
        instrument, name -> read("instrument.describe", named(name)));
  }

  Optional<JsonNode> state(String instrument) {
    return read("instrument.state", named(instrument));
  }

  private static String named(String instrument) {
    return "{\"instrument\":\"%s\"}".formatted(instrument);
  }
}
