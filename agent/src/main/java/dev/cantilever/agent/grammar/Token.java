package dev.cantilever.agent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a sentence.
 *
 * @param text as it was said
 * @param glued whether no blank stands before it
 */
record Token(String text, Kind kind, boolean glued) {

  enum Kind {
    WORD,
    NUMBER,
    /** Digits that are no number here: 1,000 or 2,5 or 20-30. */
    MUDDLED,
    MARK
  }

  private static final Pattern PIECE =
      Pattern.compile(
          "(?<muddled>[+-]?\\d+(?:\\.\\d+)?(?:[,\u2013\u2014]\\d+(?:\\.\\d+)?|-\\d+(?:\\.\\d+)?|\\.\\d+\\.\\d+)+)"
              + "|(?<sign>\\+/-|\\+-|±)"
              + "|(?<number>(?<![\\p{L}\\d.])[+-]?\\d{1,20}(?:\\.\\d{1,20})?(?:[eE][+-]?\\d{1,3}(?!\\p{L}))?|\\d{1,20}(?:\\.\\d{1,20})?)"
              + "|(?<by>(?<=\\d)[xX×](?=\\s*\\d)|×)"
              + "|(?<word>[\\p{L}%°][\\p{L}\\p{N}%°/^*·'’_-]*)"
              + "|(?<mark>[,;.!?:()=\"])"
              + "|(?<other>\\S)");

  /** The pieces of a text. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = PIECE.matcher(text);
    while (matcher.find()) {
      boolean glued =
          matcher.start() > 0 && !Character.isWhitespace(text.charAt(matcher.start() - 1));
      tokens.add(new Token(normal(matcher), kind(matcher), glued));
    }
    return tokens;
  }

  private static String normal(Matcher matcher) {
    if (matcher.group("sign") != null) {
      return "±";
    }
    return matcher.group("by") != null ? "x" : matcher.group().replace('’', '\'');
  }

  private static Kind kind(Matcher matcher) {
    if (matcher.group("muddled") != null) {
      return Kind.MUDDLED;
    }
    if (matcher.group("number") != null) {
      return Kind.NUMBER;
    }
    return matcher.group("mark") == null ? Kind.WORD : Kind.MARK;
  }

  /** For comparison with the words of phrases. */
  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }
}
