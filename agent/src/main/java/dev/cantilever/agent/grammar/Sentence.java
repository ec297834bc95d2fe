package dev.cantilever.agent.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence of which understood parts are crossed out one after the other. */
final class Sentence {

  /** Stands where something was crossed out, so that its neighbours do not join. */
  private static final String GAP = " \u001f ";

  private static final Set<String> FILLERS =
      Set.of(
          "a", "an", "the", "of", "on", "in", "for", "with", "using", "by", "and", "please", "me",
          "to", "this", "my", "over", "from", "at", "where", "is", "largest", "it", "then", "now",
          "can", "you", "could", "would", "like", "i", "want", "we", "us", "let", "its", "across",
          "whole", "best");

  private static final String NUMBER = "(?<n>\\d{1,9}(?![\\d.,]*\\d))";
  private static final String QUANTITY = "(?<q>[+-]?\\d{1,20}(?:\\.\\d{1,20})?\\s*[^\\s\\d,;.!?]+)";

  private String rest;

  Sentence(String text) {
    this.rest = " " + text.replace('\u001f', ' ').strip() + " ";
  }

  boolean isEmpty() {
    return rest.isBlank();
  }

  /** Crosses out the first place where {@code phrase} stands and yields its number, if it does. */
  Optional<String> take(String phrase) {
    String pattern =
        Arrays.stream(phrase.split("(?=\\{[nq]})|(?<=\\{[nq]})"))
            .map(part -> part.equals("{n}") ? NUMBER : part.equals("{q}") ? QUANTITY : quoted(part))
            .reduce("", String::concat);
    Matcher matcher =
        Pattern.compile(
                "(?<=[\\s,;.!?\u001f])" + pattern + "(?=[\\s,;.!?\u001f])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(rest);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String value =
        phrase.contains("{n}")
            ? matcher.group("n")
            : phrase.contains("{q}") ? matcher.group("q") : matcher.group();
    rest = rest.substring(0, matcher.start()) + GAP + rest.substring(matcher.end());
    return Optional.of(value);
  }

  private static String quoted(String part) {
    return Arrays.stream(part.split("\\s+", -1))
        .map(word -> word.isEmpty() ? "" : Pattern.quote(word))
        .reduce((a, b) -> a + "\\s+" + b)
        .orElse("");
  }

  /** Words that nobody has accounted for. */
  List<String> leftOver() {
    return Arrays.stream(rest.split("[\\s,;.!?\u001f]+"))
        .filter(word -> !word.isEmpty())
        .filter(word -> !FILLERS.contains(word.toLowerCase(Locale.ROOT)))
        .toList();
  }
}
