package dev.cantilever.tools.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.toolbox.Toolbox;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tools that ship: what their schemas promise to a language model. */
class ToolboxSchemaTest {

  static List<Catalogue.Entry<?, ?>> tools() {
    return Toolbox.standard().entries();
  }

  @ParameterizedTest
  @MethodSource("tools")
  void itsOwnExampleIsValidAndReadsBackUnchanged(Catalogue.Entry<?, ?> entry) {
    readsBack(entry.input(), entry.tool().card().example());
  }

  @ParameterizedTest
  @MethodSource("tools")
  void everyObjectOfItsSchemaIsClosedAndEveryFieldDescribed(Catalogue.Entry<?, ?> entry) {
    JsonNode schema = entry.input().schema();
    assertThat(schema.path("type").asText()).isEqualTo("object");
    assertThat(schema.path("properties"))
        .allSatisfy(field -> assertThat(field.path("description").asText()).isNotBlank());
    for (JsonNode object : schema.findParents("properties")) {
      if (object.path("type").asText().equals("object")) {
        assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
      }
    }
  }

  private static <T extends Record> void readsBack(RecordType<T> type, String example) {
    assertThat(type.parse(example))
        .isInstanceOfSatisfying(
            Parsed.Valid.class,
            valid -> {
              T value = type.type().cast(valid.value());
              assertThat(type.ours(type.canonical(value))).isEqualTo(value);
            });
  }
}
