package dev.cantilever.agent.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.cantilever.tools.journal.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which entries of a log: words such as {@code type:call.* actor:grammar/1}, all of which must
 * hold; a star stands for anything.
 */
final class LogFilter {

  private static final Map<String, Function<Entry, JsonNode>> KEYS =
      Map.of(
          "type", entry -> TextNode.valueOf(entry.type()),
          "actor", entry -> entry.actor().path("id"),
          "kind", entry -> entry.actor().path("kind"),
          "channel", entry -> entry.actor().path("channel"),
          "tool", entry -> entry.body().path("tool"),
          "effect", entry -> entry.body().path("effect"),
          "call", entry -> entry.body().path("call"),
          "step", entry -> entry.body().path("step"));

  private LogFilter() {}

  /** The filter of that text; empty where it is none. */
  static Optional<Predicate<Entry>> of(String text) {
    List<Predicate<Entry>> all = new ArrayList<>();
    for (String word : text.strip().split("\\s+", -1)) {
      String[] parts = word.split(":", 2);
      if (word.isEmpty()) {
        continue;
      }
      if (parts.length < 2 || !KEYS.containsKey(parts[0])) {
        return Optional.empty();
      }
      Pattern form = pattern(parts[1]);
      Function<Entry, JsonNode> key = KEYS.get(parts[0]);
      all.add(entry -> form.matcher(key.apply(entry).asText("")).matches());
    }
    return Optional.of(entry -> all.stream().allMatch(one -> one.test(entry)));
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
  static String keys() {
    return KEYS.keySet().stream().sorted().collect(Collectors.joining(", "));
  }
}
