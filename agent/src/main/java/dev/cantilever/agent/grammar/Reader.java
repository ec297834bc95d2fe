package dev.cantilever.agent.grammar;

import dev.cantilever.agent.grammar.Phrase.Means;
import dev.cantilever.agent.knowledge.Phrasebook.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads one sentence in the light of those before it. Every word must be accounted for. What reads
 * as it stands goes before what reads with better spelling; a word to the planner before a change
 * of the present work, and that before new work.
 *
 * @param instruments names of the instruments that there are
 */
record Reader(Language language, Supplier<List<String>> instruments, long seed) {

  /**
   * How a sentence is tried.
   *
   * @param strict whether every value must be as it should be; else one is asked for again
   * @param correct whether the spelling may be better than it is
   */
  private record Pass(String text, List<Token> tokens, boolean strict, boolean correct) {}

  private record Attempt(Heard heard, List<String> unknown, boolean strict) {

    boolean isWhole() {
      boolean clean = heard.spoken().stream().allMatch(spoken -> spoken.objections().isEmpty());
      return unknown.isEmpty() && (clean || !strict);
    }
  }

  /**
   * What a sentence is taken for.
   *
   * @param before the work that was spoken of before, the present one last
   */
  Understood read(String text, List<Work> before) {
    List<Token> tokens = Token.of(text);
    Optional<String> refusal = language.refusal(tokens);
    if (refusal.isPresent()) {
      return new Understood.Nothing(refusal.get());
    }
    for (boolean strict : new boolean[] {true, false}) {
      for (boolean correct : new boolean[] {false, true}) {
        Pass pass = new Pass(text, tokens, strict, correct);
        Optional<Understood> whole =
            alone(pass).or(() -> changed(pass, before)).or(() -> begun(pass, before));
        if (whole.isPresent()) {
          return whole.get();
        }
      }
    }
    return new Understood.Nothing(because(text, tokens));
  }

  private Attempt attempt(Lexicon lexicon, Pass pass) {
    Spelling.Corrected spelt =
        pass.correct()
            ? new Spelling(lexicon.words(), instruments.get()).correct(pass.tokens())
            : new Spelling.Corrected(pass.tokens(), List.of());
    Cover cover = lexicon.cover(spelt.tokens(), instruments);
    return new Attempt(
        new Heard(pass.text(), cover.spoken(), spelt.changes()), cover.unknown(), pass.strict());
  }

  private Optional<Understood> alone(Pass pass) {
    Attempt attempt = attempt(language.controls(), pass);
    Map<String, String> values = new HashMap<>();
    attempt.heard().spoken().forEach(spoken -> values.putAll(spoken.values()));
    return attempt.isWhole()
        ? attempt
            .heard()
            .of(Means.CONTROL)
            .findFirst()
            .map(spoken -> new Understood.Told(Word.valueOf(spoken.phrase().name()), values))
        : Optional.empty();
  }

  private Optional<Understood> changed(Pass pass, List<Work> before) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Work present = before.getLast();
    for (boolean correction : new boolean[] {false, true}) {
      Lexicon lexicon = present.domain().lexicon().after(present.bare(correction));
      Attempt attempt = attempt(lexicon, pass);
      if (attempt.isWhole() && present.continues(attempt.heard(), correction)) {
        return Optional.of(new Understood.Wanted(present.plus(attempt.heard())));
      }
    }
    return Optional.empty();
  }

  private Optional<Understood> begun(Pass pass, List<Work> before) {
    return language.domains().stream()
        .map(domain -> begun(domain, attempt(domain.lexicon(), pass), before))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Understood> begun(Domain domain, Attempt attempt, List<Work> before) {
    return attempt.isWhole() && domain.begins(attempt.heard())
        ? Optional.of(new Understood.Wanted(domain.begin(before, seed).plus(attempt.heard())))
        : Optional.empty();
  }

  private String because(String text, List<Token> tokens) {
    List<String> muddled =
        tokens.stream().filter(t -> t.is(Token.Kind.MUDDLED)).map(Token::text).toList();
    Pass plain = new Pass(text, tokens, false, false);
    record Near(Domain domain, Attempt attempt) {}
    List<Near> concerned = new ArrayList<>();
    for (Domain domain : language.domains()) {
      Attempt attempt = attempt(domain.lexicon(), plain);
      if (domain.begins(attempt.heard())) {
        concerned.add(new Near(domain, attempt));
      }
    }
    Optional<Near> nearest =
        concerned.stream().min(Comparator.comparing(near -> near.attempt().unknown().size()));
    List<String> unknown =
        nearest
            .map(near -> near.attempt().unknown())
            .orElseGet(() -> attempt(language.domains().getFirst().lexicon(), plain).unknown());
    String hint =
        muddled.isEmpty()
            ? ""
            : " A number has a point before its decimals and nothing between its thousands: 1000, 2.5.";
    return "I do not understand %s in this sentence, so I do nothing.%s %s"
        .formatted(
            Language.named(unknown),
            hint,
            nearest
                .map(near -> String.join("\n", near.domain().abilities(near.attempt().heard())))
                .orElseGet(language::abilities));
  }
}
