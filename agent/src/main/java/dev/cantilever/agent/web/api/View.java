package dev.cantilever.agent.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.tools.schema.RecordType;
import java.util.Map;
import java.util.Optional;

/**
 * What a route shows, as a record; its schema and its JSON follow from it.
 *
 * @param <T> the record
 */
record View<T extends Record>(RecordType<T> type) {

  static <T extends Record> View<T> of(Class<T> type) {
    return new View<>(RecordType.of(type));
  }

  Route.Gives gives() {
    return Route.Gives.json(200, type.schema());
  }

  Route.Gives gives(int status) {
    return Route.Gives.json(status, type.schema());
  }

  Reply show(T value) {
    return Reply.json(type.write(value));
  }

  Reply show(int status, T value, Map<String, String> headers) {
    return new Reply.Json(status, type.write(value), headers);
  }

  Optional<ObjectNode> schema() {
    return Optional.of(type.schema());
  }
}
