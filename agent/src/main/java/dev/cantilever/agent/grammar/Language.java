package dev.cantilever.agent.grammar;

import dev.cantilever.agent.knowledge.Phrasebook;
import dev.cantilever.agent.knowledge.Recipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that can be said in one language. */
final class Language {

  private static final int SHOWN = 4;

  private final List<Domain> domains = new ArrayList<>();
  private final Lexicon controls;
  private final Lexicon refusals;

  Language(Phrasebook book, List<Recipe> recipes) {
    recipes.forEach(recipe -> domains.add(RecipeDomain.of(recipe, book, new Words(book))));
    domains.add(OperationDomain.of(book, new Words(book)));
    controls = Controls.alone(book, new Words(book));
    refusals = refusals(book, new Words(book));
  }

  /** Kinds of work, in the order in which a sentence is tried. */
  List<Domain> domains() {
    return domains;
  }

  /** Words to the planner that stand alone. */
  Lexicon controls() {
    return controls;
  }

  /** Why a sentence is refused whatever else it says. */
  Optional<String> refusal(List<Token> tokens) {
    return refusals.cover(tokens, List::of).spoken().stream()
        .map(spoken -> spoken.phrase().name())
        .findFirst();
  }

  private static Lexicon refusals(Phrasebook book, Words words) {
    List<Phrase> phrases =
        book.refusals().stream()
            .flatMap(
                refusal ->
                    refusal.say().stream()
                        .map(
                            say ->
                                Phrase.of(
                                    Phrase.Means.CONTROL,
                                    refusal.because(),
                                    say,
                                    Map.of(),
                                    words::isSilent)))
            .toList();
    return new Lexicon(words, Map.of(), phrases, false);
  }

  /** A part of what can be said, and how to learn the rest. */
  String abilities() {
    return Stream.concat(
            domains.stream().flatMap(domain -> domain.abilities().stream().limit(SHOWN)),
            Stream.of("Say \"help\" for all that I can."))
        .collect(Collectors.joining("\n"));
  }

  /** All that can be said. */
  List<String> everything() {
    return domains.stream().flatMap(domain -> domain.abilities().stream()).toList();
  }

  static String named(List<String> words) {
    return words.isEmpty()
        ? "what is wanted"
        : words.stream().map(word -> "\"" + word + "\"").collect(Collectors.joining(", "));
  }
}
