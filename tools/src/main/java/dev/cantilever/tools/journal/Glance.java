package dev.cantilever.tools.journal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a journal at a glance: where it stands, who and what, and no more than a list of
 * calls shows. To understand a hundred thousand lines takes seconds; to glance at them does not.
 *
 * @param actor what stands in it, by name
 * @param body the short texts that stand in it, by name; of problems the code of the first
 */
public record Glance(
    long seq, String at, String type, Map<String, String> actor, Map<String, String> body) {

  /** Name of the code of the first problem. */
  public static final String PROBLEM = "problem";

  private static final Set<String> LOOKED_AT =
      Set.of("call", "tool", "parent", "step", "effect", "rule", "status", "name", "question");
  private static final JsonFactory JSON = new JsonFactory();

  public Glance {
    actor = Map.copyOf(actor);
    body = Map.copyOf(body);
  }

  static Glance at(String line) {
    try (JsonParser in = JSON.createParser(line)) {
      Map<String, String> top = new HashMap<>();
      Map<String, String> actor = Map.of();
      Map<String, String> body = Map.of();
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "actor" -> actor = texts(in);
          case "body" -> body = texts(in);
          case "seq", "ts", "type" -> top.put(name, in.getText());
          default -> in.skipChildren();
        }
      }
      return new Glance(
          Long.parseLong(top.get("seq")), top.get("ts"), top.get("type"), actor, body);
    } catch (IOException | NumberFormatException broken) {
      throw new IllegalArgumentException("not a journal line", broken);
    }
  }

  private static Map<String, String> texts(JsonParser in) throws IOException {
    Map<String, String> texts = new HashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      JsonToken value = in.nextToken();
      if (value == JsonToken.VALUE_STRING && (LOOKED_AT.contains(name) || isOfActor(name))) {
        texts.put(name, in.getText());
      } else if (value == JsonToken.START_ARRAY && name.equals("problems")) {
        code(in).ifPresent(code -> texts.put(PROBLEM, code));
      } else {
        in.skipChildren();
      }
    }
    return texts;
  }

  private static boolean isOfActor(String name) {
    return name.equals("id") || name.equals("kind") || name.equals("channel");
  }

  /** The code of the first problem; reads to the end of the list. */
  private static Optional<String> code(JsonParser in) throws IOException {
    Optional<String> first = Optional.empty();
    int depth = 1;
    while (depth > 0) {
      JsonToken token = in.nextToken();
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING
          && depth == 2
          && first.isEmpty()
          && "code".equals(in.currentName())) {
        first = Optional.of(in.getText());
      }
    }
    return first;
  }
}
