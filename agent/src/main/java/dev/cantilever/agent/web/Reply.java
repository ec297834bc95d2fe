package dev.cantilever.agent.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/** What is sent back. */
public sealed interface Reply {

  /** A document. */
  record Json(int status, JsonNode body, Map<String, String> headers) implements Reply {

    public Json {
      headers = Map.copyOf(headers);
    }
  }

  /** Bytes that are not JSON. */
  record Content(String type, byte[] bytes, Map<String, String> headers) implements Reply {

    public Content {
      headers = Map.copyOf(headers);
    }
  }

  /** Nothing, and it need not be asked again. */
  record Nothing() implements Reply {}

  /** Something was wrong. */
  record Not(Trouble trouble) implements Reply {}

  /** A stream of events that goes on until one side ends it. */
  record Stream(Streaming streaming) implements Reply {}

  /** Writes events. */
  @FunctionalInterface
  interface Streaming {
    /**
     * Writes until there is nothing more to come.
     *
     * @throws IOException where the other side is gone
     */
    void into(Outlet outlet) throws IOException;
  }

  static Reply json(JsonNode body) {
    return new Json(200, body, Map.of());
  }

  static Reply not(Trouble trouble) {
    return new Not(trouble);
  }
}
