package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.grammar.Phrase.Means;
import dev.cantilever.agent.knowledge.Phrasebook.Word;
import dev.cantilever.agent.knowledge.Recipe;
import dev.cantilever.agent.knowledge.SlotKind;
import dev.cantilever.agent.planner.Reply;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An experiment of a recipe; what is said later holds over what was said before. */
final class RecipeWork implements Work {

  private final RecipeDomain domain;
  private final List<String> said = new ArrayList<>();
  private final Map<String, String> given = new LinkedHashMap<>();
  private final Map<String, String> objections = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private final long seed;
  private boolean hasGoal;

  RecipeWork(RecipeDomain domain, long seed) {
    this.domain = domain;
    this.seed = seed;
  }

  @Override
  public Domain domain() {
    return domain;
  }

  private Recipe recipe() {
    return domain.recipe();
  }

  @Override
  public Work done() {
    return this;
  }

  @Override
  public Work plus(Heard sentence) {
    RecipeWork next = new RecipeWork(domain, seed);
    next.said.addAll(said);
    next.said.add(sentence.text().strip());
    next.given.putAll(given);
    next.objections.putAll(objections);
    next.hasGoal = hasGoal || sentence.has(Means.ACT);
    next.notes.addAll(sentence.spelling());
    Map<String, String> here = new LinkedHashMap<>();
    sentence
        .of(Means.VALUE)
        .forEach(spoken -> spoken.values().forEach((slot, value) -> next.take(slot, value, here)));
    sentence
        .of(Means.VALUE)
        .filter(spoken -> !spoken.objections().isEmpty())
        .forEach(
            spoken ->
                spoken
                    .values()
                    .keySet()
                    .forEach(slot -> next.objections.put(slot, spoken.objections().getFirst())));
    here.forEach(next::change);
    return next;
  }

  private void take(String slot, String value, Map<String, String> here) {
    String before = here.put(slot, value);
    if (before == null || before.equals(value)) {
      objections.remove(slot);
    } else {
      objections.put(
          slot,
          "%s is given twice, as %s and as %s; say which".formatted(words(slot), before, value));
    }
  }

  private void change(String slot, String value) {
    String before = given.put(slot, value);
    if (before != null && !before.equals(value)) {
      notes.add("changed %s from %s to %s".formatted(words(slot), before, value));
    }
  }

  @Override
  public List<Phrase> bare(boolean correction) {
    List<String> slots = new ArrayList<>(missing().stream().map(Recipe.Slot::name).toList());
    slots.addAll(objections.keySet());
    List<String> known = new ArrayList<>(given.keySet()).reversed();
    if (correction) {
      slots.addAll(known);
    }
    List<String> counts = slots.stream().filter(this::isCount).toList();
    return slots.stream()
        .distinct()
        .filter(slot -> correction || !isCount(slot) || counts.size() == 1)
        .map(Phrase::bare)
        .toList();
  }

  @Override
  public boolean continues(Heard sentence, boolean correction) {
    boolean marked = sentence.has(Word.CHANGE) || sentence.has(Word.CORRECT);
    boolean says = sentence.has(Means.VALUE) || sentence.has(Word.AGAIN) || !hasGoal;
    return !domain.begins(sentence)
        && says
        && (marked || !correction)
        && (!hasGoal || !sentence.has(Means.ACT));
  }

  private boolean isCount(String slot) {
    return domain.lexicon().kind(slot) == SlotKind.COUNT;
  }

  private List<Recipe.Slot> missing() {
    return recipe().slots().stream()
        .filter(slot -> preset(slot).isEmpty() && !given.containsKey(slot.name()))
        .toList();
  }

  private String preset(Recipe.Slot slot) {
    return slot.name().equals("seed") ? Long.toString(seed) : slot.preset();
  }

  @Override
  public Reply reply(ToolDesk desk) {
    if (!objections.isEmpty()) {
      return new Reply.Question(String.join("\n", objections.values()));
    }
    if (!hasGoal) {
      return new Reply.Question(
          "What should be done? I can %s.".formatted(String.join(", ", recipe().goals())));
    }
    if (!missing().isEmpty()) {
      return new Reply.Question(
          missing().stream().map(Recipe.Slot::question).collect(Collectors.joining("\n")));
    }
    Step step = new Step.Call(recipe().tool(), arguments());
    return new Reply.Proposal(new Plan(String.join(", ", said), List.of(step)), understood());
  }

  private JsonText arguments() {
    ObjectNode arguments = JsonNodeFactory.instance.objectNode();
    recipe()
        .fixed()
        .forEach(fixed -> arguments.set(fixed.name(), StrictJson.ours(fixed.value().canonical())));
    for (Recipe.Slot slot : recipe().slots()) {
      String value = given.getOrDefault(slot.name(), preset(slot));
      if (slot.kind() == SlotKind.COUNT) {
        arguments.put(slot.name(), Long.parseLong(value));
      } else if (!value.equals(Recipe.LEFT_OUT)) {
        arguments.put(slot.name(), value);
      }
    }
    return new JsonText(CanonicalJson.text(arguments));
  }

  private List<String> understood() {
    List<String> lines = new ArrayList<>(notes);
    for (Recipe.Slot slot : recipe().slots()) {
      String value = given.getOrDefault(slot.name(), preset(slot));
      boolean assumed = !given.containsKey(slot.name()) && !slot.name().equals("seed");
      if (!value.equals(Recipe.LEFT_OUT)) {
        String shown = slot.kind() == SlotKind.WORD ? words(value) : value;
        lines.add("%s: %s%s".formatted(words(slot.name()), shown, assumed ? " (assumed)" : ""));
      }
    }
    return lines;
  }

  private static String words(String slot) {
    return slot.replace('_', ' ');
  }
}
