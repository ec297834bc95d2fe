package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.cantilever.tools.schema.StrictJson;

/** How messages are read: as arguments of tools are, but for the two objects around them. */
final class StrictMessages {

  /** Arguments may be 24 deep. */
  static final int DEEPEST = 26;

  static final JsonMapper MAPPER = StrictJson.mapper(DEEPEST, Message.LONGEST);

  private StrictMessages() {}
}
