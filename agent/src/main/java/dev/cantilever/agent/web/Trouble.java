package dev.cantilever.agent.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Why a request was not done, as RFC 9457 writes it, in words of ours only.
 *
 * @param status of HTTP
 * @param title in short; the same for every trouble of its kind
 * @param detail what to do about it
 * @param problems each by itself, where there are some
 * @param effect whether an instrument was touched: {@code none} unless a call ran and failed
 * @param headers to send with it
 */
public record Trouble(
    int status,
    String title,
    String detail,
    List<Problem> problems,
    String effect,
    Map<String, String> headers) {

  private static final RecordType<Problem> PROBLEM = RecordType.of(Problem.class);

  public Trouble {
    problems = List.copyOf(problems);
    headers = Map.copyOf(headers);
  }

  /** One without single problems. */
  public static Trouble of(int status, String title, String detail) {
    return new Trouble(status, title, detail, List.of(), "none", Map.of());
  }

  /** One with its problems. */
  public static Trouble of(int status, String title, List<Problem> problems) {
    String detail = problems.stream().map(Problem::message).collect(Collectors.joining("; "));
    return new Trouble(status, title, detail, problems, "none", Map.of());
  }

  static Trouble tooMany(long seconds) {
    return of(429, "Too many requests", "ask again in %d s, and less often".formatted(seconds))
        .with("Retry-After", Long.toString(seconds));
  }

  /** All threads of a lane are busy. */
  public static Trouble busy() {
    return of(503, "Busy", "others are being served; ask again").with("Retry-After", "1");
  }

  /** There is no such thing; {@code next} says where to look. */
  public static Trouble notFound(String next) {
    return of(404, "Not found", next);
  }

  /** With one more header. */
  public Trouble with(String header, String value) {
    return new Trouble(status, title, detail, problems, effect, Map.of(header, value));
  }

  /** With what a call that failed did to an instrument. */
  public Trouble after(String what) {
    return new Trouble(status, title, detail, problems, what, headers);
  }

  /** As {@code application/problem+json}. */
  public ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", "about:blank").put("title", title).put("status", status);
    json.put("detail", detail).put("effect", effect);
    ArrayNode list = json.putArray("problems");
    problems.forEach(problem -> list.add(PROBLEM.write(problem)));
    return json;
  }

  /** The schema of {@link #json}. */
  static ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    for (String text : List.of("type", "title", "detail", "effect")) {
      properties.putObject(text).put("type", "string");
    }
    properties.putObject("status").put("type", "integer");
    properties.putObject("problems").put("type", "array").putObject("items").put("type", "object");
    return schema;
  }
}
