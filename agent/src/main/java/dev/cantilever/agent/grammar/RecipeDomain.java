package dev.cantilever.agent.grammar;

import dev.cantilever.agent.grammar.Phrase.Means;
import dev.cantilever.agent.knowledge.Phrasebook;
import dev.cantilever.agent.knowledge.Recipe;
import dev.cantilever.agent.knowledge.SlotKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The experiments of one recipe. */
record RecipeDomain(Recipe recipe, Lexicon lexicon) implements Domain {

  static RecipeDomain of(Recipe recipe, Phrasebook book, Words words) {
    List<Phrase> phrases = new ArrayList<>();
    for (Recipe.Slot slot : recipe.slots()) {
      String hole = "{" + slot.name() + "}";
      slot.phrases()
          .forEach(
              say ->
                  add(
                      phrases,
                      Means.VALUE,
                      "",
                      say.replace("{n}", hole).replace("{q}", hole),
                      words));
    }
    recipe.slots().stream()
        .filter(slot -> slot.kind() == SlotKind.WORD)
        .forEach(slot -> settings(book, slot.name(), words).forEach(phrases::add));
    recipe.subjects().forEach(say -> add(phrases, Means.SUBJECT, "", say, words));
    recipe.objects().forEach(say -> add(phrases, Means.OBJECT, "", say, words));
    recipe.goals().forEach(say -> add(phrases, Means.ACT, "", say, words));
    Controls.ofChanges(book, words).forEach(phrases::add);
    Map<String, Lexicon.Slot> slots =
        recipe.slots().stream()
            .collect(
                Collectors.toMap(
                    Recipe.Slot::name,
                    slot -> new Lexicon.Slot(slot.kind(), slot.name().replace('_', ' '))));
    return new RecipeDomain(recipe, new Lexicon(words, slots, phrases, false));
  }

  /** Words that give a value without naming it: the phrasebook's, as for an instrument. */
  private static Stream<Phrase> settings(Phrasebook book, String slot, Words words) {
    return book.phrases().stream()
        .filter(one -> one.sets().stream().anyMatch(set -> set.slot().equals(slot)))
        .flatMap(
            one ->
                one.say().stream()
                    .map(
                        say ->
                            Phrase.of(
                                Means.VALUE,
                                "",
                                say,
                                OperationDomain.values(one.sets()),
                                words::isSilent)));
  }

  private static void add(List<Phrase> phrases, Means means, String name, String say, Words words) {
    phrases.add(Phrase.of(means, name, say, Map.of(), words::isSilent));
  }

  @Override
  public boolean begins(Heard sentence) {
    return sentence.has(Means.SUBJECT);
  }

  @Override
  public Work begin(List<Work> before, long seed) {
    return new RecipeWork(this, seed);
  }

  @Override
  public List<String> abilities(Heard sentence) {
    return abilities();
  }

  @Override
  public List<String> abilities() {
    return List.of("I can %s; say for example: %s".formatted(recipe.title(), recipe.example()));
  }
}
