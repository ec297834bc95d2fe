package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import java.util.List;

/** The words of a formula, read one after the other. */
final class Words {

  private final List<Token> tokens;
  private int next;

  Words(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(next);
  }

  /** The next word, which is then behind us; not to be asked after the end. */
  Token take() {
    return tokens.get(next++);
  }

  /** Goes past the next word where it is this one. */
  boolean accept(String word) {
    boolean found = peek().is(word);
    next += found ? 1 : 0;
    return found;
  }

  void expect(String word) {
    if (!accept(word)) {
      throw unexpected(peek(), word);
    }
  }

  void expectEnd() {
    Token rest = peek();
    if (rest.kind() != Token.Kind.END) {
      boolean value = rest.kind() != Token.Kind.SYMBOL || rest.is("(");
      throw unexpected(
          rest, value ? "an operator (a product is written 2*x)" : "an operator or the end");
    }
  }

  static FormulaRefused unexpected(Token found, String expected) {
    return new FormulaRefused(
        FormulaProblem.at(
                found.position(),
                Kind.SYNTAX,
                "found %s, expected %s".formatted(found.quoted(), expected))
            .expecting(expected, found.quoted()));
  }
}
