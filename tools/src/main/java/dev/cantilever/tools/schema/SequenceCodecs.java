package dev.cantilever.tools.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Codecs of arrays and of JSON inside JSON. */
final class SequenceCodecs {

  private SequenceCodecs() {}

  record Many<T>(Codec<T> item, int min, int max) implements Codec<List<T>> {
    @Override
    public ObjectNode schema() {
      ObjectNode schema = Codec.typed("array").put("minItems", min).put("maxItems", max);
      schema.set("items", item.schema());
      return schema;
    }

    @Override
    public Optional<List<T>> read(JsonNode node, String at, Problems problems) {
      if (!node.isArray()) {
        return Codec.wrongType(problems, at, "a list", node);
      }
      if (node.size() < min || node.size() > max) {
        problems.add(
            ProblemCode.ARG_RANGE,
            at,
            "the list has %d items; from %d to %d are allowed".formatted(node.size(), min, max),
            "%d to %d items".formatted(min, max),
            node.size() + " items");
        return Optional.empty();
      }
      List<T> values = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        item.read(node.get(i), at + "/" + i, problems).ifPresent(values::add);
      }
      return values.size() == node.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    @Override
    public JsonNode write(List<T> value) {
      ArrayNode array = JSON.arrayNode();
      value.forEach(item -> array.add(this.item.write(item)));
      return array;
    }
  }

  record Numbers() implements Codec<Series> {
    private static final Many<Double> LIST =
        new Many<>(new ScalarCodecs.Real(-Double.MAX_VALUE, Double.MAX_VALUE), 0, 1_000_000);

    @Override
    public ObjectNode schema() {
      return LIST.schema();
    }

    @Override
    public Optional<Series> read(JsonNode node, String at, Problems problems) {
      return LIST.read(node, at, problems)
          .map(list -> Series.of(list.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    @Override
    public JsonNode write(Series value) {
      ArrayNode array = JSON.arrayNode();
      for (int i = 0; i < value.size(); i++) {
        array.add(LIST.item().write(value.get(i)));
      }
      return array;
    }
  }

  /** Any JSON value, as itself. */
  record Verbatim() implements Codec<JsonText> {
    @Override
    public ObjectNode schema() {
      return JSON.objectNode();
    }

    @Override
    public Optional<JsonText> read(JsonNode node, String at, Problems problems) {
      try {
        return Optional.of(new JsonText(CanonicalJson.text(node)));
      } catch (IllegalArgumentException notCanonical) {
        return Codec.wrongType(problems, at, "JSON with finite numbers and whole characters", node);
      }
    }

    @Override
    public JsonNode write(JsonText value) {
      try {
        return StrictJson.MAPPER.readTree(value.canonical());
      } catch (JsonProcessingException broken) {
        throw new IllegalArgumentException("not JSON: " + value.canonical(), broken);
      }
    }
  }
}
