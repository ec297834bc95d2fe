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

/** The recipes of the knowledge base. */
public final class Recipes {

  private static final String FOLDER = "/dev/cantilever/knowledge/recipes/";
  private static final RecordType<Recipe> TYPE = RecordType.of(Recipe.class);
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private Recipes() {}

  /** All that ship, in the order of the index. */
  public static List<Recipe> shipped() {
    return text("index").lines().filter(line -> !line.isBlank()).map(Recipes::read).toList();
  }

  private static Recipe read(String file) {
    try {
      return switch (TYPE.parse(YAML.readTree(text(file)))) {
        case Parsed.Valid<Recipe> valid -> valid.value();
        case Parsed.Invalid<Recipe> invalid ->
            throw new IllegalStateException("recipe " + file + ": " + invalid.problems());
      };
    } catch (IOException failure) {
      throw new UncheckedIOException("recipe " + file + " is not YAML", failure);
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
