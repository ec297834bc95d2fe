package dev.cantilever.drivers.scpi;

import java.io.IOException;
import java.util.OptionalInt;

/**
 * Bytes to and from an instrument. One thread reads, one writes; any may close. Every failure is
 * final: the wire is closed and another one opened.
 */
interface Wire extends AutoCloseable {

  /**
   * The next byte; empty at the deadline.
   *
   * @throws IOException where the other side has gone
   */
  OptionalInt read(Deadline deadline) throws IOException;

  /**
   * Hands all bytes over by the deadline.
   *
   * @throws NothingSent where not one byte was
   * @throws IOException where some may have been
   */
  void write(byte[] bytes, Deadline deadline) throws IOException;

  @Override
  void close();
}
