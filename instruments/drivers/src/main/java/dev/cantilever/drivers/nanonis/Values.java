package dev.cantilever.drivers.nanonis;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Values of a reply, big-endian. Text is cut to what a person can read. */
final class Values {

  private static final int LONGEST_TEXT = 200;

  private final String command;
  private final ByteBuffer buffer;

  Values(String command, ByteBuffer buffer) {
    this.command = command;
    this.buffer = buffer;
  }

  private <T> T take(Supplier<T> value) throws IOException {
    try {
      return value.get();
    } catch (BufferUnderflowException shorter) {
      throw new IOException("the reply to %s is too short".formatted(command), shorter);
    }
  }

  double float32() throws IOException {
    return take(buffer::getFloat);
  }

  double float64() throws IOException {
    return take(buffer::getDouble);
  }

  int int32() throws IOException {
    return take(buffer::getInt);
  }

  int int16() throws IOException {
    return take(buffer::getShort);
  }

  /** A count of things that take so many bytes each, of which there cannot be more than came. */
  int count(int bytesEach) throws IOException {
    int count = int32();
    if (count < 0 || count > buffer.remaining() / bytesEach) {
      throw new IOException("the reply to %s counts %d".formatted(command, count));
    }
    return count;
  }

  /** That many things of so many bytes have come. */
  int holds(long count, int bytesEach) throws IOException {
    if (count > buffer.remaining() / bytesEach) {
      throw new IOException("the reply to %s is too short".formatted(command));
    }
    return (int) count;
  }

  String text() throws IOException {
    byte[] bytes = new byte[count(1)];
    buffer.get(bytes);
    String plain = new String(bytes, StandardCharsets.US_ASCII).replaceAll("[^\\x20-\\x7e]", "?");
    return plain.substring(0, Math.min(LONGEST_TEXT, plain.length()));
  }

  /** What stands at the end of every reply. */
  void end() throws IOException {
    int status = int32();
    String words = text();
    if (buffer.hasRemaining()) {
      throw new IOException("the reply to %s is too long".formatted(command));
    }
    if (status != 0) {
      throw new Refusal("the controller refuses %s: %s".formatted(command, words));
    }
  }
}
