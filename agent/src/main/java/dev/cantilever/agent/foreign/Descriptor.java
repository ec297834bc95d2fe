package dev.cantilever.agent.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.Document;
import dev.cantilever.tools.schema.Legible;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.schema.WrittenSchema;
import dev.cantilever.tools.schema.WrittenSchema.Purpose;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a server says of one of its tools, as far as a planner is told: name, description and
 * schemas. Its hints are not read; they are anybody's word.
 *
 * @param json all of it, in canonical form
 */
public record Descriptor(JsonText json) {

  private static final int LONGEST = 30_000;
  private static final int LONGEST_WORDS = 1_000;

  /** The descriptor of an item of a server's list; empty where it is none or too long. */
  static Optional<Descriptor> of(JsonNode listed) {
    if (!listed.isObject() || !listed.path("name").isTextual()) {
      return Optional.empty();
    }
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.set("name", listed.get("name"));
    kept.put("description", listed.path("description").asText(""));
    kept.set("input", listed.path("inputSchema").deepCopy());
    if (!listed.path("inputSchema").isObject()) {
      kept.putNull("input");
    }
    if (listed.has("outputSchema")) {
      kept.set("output", listed.get("outputSchema"));
    }
    try {
      String canonical = CanonicalJson.text(kept);
      StrictJson.ours(canonical); // so deep that we can read it again
      return canonical.length() <= LONGEST
          ? Optional.of(new Descriptor(new JsonText(canonical)))
          : Optional.empty();
    } catch (IllegalArgumentException notReadable) {
      return Optional.empty();
    }
  }

  private JsonNode tree() {
    return StrictJson.ours(json.canonical());
  }

  /** Its own name for it. */
  public String name() {
    return tree().path("name").textValue();
  }

  /** Its own words, made legible. */
  public String words() {
    return Legible.of(tree().path("description").asText(), LONGEST_WORDS);
  }

  /** Hash of all of it. */
  public String pin() {
    return Hash.of(json.canonical()).text();
  }

  /** The schema of its arguments as it wrote it, made legible. */
  public String schema() {
    return Legible.of(tree().path("input").toString(), LONGEST_WORDS * 4);
  }

  /**
   * What a call takes and gives.
   *
   * @param output empty where the server does not say
   */
  record Types(RecordType<Document> input, Optional<RecordType<Document>> output) {}

  /** Why no planner can be given it; empty where it can. */
  public List<String> objections(String server) {
    List<String> reasons = new ArrayList<>();
    if (CatalogueName.of(server, name()).isEmpty()) {
      reasons.add("its name is too long or has other characters than letters, digits, _ . -");
    }
    reasons.addAll(reasons(read("input", Purpose.ARGUMENTS), "arguments"));
    if (tree().has("output")) {
      reasons.addAll(reasons(read("output", Purpose.RESULT), "result"));
    }
    return reasons;
  }

  private static List<String> reasons(WrittenSchema.Result read, String what) {
    return switch (read) {
      case WrittenSchema.Result.Usable usable -> List.of();
      case WrittenSchema.Result.Unusable unusable ->
          unusable.reasons().stream().map(reason -> what + ": " + reason).toList();
    };
  }

  /** The types; it must be without objections. */
  Types types() {
    return new Types(
        usable(read("input", Purpose.ARGUMENTS)),
        tree().has("output")
            ? Optional.of(usable(read("output", Purpose.RESULT)))
            : Optional.empty());
  }

  private WrittenSchema.Result read(String field, Purpose purpose) {
    return WrittenSchema.read(tree().path(field), purpose);
  }

  private static RecordType<Document> usable(WrittenSchema.Result read) {
    return switch (read) {
      case WrittenSchema.Result.Usable usable -> usable.type();
      case WrittenSchema.Result.Unusable unusable ->
          throw new IllegalStateException("a tool was allowed that cannot be used");
    };
  }
}
