package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The methods that are served and what each takes; whatever else a client sends along is dropped.
 */
enum Shape {
  INITIALIZE(
      "initialize", text("protocolVersion"), object("clientInfo"), optionalObject("capabilities")),
  PING("ping"),
  TOOLS_LIST("tools/list"),
  TOOLS_CALL("tools/call", text("name"), optionalObject("arguments")),
  RESOURCES_LIST("resources/list"),
  TEMPLATES_LIST("resources/templates/list"),
  RESOURCES_READ("resources/read", text("uri")),
  PROMPTS_LIST("prompts/list"),
  PROMPTS_GET("prompts/get", text("name"), optionalObject("arguments")),
  SET_LEVEL("logging/setLevel", text("level"));

  private static final int LONGEST_TEXT = 1000;
  private static final List<String> LEVELS =
      List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

  private final String method;
  private final List<Field> fields;

  Shape(String method, Field... fields) {
    this.method = method;
    this.fields = List.of(fields);
  }

  private record Field(String name, boolean isObject, boolean isOptional) {

    boolean fits(JsonNode value) {
      return isObject
          ? value.isObject()
          : value.isTextual() && value.asText().length() <= LONGEST_TEXT;
    }

    String words() {
      return isObject
          ? "params.%s is to be an object".formatted(name)
          : "params.%s is to be a text of at most %d characters".formatted(name, LONGEST_TEXT);
    }
  }

  /** What came of cutting parameters to shape. */
  sealed interface Cut {
    record Fits(JsonNode parameters) implements Cut {}

    record Wrong(String words) implements Cut {}
  }

  /** The shape of a method; empty where it is not served. */
  static Optional<Shape> of(String method) {
    return Arrays.stream(values()).filter(shape -> shape.method.equals(method)).findFirst();
  }

  /** What this method takes of what was sent. */
  Cut cut(JsonNode sent) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    for (Field field : fields) {
      JsonNode value = sent.path(field.name());
      if (value.isMissingNode() && field.isOptional()) {
        continue;
      }
      if (!field.fits(value)) {
        return new Cut.Wrong(field.words());
      }
      kept.set(field.name(), value);
    }
    JsonNode token = sent.path("_meta").path("progressToken");
    if (this == TOOLS_CALL && !token.isMissingNode()) {
      if (Message.name(token).isEmpty()) {
        return new Cut.Wrong("params._meta.progressToken is to be a text or a whole number");
      }
      kept.putObject("_meta").set("progressToken", token);
    }
    if (this == SET_LEVEL && !LEVELS.contains(kept.path("level").asText())) {
      return new Cut.Wrong("params.level is to be one of " + LEVELS);
    }
    return new Cut.Fits(kept);
  }

  private static Field text(String name) {
    return new Field(name, false, false);
  }

  private static Field object(String name) {
    return new Field(name, true, false);
  }

  private static Field optionalObject(String name) {
    return new Field(name, true, true);
  }
}
