package dev.cantilever.agent.request;

/** Text from anywhere as one line for a screen that we do not know. */
final class Printable {

  private static final int LONGEST = 400;

  private Printable() {}

  static String line(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              boolean hidden =
                  switch (Character.getType(c)) {
                    case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                        true;
                    default -> false;
                  };
              shown.append(hidden ? "?" : Character.toString(c));
            });
    return shown.toString();
  }
}
