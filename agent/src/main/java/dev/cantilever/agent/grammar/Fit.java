package dev.cantilever.agent.grammar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A wording at its place in a sentence.
 *
 * @param end where the sentence goes on
 * @param values of slots
 * @param strain how much had to be overlooked; 0 for what reads well
 * @param objections what is wrong with the values
 */
record Fit(int end, Map<String, String> values, int strain, List<String> objections) {

  /** A place in a sentence where nothing was read yet. */
  static Fit at(int place, Map<String, String> values) {
    return new Fit(place, values, 0, List.of());
  }

  /** Every way in which a wording can stand after this. */
  List<Fit> then(Wording wording, List<Token> tokens, Lexicon lexicon, Hole hole) {
    return switch (wording) {
      case Wording.Word word ->
          end < tokens.size() && tokens.get(end).lower().equals(word.text())
              ? List.of(new Fit(end + 1, values, strain, objections))
              : List.of();
      case Wording.Gap gap -> filled(gap.name(), lexicon, hole).map(List::of).orElse(List.of());
      case Wording.Any any -> {
        List<Fit> fits = new ArrayList<>();
        any.parts().forEach(part -> fits.addAll(then(part, tokens, lexicon, hole)));
        yield fits;
      }
      case Wording.All all -> {
        List<Fit> fits = List.of(this);
        for (Wording part : all.parts()) {
          List<Fit> next = new ArrayList<>();
          fits.forEach(fit -> next.addAll(fit.then(part, tokens, lexicon, hole)));
          fits = next;
        }
        yield fits;
      }
    };
  }

  private Optional<Fit> filled(HoleName name, Lexicon lexicon, Hole hole) {
    String first = name.slots().getFirst();
    return hole.read(lexicon.kind(first), end, name.unit())
        .map(
            value -> {
              Map<String, String> more = new LinkedHashMap<>(values);
              name.slots().forEach(slot -> more.put(slot, value.text()));
              List<String> wrong = new ArrayList<>(objections);
              value
                  .objection()
                  .map(
                      words -> "%s \"%s\": %s".formatted(lexicon.label(first), value.text(), words))
                  .ifPresent(wrong::add);
              return new Fit(value.end(), more, strain + value.strain(), wrong);
            });
  }
}
