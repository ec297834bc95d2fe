package dev.cantilever.numerics.formula;

/**
 * A word of a formula.
 *
 * @param text as written; empty at the end
 * @param position index of its first character in the source
 */
record Token(Kind kind, String text, int position) {

  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    END
  }

  boolean is(String word) {
    return text.equals(word) && kind != Kind.NUMBER;
  }

  /** For messages. */
  String quoted() {
    return kind == Kind.END ? "the end" : FormulaProblem.quoted(text);
  }
}
