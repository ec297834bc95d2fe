package dev.cantilever.tools.schema;

import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one document; bounded, so that a hostile one costs little. */
final class Problems {

  private static final int MOST = 50;
  private static final int LONGEST_QUOTE = 80;

  private final List<Problem> list = new ArrayList<>();

  void add(ProblemCode code, String pointer, String message, String expected, String got) {
    add(code, pointer, message, expected, got, List.of());
  }

  void add(
      ProblemCode code,
      String pointer,
      String message,
      String expected,
      String got,
      List<String> suggestions) {
    if (list.size() < MOST) {
      String where = pointer.isEmpty() ? "the arguments" : quote(pointer);
      list.add(
          new Problem(
              code, quote(pointer), where + ": " + message, expected, quote(got), suggestions));
    }
  }

  void add(Problem problem) {
    if (list.size() < MOST) {
      list.add(problem);
    }
  }

  boolean isEmpty() {
    return list.isEmpty();
  }

  List<Problem> list() {
    return List.copyOf(list);
  }

  /** Untrusted text made safe to show: short, with control and direction characters as escapes. */
  static String quote(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .forEach(
            c -> {
              boolean plain =
                  switch (Character.getType(c)) {
                    case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        false;
                    default -> true;
                  };
              if (plain) {
                shown.appendCodePoint(c);
              } else {
                shown.append("\\u{").append(Integer.toHexString(c)).append('}');
              }
            });
    return text.codePointCount(0, text.length()) > LONGEST_QUOTE ? shown + "…" : shown.toString();
  }
}
