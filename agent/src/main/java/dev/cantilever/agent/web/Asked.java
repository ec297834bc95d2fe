package dev.cantilever.agent.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.vocabulary.id.RunId;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was let in and whose parts are of their forms.
 *
 * @param parts of the path by their names
 * @param queries behind the question mark
 * @param body as text; empty where it takes none
 * @param json the same, read; an empty object where it takes none
 * @param lastEvent number of the last event that a watcher has seen
 */
public record Asked(
    Caller caller,
    Map<String, String> parts,
    Map<String, String> queries,
    String body,
    JsonNode json,
    Optional<Long> lastEvent) {

  public Asked {
    parts = Map.copyOf(parts);
    queries = Map.copyOf(queries);
  }

  /** Without a body. */
  public static Asked without(
      Caller caller, Map<String, String> parts, Map<String, String> queries) {
    return new Asked(
        caller, parts, queries, "", JsonNodeFactory.instance.objectNode(), Optional.empty());
  }

  public String part(PathPart part) {
    return parts.get(part.word());
  }

  public RunId run() {
    return new RunId(part(PathPart.RUN));
  }

  public Optional<String> query(String name) {
    return Optional.ofNullable(queries.get(name));
  }

  /** A number behind the question mark, whose form the route has checked. */
  public int number(String name, int otherwise) {
    return query(name).map(Integer::parseInt).orElse(otherwise);
  }
}
