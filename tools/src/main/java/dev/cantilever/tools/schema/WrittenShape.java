package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a JSON Schema that somebody wrote demands of a value. */
sealed interface WrittenShape {

  /** Adds every reason why a value is not of this shape. */
  void check(JsonNode value, String at, Problems problems);

  /** It as a schema of ours. */
  ObjectNode schema();

  /** Whatever it is. */
  record Anything() implements WrittenShape {
    @Override
    public void check(JsonNode value, String at, Problems problems) {
      // nothing is demanded
    }

    @Override
    public ObjectNode schema() {
      return JsonNodeFactory.instance.objectNode();
    }
  }

  /** A text of so many characters. */
  record Words(int least, int most) implements WrittenShape {
    @Override
    public void check(JsonNode value, String at, Problems problems) {
      if (!value.isTextual()) {
        Codec.wrongType(problems, at, "a text", value);
        return;
      }
      int length = value.textValue().codePointCount(0, value.textValue().length());
      if (length < least || length > most) {
        problems.add(
            ProblemCode.ARG_RANGE,
            at,
            "the text has %d characters; from %d to %d are allowed".formatted(length, least, most),
            "%d to %d characters".formatted(least, most),
            value.textValue());
      }
    }

    @Override
    public ObjectNode schema() {
      return Codec.typed("string").put("minLength", least).put("maxLength", most);
    }
  }

  /** A number between two others, which it may be itself. */
  record Amount(boolean whole, BigDecimal least, BigDecimal most) implements WrittenShape {
    @Override
    public void check(JsonNode value, String at, Problems problems) {
      String kind = whole ? "a whole number" : "a number";
      if (!value.isNumber() || whole && value.decimalValue().stripTrailingZeros().scale() > 0) {
        Codec.wrongType(problems, at, kind, value);
        return;
      }
      BigDecimal number = value.decimalValue();
      if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
        problems.add(
            ProblemCode.ARG_RANGE,
            at,
            "%s is outside [%s, %s]".formatted(Problems.quote(value.toString()), least, most),
            "[%s, %s]".formatted(least, most),
            value.toString());
      }
    }

    @Override
    public ObjectNode schema() {
      return Codec.typed(whole ? "integer" : "number").put("minimum", least).put("maximum", most);
    }
  }

  /** True or false. */
  record Truth() implements WrittenShape {
    @Override
    public void check(JsonNode value, String at, Problems problems) {
      if (!value.isBoolean()) {
        Codec.wrongType(problems, at, "true or false", value);
      }
    }

    @Override
    public ObjectNode schema() {
      return Codec.typed("boolean");
    }
  }

  /** One of these values. */
  record OneOf(List<JsonNode> values) implements WrittenShape {
    @Override
    public void check(JsonNode value, String at, Problems problems) {
      if (!values.contains(value)) {
        Codec.wrongType(problems, at, "one of " + values, value);
      }
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = JsonNodeFactory.instance.objectNode();
      ArrayNode all = schema.putArray("enum");
      values.forEach(all::add);
      return schema;
    }
  }

  /** A list. */
  record Many(WrittenShape item, int least, int most) implements WrittenShape {
    @Override
    public void check(JsonNode value, String at, Problems problems) {
      if (!value.isArray()) {
        Codec.wrongType(problems, at, "a list", value);
        return;
      }
      if (value.size() < least || value.size() > most) {
        problems.add(
            ProblemCode.ARG_RANGE,
            at,
            "the list has %d items; from %d to %d are allowed".formatted(value.size(), least, most),
            "%d to %d items".formatted(least, most),
            value.size() + " items");
        return;
      }
      for (int i = 0; i < value.size(); i++) {
        item.check(value.get(i), at + "/" + i, problems);
      }
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = Codec.typed("array").put("minItems", least).put("maxItems", most);
      schema.set("items", item.schema());
      return schema;
    }
  }

  /** One field. */
  record Field(WrittenShape shape, String words) {}

  /**
   * An object.
   *
   * @param rest what fields may hold that are not named; where it is empty, there are none
   */
  record Fields(Map<String, Field> named, Set<String> required, Optional<WrittenShape> rest)
      implements WrittenShape {
    @Override
    public void check(JsonNode value, String at, Problems problems) {
      if (!value.isObject()) {
        Codec.wrongType(problems, at, "an object {…}", value);
        return;
      }
      required.stream()
          .filter(name -> !value.has(name))
          .forEach(
              name ->
                  problems.add(ProblemCode.ARG_MISSING, at + "/" + name, "is missing", name, ""));
      for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        Optional<WrittenShape> shape =
            Optional.ofNullable(named.get(name)).map(Field::shape).or(() -> rest);
        if (shape.isPresent()) {
          shape.get().check(value.get(name), at + "/" + name, problems);
        } else {
          String known = String.join(", ", named.keySet());
          problems.add(
              ProblemCode.ARG_UNKNOWN,
              at + "/" + name,
              "there is no such field; known are " + known,
              known,
              name);
        }
      }
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = Codec.typed("object");
      if (rest.isPresent()) {
        schema.set("additionalProperties", rest.get().schema());
      } else {
        schema.put("additionalProperties", false);
      }
      ObjectNode properties = schema.putObject("properties");
      named.forEach(
          (name, field) -> {
            ObjectNode property = field.shape().schema();
            if (!field.words().isEmpty()) {
              property.put("description", field.words());
            }
            properties.set(name, property);
          });
      required.forEach(schema.putArray("required")::add);
      return schema;
    }
  }

  /** Any of these shapes. */
  record Either(List<WrittenShape> choices) implements WrittenShape {
    @Override
    public void check(JsonNode value, String at, Problems problems) {
      Problems first = new Problems();
      choices.getFirst().check(value, at, first);
      if (!first.isEmpty() && choices.stream().skip(1).noneMatch(one -> fits(one, value))) {
        for (Problem problem : first.list()) {
          problems.add(problem);
        }
      }
    }

    private static boolean fits(WrittenShape shape, JsonNode value) {
      Problems tried = new Problems();
      shape.check(value, "", tried);
      return tried.isEmpty();
    }

    @Override
    public ObjectNode schema() {
      ObjectNode schema = JsonNodeFactory.instance.objectNode();
      ArrayNode all = schema.putArray("anyOf");
      choices.forEach(choice -> all.add(choice.schema()));
      return schema;
    }
  }
}
