package dev.cantilever.agent.mcp;

import java.util.Optional;

/** The protocol as the wires see it: a message in, the text of its answer out. */
public interface Protocol extends AutoCloseable {

  /** Begins a conversation with one client. */
  Conversation open();

  @Override
  void close();

  /** What was agreed with one client; ends with the connection. */
  interface Conversation {

    /** The answer to a message, as JSON in one line; empty where none is due. Never throws. */
    Optional<String> answer(Message message);

    /** Whether the client has introduced itself. */
    boolean hasBegun();
  }
}
