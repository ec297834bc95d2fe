package dev.cantilever.tools.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTypeTest {

  private static final RecordType<Scan> TYPE = RecordType.forTool(Scan.class);

  @Test
  void schemaIsAClosedObjectOfDescribedProperties() {
    ObjectNode schema = TYPE.schema();
    assertThat(schema.path("type").asText()).isEqualTo("object");
    assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
    assertThat(schema.path("additionalProperties").booleanValue()).isFalse();
    assertThat(schema.path("required"))
        .extracting(JsonNode::asText)
        .containsExactly("start", "gain", "direction", "sites");
    assertThat(schema.path("properties")).hasSize(8);
    assertThat(schema.path("properties"))
        .allSatisfy(property -> assertThat(property.path("description").asText()).isNotEmpty());
  }

  @Test
  void schemaStatesBoundsDefaultsAndChoices() {
    JsonNode properties = TYPE.schema().path("properties");
    assertThat(canonical(properties.path("lines")))
        .isEqualTo(
            canonical(
                json(
                    """
                    {"type": "integer", "minimum": 1, "maximum": 64, "default": 8,
                     "description": "Number of lines."}""")));
    assertThat(canonical(properties.path("gain")))
        .isEqualTo(
            canonical(
                json(
                    """
                    {"type": "number", "minimum": 0, "maximum": 2,
                     "description": "Feedback gain."}""")));
    assertThat(properties.path("direction").path("enum"))
        .extracting(JsonNode::asText)
        .containsExactly("fast_axis", "slow_axis");
    assertThat(properties.path("note").path("maxLength").intValue()).isEqualTo(12);
    assertThat(properties.path("sites").path("minItems").intValue()).isEqualTo(1);
    assertThat(properties.path("sites").path("maxItems").intValue()).isEqualTo(3);
    assertThat(properties.path("sites").path("items").path("maximum").intValue()).isEqualTo(9);
    assertThat(properties.path("shape").path("oneOf"))
        .extracting(choice -> choice.at("/properties/kind/const").asText())
        .containsExactly("dot", "long_line");
  }

  @Test
  void schemaStatesTheBoundsOfAQuantityInItsSiUnit() {
    JsonNode start = TYPE.schema().path("properties").path("start");
    assertThat(start.path("x-quantity").asText()).isEqualTo("length");
    assertThat(start.path("x-unit").asText()).isEqualTo("m");
    assertThat(start.path("x-min").doubleValue()).isEqualTo(-1e-6);
    assertThat(start.path("x-max").doubleValue()).isEqualTo(1e-6);
  }

  @Test
  void writesDefaultsOutInCanonicalForm() {
    assertThat(TYPE.canonical(valid(TYPE, Scan.SHORTEST)).canonical())
        .isEqualTo(
            "{\"direction\":\"slow_axis\",\"gain\":0.5,\"lines\":8,\"retrace\":true,"
                + "\"shape\":{\"kind\":\"dot\"},\"sites\":[3],"
                + "\"start\":{\"unit\":\"m\",\"value\":2.5e-7}}");
  }

  @Test
  void spellingsOfOneValueHaveOneCanonicalForm() {
    JsonText expected = TYPE.canonical(valid(TYPE, Scan.SHORTEST));
    for (String start :
        List.of("\"0.25 µm\"", "\"2.5e-7 m\"", "{\"unit\": \"nm\", \"value\": 250.0}")) {
      String other = Scan.SHORTEST.replace("\"250 nm\"", start).replace("0.5", "5e-1");
      assertThat(TYPE.canonical(valid(TYPE, other))).isEqualTo(expected);
    }
  }

  @Test
  void readsBackWhatItWrote() {
    long seed = 20260101;
    Random random = new Random(seed);
    for (int i = 0; i < 500; i++) {
      Scan scan = draw(random);
      assertThat(valid(TYPE, TYPE.canonical(scan).canonical()))
          .as("seed %d, draw %d", seed, i)
          .isEqualTo(scan);
    }
  }

  private static Scan draw(Random random) {
    return new Scan(
        new Length((random.nextDouble() - 0.5) * 2e-6),
        1 + random.nextInt(32),
        random.nextDouble() * 2,
        random.nextBoolean() ? Scan.Direction.FAST_AXIS : Scan.Direction.SLOW_AXIS,
        random.nextBoolean() ? Optional.of("µ\"\\\n" + random.nextInt(99)) : Optional.empty(),
        random.ints(1 + random.nextInt(3), 0, 10).boxed().toList(),
        random.nextBoolean(),
        random.nextBoolean()
            ? new Scan.Dot()
            : new Scan.LongLine(new Length(random.nextDouble() * 1e-3)));
  }

  /** JSON in JSON stands as the value itself, whatever it is. */
  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "[1,\"a\"]", "{\"a\":{\"b\":1.5}}", "\"text\"", "1e-7"})
  void jsonInsideARecordReadsBackUnchanged(String inner) {
    Note note = new Note(new JsonText(inner));
    JsonText written = RecordType.of(Note.class).canonical(note);
    assertThat(written.canonical()).isEqualTo("{\"inside\":" + inner + "}");
    assertThat(RecordType.of(Note.class).ours(written)).isEqualTo(note);
  }

  @Test
  void refusesToReadItsOwnFilesWhereTheyAreBroken() {
    assertThatIllegalArgumentException().isThrownBy(() -> TYPE.ours(new JsonText("{}")));
    assertThatIllegalArgumentException().isThrownBy(() -> TYPE.ours(new JsonText("{")));
  }

  @Test
  void refusesAToolRecordThatIsNotFullyDescribed() {
    refusedForTool(Undescribed.class, "count needs @Doc");
    refusedForTool(UnboundedInt.class, "count needs @Bounds");
    refusedForTool(UnboundedReal.class, "x needs @Bounds");
    refusedForTool(UnboundedText.class, "name needs @Text");
    refusedForTool(UnboundedList.class, "sites needs @Items");
    refusedForTool(InnerUndescribed.class, "count needs @Doc");
  }

  @Test
  void refusesAToolRecordWithAnUnboundedQuantity() {
    refusedForTool(UnboundedLength.class, "length needs @Bounds");
  }

  @Test
  void refusesADefaultThatTheFieldItselfRefuses() {
    refusedForTool(BadDefault.class, "has a default that it refuses");
  }

  @Test
  void refusesTypesThatJsonDoesNotKnowAndRecordsWithoutEnd() {
    refusedForTool(Foreign.class, "has a type that JSON does not know");
    refusedForTool(Endless.class, "nested deeper");
  }

  @Test
  void readsRecordsOfOurOwnWithoutAnnotations() {
    assertThat(valid(RecordType.of(UnboundedInt.class), "{\"count\": -2147483648}"))
        .isEqualTo(new UnboundedInt(Integer.MIN_VALUE));
    assertThat(RecordType.of(UnboundedInt.class).parse("{\"count\": 2147483648}"))
        .isInstanceOf(Parsed.Invalid.class);
  }

  private record Note(JsonText inside) {}

  private record Undescribed(@Bounds(min = 0, max = 1) int count) {}

  private record UnboundedInt(@Doc("A number.") int count) {}

  private record UnboundedReal(@Doc("A number.") double x) {}

  private record UnboundedText(@Doc("A text.") String name) {}

  private record UnboundedList(@Doc("A list.") @Bounds(min = 0, max = 1) List<Integer> sites) {}

  private record UnboundedLength(@Doc("A length.") Length length) {}

  private record InnerUndescribed(@Doc("Some.") @Items(max = 2) List<Undescribed> some) {}

  private record BadDefault(@Doc("A number.") @Bounds(min = 1, max = 2) @Default("0") int count) {}

  private record Foreign(@Doc("A thing.") Thread thread) {}

  private record Endless(@Doc("Another.") Optional<Endless> next) {}

  private static void refusedForTool(Class<? extends Record> type, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RecordType.forTool(type))
        .withMessageContaining(reason);
  }

  private static <T extends Record> T valid(RecordType<T> type, String text) {
    return switch (type.parse(text)) {
      case Parsed.Valid<T> valid -> valid.value();
      case Parsed.Invalid<T> invalid -> throw new AssertionError(invalid.problems());
    };
  }

  private static String canonical(JsonNode node) {
    return CanonicalJson.text(node);
  }

  private static JsonNode json(String text) {
    return StrictJson.ours(text);
  }
}
