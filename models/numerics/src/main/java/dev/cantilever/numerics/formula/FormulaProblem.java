package dev.cantilever.numerics.formula;

import java.util.List;

/**
 * One reason why a formula is refused. All texts are printable ASCII but for units, and short,
 * whatever the source held.
 *
 * @param kind which rule it breaks
 * @param position index of the offending character of the source, from 0; −1 where the message
 *     quotes the part instead
 * @param message what is wrong, what is allowed and what to do
 * @param expected what would have been accepted, in short; may be empty
 * @param got what came instead, quoted; may be empty
 * @param suggestions ready replacements, best first
 */
public record FormulaProblem(
    Kind kind,
    int position,
    String message,
    String expected,
    String got,
    List<String> suggestions) {

  private static final int LONGEST_QUOTE = 60;

  /** Which rule of the language or of its use is broken. */
  public enum Kind {
    /** Too long, too many parts, nested too deeply, or too many names. */
    SIZE,
    /** A character that no formula contains. */
    CHARACTER,
    /** A number that no double holds. */
    NUMBER,
    /** Parts in an order that means nothing. */
    SYNTAX,
    /** A number where a truth value is needed, or the other way round. */
    CONDITION,
    /** A function with too few or too many arguments. */
    ARGUMENTS,
    /** A name that nobody declared. */
    UNKNOWN_NAME,
    /** A declared name that cannot be one, or is declared twice. */
    DECLARATION,
    /** A parameter that the formula does not contain. */
    UNUSED,
    /** Units that are unknown or do not go together. */
    UNIT
  }

  public FormulaProblem {
    suggestions = List.copyOf(suggestions);
  }

  static FormulaProblem of(Kind kind, String message) {
    return new FormulaProblem(kind, -1, message, "", "", List.of());
  }

  /** A problem at a place of the source; the message starts with it, counted from 1. */
  static FormulaProblem at(int position, Kind kind, String message) {
    return new FormulaProblem(kind, position, place(position) + message, "", "", List.of());
  }

  FormulaProblem expecting(String wanted, String found) {
    return new FormulaProblem(kind, position, message, wanted, found, suggestions);
  }

  FormulaProblem suggesting(List<String> replacements) {
    return new FormulaProblem(kind, position, message, expected, got, replacements);
  }

  private static String place(int position) {
    return "at character " + (position + 1) + ": ";
  }

  /** Untrusted text in quotation marks, shortened, with everything but ASCII escaped. */
  static String quoted(String text) {
    StringBuilder quote = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      if (quote.length() > LONGEST_QUOTE) {
        return quote.append("...\"").toString();
      }
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        quote.append("\\u%04X".formatted((int) c));
      } else {
        quote.append(c);
      }
    }
    return quote.append('"').toString();
  }
}
