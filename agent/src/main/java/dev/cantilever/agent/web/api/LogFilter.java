package dev.cantilever.agent.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.review.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Which entries of a log: words such as {@code type:call.* actor:grammar/1 after:10:00}. */
final class LogFilter {

  private static final Words<Entry> WORDS =
      new Words<>(
          Map.of(
              "type", entry -> List.of(entry.type()),
              "actor", of(entry -> entry.actor().path("id")),
              "kind", of(entry -> entry.actor().path("kind")),
              "channel", of(entry -> entry.actor().path("channel")),
              "tool", of(entry -> entry.body().path("tool")),
              "effect", of(entry -> entry.body().path("effect")),
              "call", of(entry -> entry.body().path("call")),
              "step", of(entry -> entry.body().path("step"))),
          Entry::ts);

  private LogFilter() {}

  private static Function<Entry, List<String>> of(Function<Entry, JsonNode> part) {
    return entry -> List.of(part.apply(entry).asText(""));
  }

  /** The filter of that text; empty where it is none. */
  static Optional<Predicate<Entry>> of(String text) {
    return WORDS.of(text);
  }

  /** What can stand before the colon. */
  static String keys() {
    return WORDS.names();
  }
}
