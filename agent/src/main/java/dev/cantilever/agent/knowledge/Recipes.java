package dev.cantilever.agent.knowledge;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the knowledge base says: recipes, and phrasebooks by language. */
public final class Recipes {

  private static final String FOLDER = "/dev/cantilever/knowledge/";
  private static final RecordType<Recipe> RECIPE = RecordType.of(Recipe.class);
  private static final RecordType<Phrasebook> PHRASEBOOK = RecordType.of(Phrasebook.class);
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private Recipes() {}

  /** All recipes that ship, in the order of the index. */
  public static List<Recipe> shipped() {
    return text("recipes/index")
        .lines()
        .filter(line -> !line.isBlank())
        .map(file -> read("recipes/" + file, RECIPE))
        .toList();
  }

  /** The phrasebook of a language, for example {@code en}. */
  public static Phrasebook phrasebook(String language) {
    return read("phrasebooks/" + language + ".yaml", PHRASEBOOK);
  }

  private static <T extends Record> T read(String file, RecordType<T> type) {
    try {
      return switch (type.parse(YAML.readTree(text(file)))) {
        case Parsed.Valid<T> valid -> valid.value();
        case Parsed.Invalid<T> invalid ->
            throw new IllegalStateException(file + ": " + invalid.problems());
      };
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " is not YAML", failure);
    }
  }

  private static String text(String file) {
    try (InputStream stream = Recipes.class.getResourceAsStream(FOLDER + file)) {
      if (stream == null) {
        throw new IllegalStateException("the knowledge base lacks " + file);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
