package dev.cantilever.agent.grammar;

import dev.cantilever.agent.knowledge.Phrasebook;
import dev.cantilever.vocabulary.quantity.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Single words: which of them mean something, and which change nothing. */
final class Words {

  private final Set<String> silent;
  private final Set<String> fillers;
  private final Set<String> guarded;
  private final Map<String, String> numerals;
  private final Map<String, String> units;
  private final Set<String> ofPhrases = new TreeSet<>();

  /** The words of a language. */
  Words(Phrasebook book) {
    silent = Set.copyOf(book.silent());
    fillers = Set.copyOf(book.fillers());
    guarded = Set.copyOf(book.guarded());
    numerals =
        book.numerals().stream()
            .collect(
                Collectors.toMap(
                    Phrasebook.Numeral::word, numeral -> Integer.toString(numeral.value())));
    units =
        book.units().stream()
            .collect(Collectors.toMap(Phrasebook.Alias::word, Phrasebook.Alias::unit));
  }

  /** Takes the words of phrases in. */
  void learn(List<Phrase> phrases) {
    phrases.forEach(phrase -> phrase.wording().words().forEach(ofPhrases::add));
  }

  boolean isSilent(String word) {
    return silent.contains(word);
  }

  boolean isFiller(String word) {
    return fillers.contains(word);
  }

  boolean isGuarded(String word) {
    return guarded.contains(word);
  }

  /** Whether it means something in some phrase. */
  boolean knows(String word) {
    return ofPhrases.contains(word) || isFiller(word) || isSilent(word);
  }

  /** Words that a misspelt one may have been meant as, in alphabetical order. */
  Set<String> ofPhrases() {
    return ofPhrases;
  }

  Optional<String> numeral(String word) {
    return Optional.ofNullable(numerals.get(word));
  }

  /** The symbol of a unit in words, or the word itself. */
  String unit(String word) {
    return units.getOrDefault(word, word);
  }

  boolean isUnit(String symbol) {
    return Units.parse(symbol).isPresent();
  }
}
