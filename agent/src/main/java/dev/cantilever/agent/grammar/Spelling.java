package dev.cantilever.agent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Takes a word that means nothing for the one word that it was meant as: one edit away, two for
 * long words, and no other word as near. Numbers, units, names of instruments and guarded words are
 * never touched.
 */
record Spelling(Words words, List<String> instruments) {

  private static final int SHORTEST = 3;
  private static final int LONG = 9;

  /** A sentence with better spelling, and what was changed, for people. */
  record Corrected(List<Token> tokens, List<String> changes) {}

  Corrected correct(List<Token> tokens) {
    List<String> changes = new ArrayList<>();
    List<Token> corrected =
        tokens.stream()
            .map(
                token -> {
                  Optional<String> meant = meant(token);
                  meant.ifPresent(
                      word -> changes.add("read \"%s\" as \"%s\"".formatted(token.text(), word)));
                  return meant
                      .map(word -> new Token(word, token.kind(), token.glued()))
                      .orElse(token);
                })
            .collect(Collectors.toList());
    return new Corrected(corrected, changes);
  }

  private Optional<String> meant(Token token) {
    String word = token.lower();
    if (!token.is(Token.Kind.WORD)
        || words.knows(word)
        || words.numeral(word).isPresent()
        || words.isUnit(words.unit(token.text()))
        || !word.matches("[a-z-]{" + SHORTEST + ",30}")
        || words.isGuarded(word)
        || instruments.contains(word)) {
      return Optional.empty();
    }
    for (int distance = 1; distance <= (word.length() < LONG ? 1 : 2); distance++) {
      List<String> near = at(distance, word);
      if (!near.isEmpty()) {
        String first = near.getFirst();
        boolean one =
            near.stream().allMatch(known -> known.equals(first) || known.equals(first + "s"));
        return one ? Optional.of(first) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private List<String> at(int distance, String word) {
    return words.ofPhrases().stream()
        .filter(known -> known.length() > SHORTEST && known.charAt(0) == word.charAt(0))
        .filter(known -> distance(word, known) == distance)
        .toList();
  }

  /**
   * Insertions, deletions, substitutions and exchanges of neighbours (optimal string alignment)
   * that make one word of the other.
   */
  static int distance(String from, String to) {
    int[][] d = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean exchanged =
            i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
        if (exchanged) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[from.length()][to.length()];
  }
}
