package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A choice of which some members contain the choice again, such as the steps of a plan. */
final class RecursiveCodec<T> implements Codec<T> {

  private final String name;
  private Codec<T> choice;

  RecursiveCodec(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  @SuppressWarnings("unchecked") // both were made for the same class
  void standsFor(Codec<?> whole) {
    choice = (Codec<T>) whole;
  }

  /** The schema that {@link #schema} cites. */
  ObjectNode definition() {
    return choice.schema();
  }

  @Override
  public ObjectNode schema() {
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }

  @Override
  public Optional<T> read(JsonNode node, String at, Problems problems) {
    return choice.read(node, at, problems);
  }

  @Override
  public JsonNode write(T value) {
    return choice.write(value);
  }
}
