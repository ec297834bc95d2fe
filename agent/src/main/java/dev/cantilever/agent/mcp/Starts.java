package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.knowledge.Recipe;
import dev.cantilever.agent.knowledge.SlotKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guided starts: the recipes of the knowledge base as prompts, their slots as arguments. */
public final class Starts {

  private static final String END =
      """
      Look first, with tools that only read: instrument.describe, instrument.state, limits://current.
      What adjusts, moves or exposes runs in a plan that I approve: ask for it with plan.request,
      tell me the ticket, and begin it with plan.run once I have said yes. Or say the wish as one
      sentence with these numbers for me to begin at the console:
      ./cantilever ask "%s"
      """;

  private final List<Recipe> recipes;

  public Starts(List<Recipe> recipes) {
    this.recipes = List.copyOf(recipes);
  }

  /** One start. */
  public record Start(String name, String title, String description, List<Blank> blanks) {

    public Start {
      blanks = List.copyOf(blanks);
    }
  }

  /** What may be filled in. */
  public record Blank(String name, String description, boolean isRequired) {}

  /** What came of filling in. */
  public sealed interface Text {
    record Written(String words) implements Text {}

    record Wrong(String reason) implements Text {}
  }

  /** All, in the order of the knowledge base. */
  List<Start> all() {
    return recipes.stream()
        .map(
            recipe ->
                new Start(
                    recipe.name(),
                    recipe.title(),
                    "For example: " + recipe.example(),
                    recipe.slots().stream().map(Starts::blank).toList()))
        .toList();
  }

  private static Blank blank(Recipe.Slot slot) {
    String kind = kind(slot.kind());
    String preset = slot.preset().isEmpty() ? "" : "; %s if not given".formatted(slot.preset());
    String said =
        slot.phrases().isEmpty() ? "" : ", as in \"%s\"".formatted(slot.phrases().getFirst());
    return new Blank(slot.name(), kind + said + preset, isRequired(slot));
  }

  private static String kind(SlotKind kind) {
    return kind == SlotKind.COUNT
        ? "a whole number"
        : kind.quantity()
            .map(quantity -> "a %s with its unit".formatted(quantity.label()))
            .orElse("a word that the tool knows");
  }

  private static boolean isRequired(Recipe.Slot slot) {
    return slot.preset().isEmpty() && !slot.question().isEmpty();
  }

  /** The words of a start with its blanks filled in; empty where there is no such start. */
  Optional<Text> text(String name, JsonNode filled) {
    return recipes.stream()
        .filter(recipe -> recipe.name().equals(name))
        .findFirst()
        .map(recipe -> text(recipe, filled));
  }

  private static Text text(Recipe recipe, JsonNode filled) {
    List<String> lines = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    filled
        .fieldNames()
        .forEachRemaining(
            given -> {
              if (recipe.slots().stream().noneMatch(slot -> slot.name().equals(given))) {
                wrong.add("there is no such blank; known are " + names(recipe));
              }
            });
    for (Recipe.Slot slot : recipe.slots()) {
      String given = filled.path(slot.name()).asText(slot.preset());
      if (given.isEmpty() && isRequired(slot)) {
        wrong.add("%s is missing: %s".formatted(slot.name(), slot.question()));
      } else if (!given.isEmpty() && !given.equals(Recipe.LEFT_OUT)) {
        problem(slot, given).ifPresent(wrong::add);
        lines.add("- %s: %s".formatted(slot.name(), given));
      }
    }
    return wrong.isEmpty()
        ? new Text.Written(words(recipe, lines))
        : new Text.Wrong(String.join("; ", wrong));
  }

  private static String words(Recipe recipe, List<String> lines) {
    String fixed =
        recipe.fixed().stream()
            .map(one -> "- %s: %s".formatted(one.name(), one.value().canonical()))
            .collect(Collectors.joining("\n"));
    return "I want to %s. That is one call of %s with\n%s\n%s\n\n%s"
        .formatted(
            recipe.title(),
            recipe.tool(),
            fixed,
            String.join("\n", lines),
            END.formatted(recipe.example()));
  }

  private static Optional<String> problem(Recipe.Slot slot, String given) {
    if (slot.kind() == SlotKind.COUNT) {
      return given.matches("[0-9]{1,9}")
          ? Optional.empty()
          : Optional.of("%s is to be a whole number".formatted(slot.name()));
    }
    return slot.kind()
        .quantity()
        .flatMap(kind -> unreadable(QuantityLiteral.parse(given, kind)))
        .map(problem -> "%s: %s".formatted(slot.name(), problem));
  }

  private static Optional<String> unreadable(QuantityLiteral.Result read) {
    return read instanceof QuantityLiteral.Unreadable unreadable
        ? Optional.of(unreadable.problem())
        : Optional.empty();
  }

  private static String names(Recipe recipe) {
    return recipe.slots().stream().map(Recipe.Slot::name).collect(Collectors.joining(", "));
  }
}
