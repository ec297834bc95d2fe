package dev.cantilever.agent.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import java.util.function.Function;

/**
 * The body that a route takes, as a record. Schema and reading follow from it.
 *
 * @param <T> the record
 */
public record Form<T extends Record>(RecordType<T> type) {

  /** A form of a record whose components are described and bounded. */
  public static <T extends Record> Form<T> of(Class<T> type) {
    return new Form<>(RecordType.forTool(type));
  }

  public ObjectNode schema() {
    return type.schema();
  }

  /** What {@code use} answers to a body of this form; else every problem of it. */
  public Reply read(Asked asked, Function<T, Reply> use) {
    return switch (type.parse(asked.json())) {
      case Parsed.Valid<T> valid -> use.apply(valid.value());
      case Parsed.Invalid<T> invalid -> Reply.not(Trouble.of(422, "Refused", invalid.problems()));
    };
  }
}
