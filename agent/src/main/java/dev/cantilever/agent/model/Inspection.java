package dev.cantilever.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.schema.StrictJson;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Looks at an answer as it comes over the wire, before an adapter reads it: adapters pass over
 * errors and refusals in the middle of a stream and repair what is broken. Knows the fields of all
 * three wires; none has one that means another thing on another wire.
 */
final class Inspection {

  private static final String END_OF_STREAM = "[DONE]";
  private static final List<String> REFUSALS =
      List.of("/choices/0/delta/refusal", "/choices/0/message/refusal");
  private static final List<String> ENDS =
      List.of("/choices/0/finish_reason", "/delta/stop_reason", "/stop_reason", "/done_reason");

  /** Ends of a whole answer on any wire; adapters take some others for whole, too. */
  private static final Set<String> WHOLE =
      Set.of("stop", "tool_calls", "function_call", "end_turn", "tool_use", "stop_sequence");

  private final Set<String> ends = new HashSet<>();

  /**
   * An answer that came at once.
   *
   * @throws BrokenAnswer where nothing of it may be acted upon
   */
  void seeWhole(String text) {
    if (text.isBlank()) {
      throw new BrokenAnswer("it was empty");
    }
    see(text);
    if (read(text).path("done").asText().equals("false")) {
      throw new BrokenAnswer("it says itself that it has not ended");
    }
  }

  /**
   * One event of a stream.
   *
   * @throws BrokenAnswer where nothing of the answer may be acted upon
   */
  void see(String text) {
    if (text == null || text.isBlank() || text.strip().equals(END_OF_STREAM)) {
      return;
    }
    JsonNode event = read(text);
    JsonNode error = event.path("error");
    if (!(error.isMissingNode() || error.isNull()) || event.path("type").asText().equals("error")) {
      throw new BrokenAnswer("the server reported an error in the middle of it");
    }
    for (String place : REFUSALS) {
      if (!event.at(place).asText("").isBlank() && event.at(place).isTextual()) {
        throw new BrokenAnswer("the model refused");
      }
    }
    for (String place : ENDS) {
      if (event.at(place).isTextual()) {
        ended(event.at(place).asText());
      }
    }
  }

  private void ended(String end) {
    if (!WHOLE.contains(end)) {
      throw new BrokenAnswer(
          "it ended with " + (end.matches("[a-z_]{1,30}") ? end : "a mark that nobody knows"));
    }
    ends.add(end);
    if (ends.size() > 1) {
      throw new BrokenAnswer("it names two different ends");
    }
  }

  private static JsonNode read(String text) {
    JsonNode event;
    try {
      event = StrictJson.ours(text);
    } catch (IllegalArgumentException broken) {
      throw new BrokenAnswer("a part of it is not strict JSON");
    }
    if (!event.isObject()) {
      throw new BrokenAnswer("a part of it is no JSON object");
    }
    return event;
  }
}
