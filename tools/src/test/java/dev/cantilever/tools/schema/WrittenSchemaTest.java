package dev.cantilever.tools.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.schema.WrittenSchema.Purpose;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schemas as servers of others write them, such as those of Python's FastMCP. */
class WrittenSchemaTest {

  private static JsonNode field(String schema) {
    return StrictJson.ours(
        """
        {"type": "object", "title": "t", "properties": {"a": %s}, "required": ["a"],
         "$defs": {"Mode": {"enum": ["fast", "slow"], "type": "string"},
                   "Self": {"type": "object", "properties": {"again": {"$ref": "#/$defs/Self"}}}}}
        """
            .formatted(schema));
  }

  private static RecordType<Document> usable(JsonNode schema, Purpose purpose) {
    WrittenSchema.Result read = WrittenSchema.read(schema, purpose);
    assertThat(read).isInstanceOf(WrittenSchema.Result.Usable.class);
    return ((WrittenSchema.Result.Usable) read).type();
  }

  private static List<String> problems(RecordType<Document> type, String json) {
    return switch (type.parse(json)) {
      case Parsed.Valid<Document> valid -> List.of();
      case Parsed.Invalid<Document> invalid ->
          invalid.problems().stream().map(Problem::message).toList();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"string\"} | \"x\" | 5",
        "{\"type\":\"string\",\"maxLength\":2} | \"ab\" | \"abc\"",
        "{\"type\":\"string\",\"minLength\":1,\"format\":\"date\"} | \"a\" | \"\"",
        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":3} | 3 | 4",
        "{\"type\":\"integer\"} | 3.0 | 3.5",
        "{\"type\":\"integer\"} | 9007199254740991 | 9007199254740992",
        "{\"type\":\"number\"} | -1.5e3 | \"1\"",
        "{\"type\":\"boolean\"} | true | \"true\"",
        "{\"type\":\"array\",\"items\":{\"type\":\"number\"},\"maxItems\":2} | [1,2] | [1,2,3]",
        "{\"type\":\"array\",\"items\":{\"type\":\"number\"}} | [] | [\"1\"]",
        "{\"enum\":[\"a\",\"b\"]} | \"b\" | \"c\"",
        "{\"const\":1} | 1 | 2",
        "{\"$ref\":\"#/$defs/Mode\"} | \"fast\" | \"Fast\"",
        "{\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"null\"}],\"default\":null} | null | \"1\"",
        "{\"type\":[\"string\",\"null\"]} | null | 1",
        "{\"type\":\"object\",\"properties\":{\"b\":{\"type\":\"string\"}}} | {} | {\"c\":1}",
        "{\"type\":\"object\",\"additionalProperties\":{\"type\":\"number\"}} | {\"c\":1} | {\"c\":\"1\"}",
      })
  void valuesAreHeldAgainstIt(String schema, String good, String bad) {
    RecordType<Document> type = usable(field(schema), Purpose.ARGUMENTS);
    assertThat(problems(type, "{\"a\":%s}".formatted(good))).isEmpty();
    assertThat(problems(type, "{\"a\":%s}".formatted(bad)))
        .isNotEmpty()
        .first()
        .asString()
        .contains("/a");
    assertThat(problems(type, "{}")).containsExactly("/a: is missing");
    assertThat(usable(type.schema(), Purpose.ARGUMENTS).schema()).isEqualTo(type.schema());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"type\":\"string\",\"pattern\":\"(a+)+\"} | /a says \"pattern\", which we do not check",
        "{\"not\":{}} | /a says \"not\", which we do not check",
        "{\"allOf\":[]} | /a says \"allOf\", which we do not check",
        "{\"type\":\"text\"} | /a has a type that there is not",
        "{\"$ref\":\"https://example.org/s.json\"} | /a refers to something that is not in it",
        "{\"$ref\":\"#/$defs/None\"} | /a refers to something that is not in it",
        "{\"$ref\":\"#/$defs/Self\"} | is nested too deeply or contains itself",
        "{\"anyOf\":[]} | /a has no choices",
        "{\"enum\":[\"a\\u202eb\"]} | /a has choices that are not short, plain values",
        "{\"type\":\"string\",\"maxLength\":-1} | /a has a maxLength that is no size",
        "{\"type\":\"object\",\"properties\":{\"b\\u200bc\":{}}} | is a name of other than letters and digits",
        "{\"type\":\"object\",\"required\":[\"b\"]} | /a demands a field that it does not describe",
        "5 | /a is no schema",
      })
  void whatWeDoNotUnderstandIsAReason(String schema, String reason) {
    assertThat(WrittenSchema.read(field(schema), Purpose.ARGUMENTS).toString()).contains(reason);
  }

  @Test
  void aSchemaOfManyPartsIsNone() {
    String wide = "{\"type\":\"object\",\"properties\":{%s\"z\":{\"type\":\"string\"}}}";
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      fields.append("\"f%d\":{\"type\":\"string\"},".formatted(i));
    }
    assertThat(WrittenSchema.read(field(wide.formatted(fields)), Purpose.ARGUMENTS))
        .isInstanceOf(WrittenSchema.Result.Unusable.class);
  }

  @Test
  void aResultMayHaveMoreThanItPromisesUnlessItSaysOtherwise() {
    JsonNode schema = field("{\"type\":\"number\"}");
    assertThat(problems(usable(schema, Purpose.RESULT), "{\"a\":1,\"more\":2}")).isEmpty();
    ((ObjectNode) schema).put("additionalProperties", false);
    assertThat(problems(usable(schema, Purpose.RESULT), "{\"a\":1,\"more\":2}")).isNotEmpty();
  }

  @Test
  void itsWordsAreMadeLegible() {
    RecordType<Document> type =
        usable(
            field(
                "{\"type\":\"string\",\"description\":\"a\\u202eb\\ufe0fc%s\"}"
                    .formatted("d".repeat(400))),
            Purpose.ARGUMENTS);
    assertThat(type.schema().at("/properties/a/description").asText())
        .startsWith("a\\u{202e}b\\u{fe0f}cd")
        .endsWith("…")
        .hasSizeLessThan(330);
  }
}
