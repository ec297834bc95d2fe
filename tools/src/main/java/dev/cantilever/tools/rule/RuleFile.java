package dev.cantilever.tools.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.command.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file {@code rules.yaml} in which an operator keeps the rules; where there is none, those that
 * ship hold. A file that cannot be read lets nothing act.
 */
public final class RuleFile {

  /** Its name in the home. */
  public static final String NAME = "rules.yaml";

  private static final long LONGEST = 65_536;
  private static final RecordType<Rulebook> TYPE = RecordType.of(Rulebook.class);
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();
  private static final Rulebook SHIPPED = read(shippedText());

  private RuleFile() {}

  /** The rules that ship. */
  public static Rulebook shipped() {
    return SHIPPED;
  }

  /** The rules of a home. */
  public static Rulebook in(Path home) {
    Path file = home.resolve(NAME);
    if (!Files.exists(file)) {
      return SHIPPED;
    }
    try {
      return Files.size(file) > LONGEST
          ? closed("it is longer than %d bytes".formatted(LONGEST))
          : read(Files.readString(file));
    } catch (IOException unreadable) {
      return closed("it is no text in UTF-8");
    }
  }

  /** The rules of a text; those that let nothing act where it is none. */
  static Rulebook read(String text) {
    try {
      return switch (TYPE.parse(YAML.readTree(text))) {
        case Parsed.Valid<Rulebook> valid -> valid.value();
        case Parsed.Invalid<Rulebook> invalid -> closed(invalid.problems().getFirst().message());
      };
    } catch (JsonProcessingException notYaml) {
      return closed("it is not YAML");
    }
  }

  private static Rulebook closed(String reason) {
    When acts =
        new When(
            List.of(),
            List.of(Effect.ADJUST, Effect.MOVE, Effect.EXPOSE),
            List.of(),
            List.of(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty());
    return new Rulebook(
        NAME + " cannot be read: " + reason,
        List.of(new Rule("rules-cannot-be-read", acts, Asking.DENY)));
  }

  private static String shippedText() {
    try (InputStream in = RuleFile.class.getResourceAsStream(NAME)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
