package dev.cantilever.agent.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Catalogue;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tools}. */
@Command(name = "tools", description = "Lists the typed tools: schema, units, effect.")
final class ToolsCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Option(
      names = "--json",
      description = "As JSON: name, summary, effect, input and output schema.")
  private boolean json;

  private final Screen screen = new Screen(System.out, System.err);

  @Override
  public Integer call() {
    if (json) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      tools().entries().forEach(entry -> list.add(asJson(entry)));
      screen.json(list);
    } else {
      tools().entries().forEach(this::show);
    }
    return ExitCode.OK;
  }

  private Catalogue tools() {
    return home.installation().calls().catalogue();
  }

  private static <I extends Record, O extends Record> JsonNode asJson(Catalogue.Entry<I, O> entry) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", entry.tool().card().name())
        .put("summary", entry.tool().card().summary())
        .put("effect", effect(entry))
        .<com.fasterxml.jackson.databind.node.ObjectNode>set("input", entry.input().schema())
        .<com.fasterxml.jackson.databind.node.ObjectNode>set("output", entry.output().schema())
        .set("example", StrictJson.ours(entry.tool().card().example()));
  }

  private static String effect(Catalogue.Entry<?, ?> entry) {
    return entry.tool().card().effect().name().toLowerCase(Locale.ROOT);
  }

  private void show(Catalogue.Entry<?, ?> entry) {
    screen.say("%s  [%s]".formatted(entry.tool().card().name(), effect(entry)));
    screen.say("  " + entry.tool().card().summary());
    entry
        .input()
        .schema()
        .path("properties")
        .properties()
        .forEach(
            field ->
                screen.say(
                    "    %s: %s%s"
                        .formatted(
                            field.getKey(),
                            field.getValue().path("description").asText(),
                            allowed(field.getValue()))));
    screen.say(
        "  example: call %s '%s'"
            .formatted(entry.tool().card().name(), entry.tool().card().example()));
    screen.blank();
  }

  private static String allowed(JsonNode schema) {
    StringBuilder words = new StringBuilder();
    if (schema.has("minimum")) {
      words.append(" [%s, %s]".formatted(schema.get("minimum"), schema.path("maximum")));
    }
    if (schema.has("x-unit")) {
      words.append(
          " [%s, %s] %s"
              .formatted(
                  schema.path("x-min").asText(),
                  schema.path("x-max").asText(),
                  schema.get("x-unit").asText()));
    }
    if (schema.has("enum")) {
      words.append(" ").append(schema.get("enum"));
    }
    if (schema.has("default")) {
      words.append(" default ").append(schema.get("default"));
    }
    return words.toString();
  }
}
