package dev.cantilever.tools.file.bytes;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of one file, at any offset. */
interface Source extends Closeable {

  long size() throws IOException;

  /**
   * Fills {@code target} from {@code offset}; at the end of the file less. Returns what it read.
   */
  int read(long offset, byte[] target) throws IOException;

  static Source of(byte[] content) {
    return new Source() {
      @Override
      public long size() {
        return content.length;
      }

      @Override
      public int read(long offset, byte[] target) {
        int length = (int) Math.min(target.length, Math.max(0, content.length - offset));
        System.arraycopy(content, (int) offset, target, 0, length);
        return length;
      }

      @Override
      public void close() {}
    };
  }

  static Source open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new Source() {
      @Override
      public long size() throws IOException {
        return channel.size();
      }

      @Override
      public int read(long offset, byte[] target) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target);
        int last = 0;
        while (buffer.hasRemaining() && last >= 0) {
          last = channel.read(buffer, offset + buffer.position());
        }
        return buffer.position();
      }

      @Override
      public void close() throws IOException {
        channel.close();
      }
    };
  }
}
