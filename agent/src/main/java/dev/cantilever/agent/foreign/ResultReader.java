package dev.cantilever.agent.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.Document;
import dev.cantilever.tools.schema.Legible;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a foreign tool gave back: texts and values, bounded and legible; all else is left. */
final class ResultReader {

  /** As many characters of its texts are kept. */
  static final int LONGEST = 20_000;

  private static final int MOST_PARTS = 64;
  private static final int DEEPEST = 12;
  private static final int LONGEST_NAME = 100;

  private final List<String> texts = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private int room = LONGEST;

  private ResultReader() {}

  /** What was understood of it. */
  sealed interface Reading {

    /** A result. */
    record Result(List<String> texts, Optional<JsonText> data, List<String> leftOut)
        implements Reading {}

    /** The tool says that it failed; what it says besides is not passed on. */
    record Failed() implements Reading {}

    /** It is not what it was to be. */
    record Unfit(String why) implements Reading {}
  }

  /** Reads a result. Total: never throws. */
  static Reading read(JsonNode result, Optional<RecordType<Document>> type) {
    JsonNode content = result.path("content");
    boolean isFailed = result.path("isError").asBoolean();
    if (isFailed) {
      return new Reading.Failed();
    }
    if (!result.isObject() || !content.isArray() || content.size() > MOST_PARTS) {
      return new Reading.Unfit("no result of the protocol");
    }
    ResultReader reader = new ResultReader();
    content.forEach(reader::part);
    return reader.with(result.path("structuredContent"), type);
  }

  private void part(JsonNode part) {
    switch (part.path("type").asText()) {
      case "text" -> text(part.path("text").asText());
      case "image" -> leftOut.add("an image of " + size(part.path("data")));
      case "audio" -> leftOut.add("a sound of " + size(part.path("data")));
      case "resource_link" -> leftOut.add("a link");
      case "resource" -> resource(part.path("resource"));
      default -> leftOut.add("something of an unknown kind");
    }
  }

  private void resource(JsonNode resource) {
    if (resource.path("text").isTextual()) {
      text(resource.path("text").textValue());
    } else {
      leftOut.add("a file of " + size(resource.path("blob")));
    }
  }

  private static String size(JsonNode data) {
    return "%d characters".formatted(data.asText().length());
  }

  private void text(String text) {
    String kept = Legible.of(text, room);
    room = Math.max(0, room - text.codePointCount(0, text.length()));
    texts.add(kept);
    if (kept.endsWith("…") && !text.endsWith("…")) {
      leftOut.add("the end of a text of %d characters".formatted(text.length()));
    }
  }

  private Reading with(JsonNode data, Optional<RecordType<Document>> type) {
    if (data.isMissingNode() || data.isNull()) {
      return type.isPresent()
          ? new Reading.Unfit("no values, which it promises")
          : new Reading.Result(texts, Optional.empty(), leftOut);
    }
    if (!data.isObject()) {
      return new Reading.Unfit("values that are no object");
    }
    if (type.map(one -> one.parse(data)).orElse(null) instanceof Parsed.Invalid<Document>) {
      return new Reading.Unfit("values that are not of the schema that it promises");
    }
    try {
      String canonical = CanonicalJson.text(legible(data, 0));
      return canonical.length() > LONGEST
          ? new Reading.Unfit("more than %d characters of values".formatted(LONGEST))
          : new Reading.Result(texts, Optional.of(new JsonText(canonical)), leftOut);
    } catch (IllegalArgumentException refused) {
      return new Reading.Unfit("values that are nested too deeply or have unreadable names");
    }
  }

  private static JsonNode legible(JsonNode value, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("too deep");
    }
    if (value.isTextual()) {
      return JsonNodeFactory.instance.textNode(Legible.of(value.textValue(), LONGEST));
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> array.add(legible(item, depth + 1)));
      return array;
    }
    if (value.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      value
          .properties()
          .forEach(
              field -> {
                if (!Legible.is(field.getKey(), LONGEST_NAME)) {
                  throw new IllegalArgumentException("a name that cannot be read");
                }
                object.set(field.getKey(), legible(field.getValue(), depth + 1));
              });
      return object;
    }
    return value;
  }
}
