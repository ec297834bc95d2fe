package dev.cantilever.agent.grammar;

import dev.cantilever.agent.grammar.Phrase.Means;
import dev.cantilever.agent.knowledge.Phrasebook;
import dev.cantilever.agent.knowledge.Phrasebook.Word;
import dev.cantilever.agent.knowledge.SlotKind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Words to the planner itself. */
final class Controls {

  /** These stand beside what is to be changed; the others stand alone. */
  private static final Set<Word> OF_CHANGES =
      Set.of(Word.AGAIN, Word.CHANGE, Word.CORRECT, Word.ADD);

  private static final Map<String, Lexicon.Slot> SLOTS =
      Map.of(
          "instrument", new Lexicon.Slot(SlotKind.INSTRUMENT, "instrument"),
          "topic", new Lexicon.Slot(SlotKind.WORD, "topic"));

  private Controls() {}

  static Stream<Phrase> ofChanges(Phrasebook book, Words words) {
    return phrases(book, words).filter(phrase -> OF_CHANGES.contains(Word.valueOf(phrase.name())));
  }

  /** What is said alone. */
  static Lexicon alone(Phrasebook book, Words words) {
    List<Phrase> alone =
        phrases(book, words)
            .filter(phrase -> !OF_CHANGES.contains(Word.valueOf(phrase.name())))
            .toList();
    return new Lexicon(words, SLOTS, alone, true);
  }

  private static Stream<Phrase> phrases(Phrasebook book, Words words) {
    return book.controls().stream()
        .flatMap(
            control ->
                control.say().stream()
                    .map(
                        say ->
                            Phrase.of(
                                Means.CONTROL,
                                control.word().name(),
                                say,
                                control.topic().isEmpty()
                                    ? Map.of()
                                    : Map.of("topic", control.topic()),
                                words::isSilent)));
  }
}
