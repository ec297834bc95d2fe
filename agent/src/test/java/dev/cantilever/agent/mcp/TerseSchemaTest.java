package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.tool.Catalogue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fewer words, the same values. */
class TerseSchemaTest {

  /** Bounds that no number, text or list passes, as they stand in schemas. */
  private static final List<String> VOID =
      List.of(
          "minimum -1.7976931348623157E308",
          "maximum 1.7976931348623157E308",
          "x-min -1.7976931348623157E308",
          "x-max 1.7976931348623157E308",
          "minItems 0",
          "maxItems 2147483647",
          "maxLength 2147483647");

  /** The same for what we write ourselves. */
  private static final List<String> VOID_IN_RESULTS =
      List.of(
          "minimum -2147483648",
          "maximum 2147483647",
          "minimum -9007199254740991",
          "maximum 9007199254740991");

  @Test
  void argumentsAreHeldToEveryBoundThatSaysSomething() {
    for (Catalogue.Entry<?, ?> entry : Installation.tools().entries()) {
      assertThat(TerseSchema.ofArguments(entry.input().schema()))
          .as(entry.tool().card().name())
          .isEqualTo(without(VOID, entry.input().schema()));
    }
  }

  @Test
  void aResultThatIsWrittenOutAgainIsWhatItWas() {
    for (Catalogue.Entry<?, ?> entry : Installation.tools().entries()) {
      ObjectNode terse = TerseSchema.ofResult(entry.output().schema());
      JsonNode definitions = terse.path("$defs");
      JsonNode whole = writtenOut(terse, definitions);
      ((ObjectNode) whole).remove("$defs");
      JsonNode before = without(VOID_IN_RESULTS, without(VOID, entry.output().schema()));
      assertThat(whole).as(entry.tool().card().name()).isEqualTo(asWritten(before));
    }
  }

  @Test
  void allListsTogetherAreMuchShorter() {
    int before = 0;
    int after = 0;
    for (Catalogue.Entry<?, ?> entry : Installation.tools().entries()) {
      before += entry.input().schema().toString().length();
      before += entry.output().schema().toString().length();
      after += TerseSchema.ofArguments(entry.input().schema()).toString().length();
      after += TerseSchema.ofResult(entry.output().schema()).toString().length();
    }
    assertThat(after).isLessThan(before * 3 / 4);
  }

  private static JsonNode without(List<String> bounds, JsonNode node) {
    if (node.isObject()) {
      ObjectNode kept = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> one : node.properties()) {
        if (!bounds.contains(one.getKey() + " " + one.getValue().asText())) {
          kept.set(one.getKey(), without(bounds, one.getValue()));
        }
      }
      return kept;
    }
    if (node.isArray()) {
      ArrayNode kept = JsonNodeFactory.instance.arrayNode();
      node.forEach(one -> kept.add(without(bounds, one)));
      return kept;
    }
    return node;
  }

  private static JsonNode writtenOut(JsonNode node, JsonNode definitions) {
    if (node.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      node.forEach(one -> list.add(writtenOut(one, definitions)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> one : node.properties()) {
      if (one.getKey().equals("$ref")) {
        String name = one.getValue().asText().substring("#/$defs/".length());
        whole.setAll((ObjectNode) writtenOut(definitions.path(name), definitions));
      } else {
        whole.set(one.getKey(), writtenOut(one.getValue(), definitions));
      }
    }
    return whole;
  }

  /** A quantity is written as a value and its unit alone. */
  private static JsonNode asWritten(JsonNode node) {
    if (node.has("x-quantity")) {
      ObjectNode quantity = (ObjectNode) node;
      quantity.setAll((ObjectNode) node.path("oneOf").path(0));
      quantity.remove("oneOf");
    }
    node.forEach(TerseSchemaTest::asWritten);
    return node;
  }
}
