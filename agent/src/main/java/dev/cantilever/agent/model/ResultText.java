package dev.cantilever.agent.model;

import dev.cantilever.tools.dispatch.Answer;

/**
 * A result of a tool as the model is told it: short, with the name under which all of it is, and
 * with where its text is from. It is JSON throughout, so that no text in it can end before its end;
 * characters that are not seen are written out.
 */
final class ResultText {

  private static final int LONGEST = 8_000;

  private ResultText() {}

  static String of(Answer.Settled settled, Origin origin) {
    String result = visible(settled.result().canonical());
    String head =
        "{\"call\":\"%s\",\"text_from\":\"%s\",\"trust\":\"%s\",\"characters\":%d,"
            .formatted(
                settled.call(),
                origin.words(),
                origin.trusted() ? "ours" : "untrusted",
                result.length());
    return result.length() <= LONGEST
        ? head + "\"result\":" + result + "}"
        : head
            + "\"cut_after\":%d,\"beginning\":%s}"
                .formatted(LONGEST, quoted(result.substring(0, LONGEST)));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\');
              }
              quoted.append((char) c);
            });
    return quoted.append('"').toString();
  }

  /** Turning, joining, hidden and private characters as JSON writes them by their number. */
  private static String visible(String json) {
    StringBuilder shown = new StringBuilder(json.length());
    json.codePoints()
        .forEach(
            c -> {
              switch (Character.getType(c)) {
                case Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> {
                  for (char unit : Character.toChars(c)) {
                    shown.append("\\u%04x".formatted((int) unit));
                  }
                }
                default -> shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
