package dev.cantilever.agent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A sentence laid out with phrases, each word under exactly one of them. Of all ways to do so the
 * cheapest is taken: every phrase costs a little, so that long ones win over many short ones, and a
 * word that no phrase and no filler covers costs more than all else.
 *
 * @param spoken the phrases, in order
 * @param unknown words that nothing covers
 */
record Cover(List<Spoken> spoken, List<String> unknown) {

  private static final int UNKNOWN = 1000;
  private static final int PHRASE = 2;
  private static final int FILLER = 1;

  Cover {
    spoken = List.copyOf(spoken);
    unknown = List.copyOf(unknown);
  }

  /**
   * A phrase as it was said.
   *
   * @param values of its slots, those that it sets without naming them among them
   * @param objections against values
   */
  record Spoken(Phrase phrase, Map<String, String> values, List<String> objections) {}

  /** A cheapest layout from a token to the end. */
  private record Rest(int cost, int next, Optional<Spoken> spoken, boolean unknown) {}

  /**
   * The cheapest layout.
   *
   * @param instruments names of the instruments that there are
   */
  static Cover of(List<Token> tokens, Lexicon lexicon, Supplier<List<String>> instruments) {
    Hole hole = new Hole(lexicon.words(), tokens, instruments);
    Rest[] rests = new Rest[tokens.size() + 1];
    rests[tokens.size()] = new Rest(0, -1, Optional.empty(), false);
    for (int at = tokens.size() - 1; at >= 0; at--) {
      rests[at] = cheapest(at, tokens, lexicon, hole, rests);
    }
    List<Spoken> spoken = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at = rests[at].next()) {
      rests[at].spoken().ifPresent(spoken::add);
      if (rests[at].unknown()) {
        unknown.add(tokens.get(at).text());
      }
    }
    return new Cover(spoken, unknown);
  }

  private static Rest cheapest(
      int at, List<Token> tokens, Lexicon lexicon, Hole hole, Rest[] rests) {
    Token token = tokens.get(at);
    boolean free = token.is(Token.Kind.MARK) && !token.text().matches("[()=\"]");
    boolean filler = free || lexicon.words().isFiller(token.lower());
    int cost = free ? 0 : filler ? FILLER : UNKNOWN;
    Rest best = new Rest(rests[at + 1].cost() + cost, at + 1, Optional.empty(), !filler);
    for (Phrase phrase : lexicon.startingWith(token.lower())) {
      for (Fit fit : Fit.at(at, phrase.sets()).then(phrase.wording(), tokens, lexicon, hole)) {
        int with = rests[fit.end()].cost() + PHRASE + fit.strain();
        if (fit.end() > at && with < best.cost()) {
          Spoken spoken = new Spoken(phrase, fit.values(), fit.objections());
          best = new Rest(with, fit.end(), Optional.of(spoken), false);
        }
      }
    }
    return best;
  }
}
