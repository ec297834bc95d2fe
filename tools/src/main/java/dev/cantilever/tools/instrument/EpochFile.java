package dev.cantilever.tools.instrument;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The file {@code epoch} in an instrument's folder: how often anybody has taken the instrument or
 * stopped it. Who approved something at one epoch has not seen what came later.
 */
final class EpochFile {

  private static final int LONGEST = 20;

  /** A file lock keeps other processes out, not other threads. */
  private static final Object IN_THIS_PROCESS = new Object();

  private final Path file;

  EpochFile(Path folder) {
    this.file = folder.resolve("epoch");
  }

  long now() {
    return moved(0);
  }

  void next() {
    moved(1);
  }

  private long moved(int by) {
    synchronized (IN_THIS_PROCESS) {
      return movedAlone(by);
    }
  }

  @SuppressWarnings("try") // the lock is held, not used
  private long movedAlone(int by) {
    try (FileChannel channel =
            FileChannel.open(
                file,
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      ByteBuffer text = ByteBuffer.allocate(LONGEST);
      channel.read(text, 0);
      String written = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
      long epoch = (written.isEmpty() ? 0 : Long.parseLong(written)) + by;
      if (by != 0) {
        channel.write(ByteBuffer.wrap((epoch + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        channel.force(true);
      }
      return epoch;
    } catch (IOException failure) {
      throw new UncheckedIOException("the epoch of the instrument cannot be told", failure);
    }
  }
}
