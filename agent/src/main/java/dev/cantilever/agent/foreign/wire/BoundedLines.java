package dev.cantilever.agent.foreign.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines of a stream, none of which is ever longer in memory than is read. */
final class BoundedLines {

  private final InputStream in;

  BoundedLines(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /** A line is too long. */
  static final class TooLong extends IOException {

    private static final long serialVersionUID = 1L;
  }

  /** The next line without its end; empty at the end of the stream. */
  Optional<byte[]> next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int read = in.read();
    if (read < 0) {
      return Optional.empty();
    }
    for (; read >= 0 && read != '\n'; read = in.read()) {
      if (line.size() >= Wire.LONGEST) {
        throw new TooLong();
      }
      line.write(read);
    }
    byte[] bytes = line.toByteArray();
    int end = bytes.length;
    return Optional.of(
        end > 0 && bytes[end - 1] == '\r' ? java.util.Arrays.copyOf(bytes, end - 1) : bytes);
  }
}
