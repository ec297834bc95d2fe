package dev.cantilever.agent.foreign.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Messages out and in, one text each. */
interface Wire extends AutoCloseable {

  /** Longest message that is read. */
  int LONGEST = 1 << 20;

  /** Most that may wait to be read; then the server has to. */
  int WAITING = 8;

  void send(String message, Deadline deadline) throws BrokenWire;

  /** Answers something that the server asked, while its own answer is awaited. */
  default void reply(String message, Deadline deadline) throws BrokenWire {
    send(message, deadline);
  }

  /** The next message, however long that takes until the deadline. */
  String next(Deadline deadline) throws BrokenWire;

  /** Says which revision of the protocol was agreed upon. */
  default void agreed(String revision) {}

  @Override
  void close();

  /** What came: a message, or why there is none. */
  sealed interface Came {
    record Message(String text) implements Came {}

    record Broken(BrokenWire.Reason reason) implements Came {}

    /** The message that the bytes are; what is not UTF-8 is not mended. */
    static Came of(byte[] bytes) {
      try {
        return new Message(
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
      } catch (CharacterCodingException notText) {
        return new Broken(BrokenWire.Reason.NOT_A_MESSAGE);
      }
    }

    default String text() throws BrokenWire {
      return switch (this) {
        case Message message -> message.text();
        case Broken broken -> throw new BrokenWire(broken.reason());
      };
    }
  }
}
