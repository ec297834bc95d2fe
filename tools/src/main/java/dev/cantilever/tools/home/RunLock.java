package dev.cantilever.tools.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Keeps a run to one process; the operating system opens it when that process dies. */
public final class RunLock implements AutoCloseable {

  private static final int ATTEMPTS = 1_000;
  private static final long PAUSE_NANOS = 10_000_000L;

  private final FileChannel channel;

  private RunLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock of the run in {@code folder}, or empty while another process holds it. */
  public static Optional<RunLock> take(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = tryLock(channel);
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      return Optional.of(new RunLock(channel));
    } catch (IOException failure) {
      throw new UncheckedIOException("the lock of the run cannot be taken", failure);
    }
  }

  /**
   * The lock of {@code folder}, once whoever holds it has given it back.
   *
   * @throws UncheckedIOException where that takes more than ten seconds
   */
  public static RunLock await(Path folder) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<RunLock> lock = take(folder);
      if (lock.isPresent()) {
        return lock.get();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new UncheckedIOException(
        "another process is busy at the desk", new IOException("its lock was not given back"));
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldHere) {
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("the lock of the run cannot be given back", failure);
    }
  }
}
