package dev.cantilever.agent.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How something can be said: a tree that is read from text in which {@code [a|b]} is one of
 * several, {@code (a)} may be left out, and <code>{slot}</code> is a value.
 */
sealed interface Wording {

  /** One word, in small letters. */
  record Word(String text) implements Wording {}

  /** A value. */
  record Gap(HoleName name) implements Wording {}

  /** One after the other; none at all where the list is empty. */
  record All(List<Wording> parts) implements Wording {

    public All {
      parts = List.copyOf(parts);
    }
  }

  /** One of several. */
  record Any(List<Wording> parts) implements Wording {

    public Any {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Reads text of our own.
   *
   * @param silent words that are left out, since they are left out of sentences
   */
  static Wording of(String text, Predicate<String> silent) {
    Source source = new Source(text, silent);
    Wording wording = source.choices();
    source.end();
    return wording;
  }

  /** All words of it. */
  default Stream<String> words() {
    return switch (this) {
      case Word word -> Stream.of(word.text());
      case Gap gap -> Stream.empty();
      case All all -> all.parts().stream().flatMap(Wording::words);
      case Any any -> any.parts().stream().flatMap(Wording::words);
    };
  }

  /** Words that it can begin with; the empty text stands for a value, and for nothing at all. */
  default Stream<String> beginnings() {
    return switch (this) {
      case Word word -> Stream.of(word.text());
      case Gap gap -> Stream.of("");
      case Any any -> any.parts().stream().flatMap(Wording::beginnings);
      case All all -> {
        List<String> found = new ArrayList<>();
        boolean open = true;
        for (Wording part : all.parts()) {
          if (open) {
            part.beginnings().forEach(found::add);
            open = part.mayBeNothing();
          }
        }
        yield found.stream();
      }
    };
  }

  /** Whether nothing at all is one way to say it. */
  default boolean mayBeNothing() {
    return switch (this) {
      case Word word -> false;
      case Gap gap -> false;
      case All all -> all.parts().stream().allMatch(Wording::mayBeNothing);
      case Any any -> any.parts().stream().anyMatch(Wording::mayBeNothing);
    };
  }

  /** Text with a place in it. */
  final class Source {

    private final String text;
    private final Predicate<String> silent;
    private int at;

    private Source(String text, Predicate<String> silent) {
      this.text = text;
      this.silent = silent;
    }

    private void end() {
      if (at < text.length()) {
        throw new IllegalArgumentException("a bracket too many in \"" + text + "\"");
      }
    }

    private Wording choices() {
      List<Wording> ways = new ArrayList<>(List.of(sequence()));
      while (at < text.length() && text.charAt(at) == '|') {
        at++;
        ways.add(sequence());
      }
      return ways.size() == 1 ? ways.getFirst() : new Any(ways);
    }

    private Wording sequence() {
      List<Wording> parts = new ArrayList<>();
      while (at < text.length() && "|])".indexOf(text.charAt(at)) < 0) {
        part(parts);
      }
      return parts.size() == 1 ? parts.getFirst() : new All(parts);
    }

    private void part(List<Wording> parts) {
      switch (text.charAt(at)) {
        case ' ' -> at++;
        case '[' -> parts.add(inside(']'));
        case '(' -> parts.add(new Any(List.of(inside(')'), new All(List.of()))));
        case '{' -> parts.add(new Gap(HoleName.of(upTo(text.indexOf('}', at) + 1))));
        default -> {
          String word = upTo(endOfWord()).toLowerCase(Locale.ROOT);
          if (!silent.test(word)) {
            parts.add(new Word(word.equals("+-") ? "±" : word));
          }
        }
      }
    }

    private Wording inside(char end) {
      at++;
      Wording ways = choices();
      if (at >= text.length() || text.charAt(at) != end) {
        throw new IllegalArgumentException("a " + end + " is missing in \"" + text + "\"");
      }
      at++;
      return ways;
    }

    private int endOfWord() {
      int end = at;
      while (end < text.length() && " []|(){".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      return end;
    }

    private String upTo(int end) {
      if (end <= at) {
        throw new IllegalArgumentException("a } is missing in \"" + text + "\"");
      }
      String piece = text.substring(at, end);
      at = end;
      return piece;
    }
  }
}
