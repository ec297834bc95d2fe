package dev.cantilever.agent.grammar;

import dev.cantilever.agent.grammar.Cover.Spoken;
import dev.cantilever.agent.grammar.Phrase.Means;
import dev.cantilever.agent.knowledge.Phrasebook;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence that was understood word by word.
 *
 * @param text as it was said
 * @param spelling words that were taken for others, for people
 */
record Heard(String text, List<Spoken> spoken, List<String> spelling) {

  Heard {
    spoken = List.copyOf(spoken);
    spelling = List.copyOf(spelling);
  }

  Stream<Spoken> of(Means means) {
    return spoken.stream().filter(one -> one.phrase().means() == means);
  }

  boolean has(Means means) {
    return of(means).findAny().isPresent();
  }

  boolean has(Phrasebook.Word word) {
    return of(Means.CONTROL).anyMatch(one -> one.phrase().name().equals(word.name()));
  }
}
