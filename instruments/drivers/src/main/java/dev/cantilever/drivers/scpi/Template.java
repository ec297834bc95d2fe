package dev.cantilever.drivers.scpi;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line to be sent, with placeholders for the parts of a command. */
record Template(String text) {

  private static final Pattern LINE = Pattern.compile("[\\x20-\\x7e]{1,200}");

  /** A word that cannot end a line or begin another command. */
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,60}");

  Template {
    if (!LINE.matcher(text).matches()) {
      throw new IllegalArgumentException("a line has 1 to 200 printable ASCII characters");
    }
    String rest = Term.PLACEHOLDER.matcher(text).replaceAll("");
    if (rest.contains("{") || rest.contains("}")) {
      throw new IllegalArgumentException(
          "\"%s\" has a placeholder that does not read".formatted(text));
    }
  }

  /** Names a placeholder that none of the parts has; empty where every one is known. */
  String unknown(Set<String> names) {
    return Term.PLACEHOLDER
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .filter(name -> !names.contains(name))
        .findFirst()
        .orElse("");
  }

  /** Whether it holds several messages, of which the first may act before the second is refused. */
  boolean isCompound() {
    return text.contains(";");
  }

  /**
   * The line for a command.
   *
   * @throws IllegalArgumentException where a part cannot be sent
   */
  String render(Map<String, Object> parts) {
    return Term.PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> {
              Matcher placeholder = Term.PLACEHOLDER.matcher(found.group());
              if (!placeholder.matches()) {
                throw new IllegalStateException("what was found matches");
              }
              return Matcher.quoteReplacement(part(Term.of(placeholder), parts));
            });
  }

  private static String part(Term term, Map<String, Object> parts) {
    if (parts.get(term.name()) instanceof String word) {
      if (!WORD.matcher(word).matches()) {
        throw new IllegalArgumentException(
            "%s may hold letters, digits, dots, dashes and underscores alone"
                .formatted(term.name()));
      }
      return word;
    }
    return term.text(parts);
  }
}
