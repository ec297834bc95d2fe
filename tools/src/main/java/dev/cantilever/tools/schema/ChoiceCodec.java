package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A sealed interface of records: an object whose field "kind" says which of them it is. */
record ChoiceCodec<T>(Map<String, RecordCodec<? extends Record>> kinds, Map<Class<?>, String> names)
    implements Codec<T> {

  private static final String KIND = "kind";

  @Override
  public ObjectNode schema() {
    ObjectNode schema = JSON.objectNode();
    ArrayNode choices = schema.putArray("oneOf");
    kinds.forEach(
        (kind, codec) -> {
          ObjectNode choice = codec.schema();
          ((ObjectNode) choice.get("properties")).putObject(KIND).put("const", kind);
          ((ArrayNode) choice.get("required")).add(KIND);
          choices.add(choice);
        });
    return schema;
  }

  @Override
  @SuppressWarnings("unchecked") // every kind is a permitted record of T
  public Optional<T> read(JsonNode node, String at, Problems problems) {
    RecordCodec<? extends Record> codec =
        node.isObject() ? kinds.get(node.path(KIND).asText()) : null;
    if (codec == null) {
      String allowed = String.join(", ", kinds.keySet());
      problems.add(
          ProblemCode.ARG_TYPE,
          at + "/" + KIND,
          "expected an object whose kind is one of " + allowed,
          allowed,
          node.toString());
      return Optional.empty();
    }
    return (Optional<T>) codec.read(node, at, problems, List.of(KIND));
  }

  @Override
  public JsonNode write(T value) {
    String kind = names.get(value.getClass());
    return ((ObjectNode) writeAs(kinds.get(kind), value)).put(KIND, kind);
  }

  @SuppressWarnings("unchecked") // the codec was found by the value's own class
  private static <R extends Record> JsonNode writeAs(RecordCodec<R> codec, Object value) {
    return codec.write((R) value);
  }
}
