package dev.cantilever.agent.grammar;

import dev.cantilever.agent.knowledge.SlotKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The phrases of one kind of work, by their first words. */
final class Lexicon {

  /**
   * A slot.
   *
   * @param label for people
   */
  record Slot(SlotKind kind, String label) {}

  /** The slot of the name of an instrument. */
  static final String INSTRUMENT = "instrument";

  private static final Phrase NAMED = Phrase.bare(INSTRUMENT);

  private final Words words;
  private final Map<String, Slot> slots;
  private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();
  private final List<Phrase> phrases;
  private final boolean namesInstrument;

  /**
   * Of these phrases.
   *
   * @param namesInstrument whether a sentence may name an instrument anywhere
   */
  Lexicon(Words words, Map<String, Slot> slots, List<Phrase> phrases, boolean namesInstrument) {
    this.words = words;
    this.namesInstrument = namesInstrument;
    this.slots = Map.copyOf(slots);
    this.phrases = List.copyOf(phrases);
    words.learn(phrases);
    for (Phrase phrase : phrases) {
      phrase
          .wording()
          .beginnings()
          .distinct()
          .forEach(first -> byFirstWord.computeIfAbsent(first, w -> new ArrayList<>()).add(phrase));
    }
  }

  Words words() {
    return words;
  }

  SlotKind kind(String slot) {
    return slots.get(slot).kind();
  }

  String label(String slot) {
    return slots.get(slot).label();
  }

  /** Phrases that could begin with this word, in the order in which they were declared. */
  List<Phrase> startingWith(String word) {
    List<Phrase> phrases = new ArrayList<>(byFirstWord.getOrDefault(word, List.of()));
    phrases.addAll(byFirstWord.getOrDefault("", List.of()));
    return phrases;
  }

  /** These phrases after some others, which count where both fit as well. */
  Lexicon after(List<Phrase> others) {
    List<Phrase> all = new ArrayList<>(others);
    all.addAll(phrases);
    return others.isEmpty() ? this : new Lexicon(words, slots, all, namesInstrument);
  }

  /**
   * A sentence laid out with these phrases. Where it was done may stand anywhere in it.
   *
   * @param instruments names of the instruments that there are
   */
  Cover cover(List<Token> tokens, Supplier<List<String>> instruments) {
    List<Token> loud = new ArrayList<>();
    boolean afterNumber = false;
    List<Cover.Spoken> named = new ArrayList<>();
    for (Token token : tokens) {
      String name = token.lower().replaceFirst("'s$", "");
      if (namesInstrument && instruments.get().contains(name)) {
        named.add(new Cover.Spoken(NAMED, Map.of(INSTRUMENT, name), List.of()));
        if (!loud.isEmpty() && words.isFiller(loud.getLast().lower())) {
          loud.removeLast();
        }
      } else if (afterNumber || !words.isSilent(token.lower())) {
        loud.add(token);
      }
      afterNumber = token.is(Token.Kind.NUMBER);
    }
    Cover cover = Cover.of(loud, this, instruments);
    named.addAll(cover.spoken());
    return new Cover(named, cover.unknown());
  }
}
