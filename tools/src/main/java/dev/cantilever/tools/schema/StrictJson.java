package dev.cantilever.tools.schema;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Optional;

/**
 * Reads JSON text as RFC 8259 defines it and not otherwise: one value, no duplicate keys, no
 * trailing commas, comments or quirks, bounded in size, depth and digits.
 */
public final class StrictJson {

  private static final int LONGEST = 65_536;

  /** Trusted text of our own is read by the same rules but for its length. */
  static final JsonMapper MAPPER = mapper(24, StreamReadConstraints.DEFAULT_MAX_STRING_LEN);

  private StrictJson() {}

  /**
   * A reader with the same rules and other bounds, for what stands around a document.
   *
   * @param deepest how many levels
   * @param longestText characters of one text
   */
  public static JsonMapper mapper(int deepest, int longestText) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(
                    StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxStringLength(longestText)
                        .maxNumberLength(40)
                        .maxNameLength(200)
                        .build())
                .build())
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  /**
   * Our own text, such as a journal line, as a tree.
   *
   * @throws IllegalArgumentException where it is not JSON
   */
  public static JsonNode ours(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException("not JSON", broken);
    }
  }

  /** Untrusted text as a tree, or empty with the reason added. */
  static Optional<JsonNode> read(String text, Problems problems) {
    if (text.isBlank()) {
      return refuse(problems, ProblemCode.ARG_MISSING, "nothing was given; expected {…}", text);
    }
    if (text.length() > LONGEST) {
      return refuse(
          problems,
          ProblemCode.ARG_SYNTAX,
          "%d characters are too many; at most %d are read".formatted(text.length(), LONGEST),
          "");
    }
    try {
      JsonNode tree = MAPPER.readTree(text);
      if (!tree.isObject()) {
        return refuse(
            problems, ProblemCode.ARG_SYNTAX, "expected one JSON object {…} at the top", text);
      }
      return Optional.of(tree);
    } catch (JsonProcessingException broken) {
      String where =
          broken.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
      return notStrict(problems, where, text);
    } catch (NumberFormatException broken) {
      return notStrict(problems, ", a number in it cannot be read", text);
    }
  }

  private static Optional<JsonNode> notStrict(Problems problems, String where, String text) {
    return refuse(
        problems,
        ProblemCode.ARG_SYNTAX,
        "this is not strict JSON" + where + "; send one object, each key once, nothing after it",
        text);
  }

  private static Optional<JsonNode> refuse(
      Problems problems, ProblemCode code, String message, String got) {
    problems.add(code, "", message, "one JSON object", got);
    return Optional.empty();
  }
}
