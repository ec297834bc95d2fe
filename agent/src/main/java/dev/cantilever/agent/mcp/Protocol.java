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

    /**
     * The answer to a message, as JSON in one line; empty where none is due, or nobody waits for it
     * any more. Never throws.
     *
     * @param line takes what is said before the answer
     */
    Optional<String> answer(Message message, Line line);

    /** Whether the answer may be long in coming, so that other messages are not to wait for it. */
    boolean mayLast(Message message);

    /** Whether the client has introduced itself. */
    boolean hasBegun();

    /** The client has gone: nobody waits for anything any more. */
    void end();
  }

  /** The way to a client while it waits for the answer to one message. */
  interface Line {

    /** There is none: all that can be said is the answer. */
    Line NONE =
        new Line() {
          @Override
          public boolean isOpen() {
            return false;
          }

          @Override
          public void tell(String message) {}
        };

    /** Whether anything can be said before the answer. */
    boolean isOpen();

    /** Says one message, JSON in one line; where the client has gone, nothing happens. */
    void tell(String message);
  }
}
