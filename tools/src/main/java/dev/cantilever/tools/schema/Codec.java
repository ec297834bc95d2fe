package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Optional;

/** How one Java type stands in JSON. */
interface Codec<T> {

  JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Its JSON Schema. */
  ObjectNode schema();

  /** The value, or empty with every reason added to {@code problems}. */
  Optional<T> read(JsonNode node, String at, Problems problems);

  JsonNode write(T value);

  static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }

  static <T> Optional<T> wrongType(Problems problems, String at, String expected, JsonNode got) {
    problems.add(
        ProblemCode.ARG_TYPE,
        at,
        "expected %s, got %s".formatted(expected, Problems.quote(got.toString())),
        expected,
        got.toString());
    return Optional.empty();
  }
}
