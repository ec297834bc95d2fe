package dev.cantilever.tools.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people write to find something in a run: words such as {@code tool:bo.* effect:expose
 * after:10:00}, all of which must hold; a star stands for anything.
 *
 * @param keys what can stand before the colon, and which texts of a thing it looks at
 * @param when the time of a thing, as the journal writes it
 * @param <T> what is looked for
 */
public record Words<T>(Map<String, Function<T, List<String>>> keys, Function<T, String> when) {

  private static final String AFTER = "after";
  private static final String BEFORE = "before";
  private static final Pattern TIME =
      Pattern.compile("(?:\\d{4}-\\d\\d-\\d\\dT)?\\d\\d(?::\\d\\d){0,2}(?:\\.\\d+)?Z?");

  public Words {
    keys = Map.copyOf(keys);
  }

  /** What passes that filter; empty where it is none. */
  public Optional<Predicate<T>> of(String text) {
    List<Predicate<T>> all = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        Optional<Predicate<T>> one = word(word);
        if (one.isEmpty()) {
          return Optional.empty();
        }
        all.add(one.get());
      }
    }
    return Optional.of(thing -> all.stream().allMatch(one -> one.test(thing)));
  }

  private Optional<Predicate<T>> word(String word) {
    String[] parts = word.split(":", 2);
    if (parts.length < 2) {
      return Optional.empty();
    }
    return switch (parts[0]) {
      case AFTER -> time(parts[1]).map(time -> thing -> time(thing, time).compareTo(time) >= 0);
      case BEFORE -> time(parts[1]).map(time -> thing -> time(thing, time).compareTo(time) < 0);
      default ->
          Optional.ofNullable(keys.get(parts[0]))
              .map(
                  key -> {
                    Pattern form = pattern(parts[1]);
                    return thing ->
                        key.apply(thing).stream().anyMatch(one -> form.matcher(one).matches());
                  });
    };
  }

  private static Optional<String> time(String text) {
    return TIME.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }

  /** As much of the time as was given: of the day, where no day was. */
  private String time(T thing, String given) {
    String at = when.apply(thing);
    return given.contains("T") ? at : at.substring(at.indexOf('T') + 1);
  }

  private static Pattern pattern(String words) {
    return Pattern.compile(
        Pattern.compile("\\*+")
            .splitAsStream(words + " ")
            .map(part -> Pattern.quote(part.strip()))
            .collect(Collectors.joining(".*")),
        Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** What can stand before the colon. */
  public String names() {
    return Stream.concat(keys.keySet().stream(), Stream.of(AFTER, BEFORE))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /** Why a text is no filter, for people. */
  public String objection() {
    return "a filter has words such as tool:raman.*; before the colon stands one of " + names();
  }
}
