package dev.cantilever.numerics.formula;

import dev.cantilever.numerics.formula.FormulaProblem.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts a source into words; ASCII only, so that no two characters look alike. */
final class Lexer {

  /** The longest source, in characters. */
  static final int LONGEST_SOURCE = 2_000;

  private static final String SYMBOLS = "+-*/^()<>?:,";
  private static final Map<String, String> HINTS = hints();

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private Lexer(String source) {
    this.source = source;
  }

  /**
   * The words, the last one of kind END.
   *
   * @throws FormulaRefused for a source that is empty, too long, or holds a foreign character
   */
  static List<Token> tokens(String source) {
    if (source.length() > LONGEST_SOURCE) {
      throw new FormulaRefused(tooLong(source.length()));
    }
    return new Lexer(source).read();
  }

  static FormulaProblem tooLong(int length) {
    return FormulaProblem.of(
        Kind.SIZE,
        "the formula has %d characters; at most %d are allowed".formatted(length, LONGEST_SOURCE));
  }

  private List<Token> read() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
      } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
        add(Token.Kind.NUMBER, endOfNumber());
      } else if (isLetter(c)) {
        add(Token.Kind.NAME, endOfName());
      } else {
        add(Token.Kind.SYMBOL, endOfSymbol(c));
      }
    }
    if (tokens.isEmpty()) {
      throw new FormulaRefused(
          FormulaProblem.of(Kind.SYNTAX, "the formula is empty; write one such as a*x + b"));
    }
    add(Token.Kind.END, at);
    return List.copyOf(tokens);
  }

  private void add(Token.Kind kind, int end) {
    tokens.add(new Token(kind, source.substring(at, end), at));
    at = end;
  }

  private int endOfNumber() {
    int end = afterDigits(at);
    if (end < source.length() && source.charAt(end) == '.') {
      end = afterDigits(end + 1);
    }
    if (end < source.length() && (source.charAt(end) == 'e' || source.charAt(end) == 'E')) {
      int sign = end + 1;
      boolean signed =
          sign < source.length() && (source.charAt(sign) == '+' || source.charAt(sign) == '-');
      int digits = signed ? sign + 1 : sign;
      end = isDigit(digits) ? afterDigits(digits) : end;
    }
    return end;
  }

  private int afterDigits(int from) {
    int end = from;
    while (isDigit(end)) {
      end++;
    }
    return end;
  }

  private int endOfName() {
    int end = at;
    while (end < source.length() && (isLetter(source.charAt(end)) || isDigit(end))) {
      end++;
    }
    return end;
  }

  private int endOfSymbol(char c) {
    String two = source.substring(at, Math.min(at + 2, source.length()));
    if (two.equals("<=") || two.equals(">=")) {
      return at + 2;
    }
    if (SYMBOLS.indexOf(c) < 0 || HINTS.containsKey(two)) {
      throw new FormulaRefused(foreign(two));
    }
    return at + 1;
  }

  private FormulaProblem foreign(String two) {
    int character = two.codePointAt(0);
    String written = HINTS.containsKey(two) ? two : Character.toString(character);
    String found =
        character < 128
            ? FormulaProblem.quoted(written)
            : "the character U+%04X".formatted(character);
    String hint = HINTS.getOrDefault(written, "use ASCII letters, digits, _ and " + SYMBOLS);
    return FormulaProblem.at(at, Kind.CHARACTER, found + " does not belong to a formula; " + hint)
        .expecting("letters, digits, _ and " + SYMBOLS, found);
  }

  private boolean isDigit(int index) {
    return index < source.length() && source.charAt(index) >= '0' && source.charAt(index) <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  /** What people write where the language has another word. */
  private static Map<String, String> hints() {
    Map<String, String> hints = new LinkedHashMap<>();
    hints.put("**", "write ^ for a power");
    hints.put("=", "there is no assignment and no equality; compare with <, <=, > or >=");
    hints.put("&", "write and");
    hints.put("|", "write or for a choice, abs(x) for a magnitude");
    hints.put("!", "write not");
    hints.put("%", "write the fraction as a number");
    hints.put("[", "write (");
    hints.put("]", "write )");
    hints.put("{", "write (");
    hints.put("}", "write )");
    hints.put("×", "write * for a product");
    hints.put("·", "write * for a product");
    hints.put("÷", "write / for a quotient");
    hints.put("−", "write the ASCII minus -");
    hints.put("–", "write the ASCII minus -");
    hints.put("²", "write ^2");
    hints.put("³", "write ^3");
    hints.put("√", "write sqrt(x)");
    hints.put("≤", "write <=");
    hints.put("≥", "write >=");
    hints.put("π", "write pi");
    return hints;
  }
}
