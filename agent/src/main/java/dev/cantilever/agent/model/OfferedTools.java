package dev.cantilever.agent.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The catalogue as a model sees it, and the one call that hands over a plan. */
final class OfferedTools {

  /** Name of the call that hands over a plan. */
  static final String PROPOSE_PLAN = "propose_plan";

  /** What it takes. */
  record PlanArguments(@Doc("What to do, in order.") @Items(min = 1, max = 50) List<Step> steps) {

    PlanArguments {
      steps = List.copyOf(steps);
    }
  }

  static final RecordType<PlanArguments> PLAN = RecordType.forTool(PlanArguments.class);

  private final Catalogue catalogue;
  private final List<ToolSpecification> specifications;
  private final Hash hash;

  OfferedTools(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.specifications = specifications(catalogue);
    this.hash =
        Hash.of(
            specifications.stream().map(ToolSpecification::toString).collect(Collectors.joining()));
  }

  boolean areOf(Catalogue other) {
    return catalogue.equals(other);
  }

  List<ToolSpecification> specifications() {
    return specifications;
  }

  /** Of all that a model is told about tools. */
  Hash hash() {
    return hash;
  }

  private static List<ToolSpecification> specifications(Catalogue catalogue) {
    List<ToolSpecification> list = new ArrayList<>();
    for (Catalogue.Entry<?, ?> entry : catalogue.entries()) {
      String effect =
          entry.tool().card().effect().actsOnInstrument() ? " Only as a step of propose_plan." : "";
      list.add(
          specification(
              onTheWire(entry.tool().card().name()),
              entry.tool().card().summary() + effect,
              entry.input().schema()));
    }
    list.add(
        specification(
            PROPOSE_PLAN,
            "Hands over a plan to be checked and shown to the person; call it alone.",
            PLAN.schema()));
    return list;
  }

  /** Names with a dot are refused by some servers. */
  private static String onTheWire(String name) {
    return name.replace('.', '_');
  }

  /** The catalogue's name for a name on the wire; empty where it was invented. */
  Optional<String> named(String wire) {
    return entry(wire).map(entry -> entry.tool().card().name());
  }

  /** Every reason why {@code arguments} are not what the tool of that name on the wire takes. */
  List<Problem> problems(String wire, String arguments) {
    return entry(wire).stream()
        .flatMap(
            entry ->
                switch (entry.input().parse(arguments)) {
                  case Parsed.Valid<?> valid -> Stream.<Problem>empty();
                  case Parsed.Invalid<?> invalid -> invalid.problems().stream();
                })
        .toList();
  }

  private Optional<Catalogue.Entry<?, ?>> entry(String wire) {
    return catalogue.entries().stream()
        .filter(entry -> onTheWire(entry.tool().card().name()).equals(wire))
        .findFirst();
  }

  private static ToolSpecification specification(String name, String words, ObjectNode schema) {
    JsonObjectSchema.Builder parameters = JsonObjectSchema.builder().additionalProperties(false);
    schema
        .get("properties")
        .properties()
        .forEach(
            field ->
                parameters.addProperty(
                    field.getKey(), JsonRawSchema.from(field.getValue().toString())));
    Map<String, JsonSchemaElement> definitions = new LinkedHashMap<>();
    schema
        .path("$defs")
        .properties()
        .forEach(
            choice ->
                definitions.put(choice.getKey(), JsonRawSchema.from(choice.getValue().toString())));
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(field -> required.add(field.asText()));
    return ToolSpecification.builder()
        .name(name)
        .description(words)
        .parameters(parameters.required(required).definitions(definitions).build())
        .build();
  }
}
