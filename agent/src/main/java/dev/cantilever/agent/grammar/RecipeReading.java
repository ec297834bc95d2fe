package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.knowledge.Recipe;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sentences read in the light of one recipe; what is said later holds over what was said before.
 */
final class RecipeReading {

  private final Recipe recipe;
  private final String said;
  private final Map<String, String> given = new LinkedHashMap<>();
  private final Map<String, String> contradictions = new LinkedHashMap<>();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> unreadable = new ArrayList<>();
  private boolean hasGoal;
  private boolean hasSubject;

  private RecipeReading(Recipe recipe, List<String> sentences) {
    this.recipe = recipe;
    this.said = String.join(", ", sentences).strip();
  }

  /**
   * Reads sentences.
   *
   * @param seed what the slot {@code seed} holds where no sentence says
   */
  static RecipeReading of(Recipe recipe, List<String> sentences, long seed) {
    RecipeReading reading = new RecipeReading(recipe, sentences);
    sentences.forEach(reading::hear);
    if (recipe.slots().stream().anyMatch(slot -> slot.name().equals("seed"))) {
      reading.given.putIfAbsent("seed", Long.toString(seed));
    }
    return reading;
  }

  private void hear(String text) {
    Sentence sentence = new Sentence(text);
    Map<String, String> here = new LinkedHashMap<>();
    recipe.slots().stream()
        .flatMap(slot -> slot.phrases().stream().map(phrase -> new Phrase(slot, phrase)))
        .sorted(Phrase.MOST_CERTAIN_FIRST)
        .forEach(phrase -> take(sentence, phrase, here));
    hasSubject |= takeAny(sentence, recipe.subjects());
    takeAny(sentence, recipe.objects());
    hasGoal |= takeAny(sentence, recipe.goals());
    bareNumber(sentence, here);
    given.putAll(here);
    unknown.addAll(sentence.leftOver());
  }

  private record Phrase(Recipe.Slot slot, String text) {

    /** Phrases with more words first; a bare {q} could swallow a count. */
    static final Comparator<Phrase> MOST_CERTAIN_FIRST =
        Comparator.comparing((Phrase phrase) -> phrase.text().contains("{q}"))
            .thenComparing(phrase -> -phrase.text().length())
            .thenComparing(Phrase::text);
  }

  private void take(Sentence sentence, Phrase phrase, Map<String, String> here) {
    Optional<String> value = sentence.take(phrase.text());
    while (value.isPresent()) {
      String before = here.putIfAbsent(phrase.slot().name(), value.get());
      if (before == null) {
        contradictions.remove(phrase.slot().name());
      } else if (!before.equals(value.get())) {
        contradictions.put(
            phrase.slot().name(),
            "%s is given twice, as %s and as %s; say which"
                .formatted(words(phrase.slot()), before, value.get()));
      }
      value = sentence.take(phrase.text());
    }
  }

  private static boolean takeAny(Sentence sentence, List<String> phrases) {
    List<String> longestFirst =
        phrases.stream().sorted(Comparator.comparing(phrase -> -phrase.length())).toList();
    boolean taken = false;
    for (String phrase : longestFirst) {
      taken |= sentence.take(phrase).isPresent();
    }
    return taken;
  }

  /** A number alone answers the question for the one count that is open. */
  private void bareNumber(Sentence sentence, Map<String, String> here) {
    List<Recipe.Slot> open =
        recipe.slots().stream()
            .filter(slot -> slot.kind() == Recipe.SlotKind.COUNT && isOpen(slot, here))
            .toList();
    if (open.size() == 1) {
      String slot = open.getFirst().name();
      sentence
          .take("{n}")
          .ifPresent(
              value -> {
                here.put(slot, value);
                contradictions.remove(slot);
              });
    }
  }

  private boolean isOpen(Recipe.Slot slot, Map<String, String> here) {
    boolean isMissing =
        slot.preset().isEmpty()
            && !given.containsKey(slot.name())
            && !here.containsKey(slot.name());
    return isMissing || (contradictions.containsKey(slot.name()) && !here.containsKey(slot.name()));
  }

  private List<Recipe.Slot> missing() {
    return recipe.slots().stream()
        .filter(slot -> slot.preset().isEmpty() && !given.containsKey(slot.name()))
        .toList();
  }

  /** Whether the sentence is about this recipe at all. */
  boolean concerns() {
    return hasSubject;
  }

  List<String> unknown() {
    return List.copyOf(unknown);
  }

  static String named(List<String> words) {
    return words.isEmpty()
        ? "what is wanted"
        : words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
  }

  Reply reply() {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    recipe
        .fixed()
        .forEach(fixed -> arguments.set(fixed.name(), StrictJson.ours(fixed.value().canonical())));
    List<String> understood = new ArrayList<>();
    for (Recipe.Slot slot : recipe.slots()) {
      String value = given.getOrDefault(slot.name(), slot.preset());
      if (!value.isEmpty()) {
        put(arguments, slot, value);
        understood.add(
            "%s: %s%s"
                .formatted(words(slot), value, given.containsKey(slot.name()) ? "" : " (assumed)"));
      }
    }
    if (!unknown.isEmpty()) {
      return new Reply.Cannot(
          "I do not understand %s in this sentence, so I do nothing. I can %s; say for example: %s"
              .formatted(named(unknown), recipe.title(), recipe.example()));
    }
    List<String> objections = new ArrayList<>(contradictions.values());
    objections.addAll(unreadable);
    if (!objections.isEmpty()) {
      return new Reply.Question(String.join("\n", objections));
    }
    if (!hasGoal) {
      return new Reply.Question(
          "What should be done? I can %s.".formatted(String.join(", ", recipe.goals())));
    }
    if (!missing().isEmpty()) {
      return new Reply.Question(
          missing().stream().map(Recipe.Slot::question).collect(Collectors.joining("\n")));
    }
    return new Reply.Proposal(
        new Plan(said, List.of(new Step.Call(recipe.tool(), canonical(arguments)))), understood);
  }

  private void put(ObjectNode arguments, Recipe.Slot slot, String value) {
    switch (slot.kind()) {
      case COUNT -> arguments.put(slot.name(), Long.parseLong(value));
      case VOLTAGE, LENGTH, TIME -> {
        arguments.put(slot.name(), value);
        if (QuantityLiteral.parse(value, slot.kind().quantity())
            instanceof QuantityLiteral.Unreadable no) {
          unreadable.add("%s \"%s\": %s".formatted(words(slot), value, no.problem()));
        }
      }
    }
  }

  private static JsonText canonical(ObjectNode arguments) {
    return new JsonText(CanonicalJson.text(arguments));
  }

  private static String words(Recipe.Slot slot) {
    return slot.name().replace('_', ' ');
  }
}
