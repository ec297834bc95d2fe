package dev.cantilever.agent.cli;

/** Text from anywhere, made safe for a terminal: no escapes, no hidden or turning characters. */
final class Printable {

  private Printable() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean hidden =
                  switch (Character.getType(c)) {
                    case Character.CONTROL -> c != '\n';
                    case Character.FORMAT, Character.SURROGATE -> true;
                    default -> false;
                  };
              if (hidden) {
                shown.append("\\u{").append(Integer.toHexString(c)).append('}');
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }
}
