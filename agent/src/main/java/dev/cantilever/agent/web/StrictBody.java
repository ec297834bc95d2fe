package dev.cantilever.agent.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cantilever.tools.schema.StrictJson;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a body as strict JSON in UTF-8. What is neither is not mended. */
public final class StrictBody {

  private static final int DEEPEST = 32;
  private static final int LONGEST_TEXT = 65_536;
  private static final JsonMapper MAPPER = StrictJson.mapper(DEEPEST, LONGEST_TEXT);

  private StrictBody() {}

  /** A body as it came, and as a tree. */
  public record Read(String text, JsonNode tree) {}

  /** One object; empty where it is not. */
  public static Optional<Read> of(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode tree = MAPPER.readTree(text);
      return tree.isObject() ? Optional.of(new Read(text, tree)) : Optional.empty();
    } catch (CharacterCodingException | JsonProcessingException | NumberFormatException broken) {
      return Optional.empty();
    }
  }

  static Trouble notStrict() {
    return Trouble.of(
        400,
        "Not a request",
        ("the body is not one object of strict JSON in UTF-8, at most %d deep, with texts of at"
                + " most %d characters and numbers of at most 40 digits")
            .formatted(DEEPEST, LONGEST_TEXT));
  }
}
