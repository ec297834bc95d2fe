package dev.cantilever.tools.checkpoint;

import dev.cantilever.tools.canonical.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Signs how far one journal has got: after a thousand entries, a minute after the first that is not
 * signed yet, and at its end. Every note goes into two files, one of them away from the journal.
 * Several threads may use it.
 */
public final class Checkpoints implements AutoCloseable {

  private static final long MOST_ENTRIES = 1_000;

  /** How long an entry waits at most. */
  static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final SigningKey key;
  private final String origin;
  private final List<Path> files;
  private final InstantSource clock;
  private final Duration wait;
  private long signed;
  private long size;
  private Hash root = Hash.of("");
  private Thread waiting;

  /**
   * For the journal of {@code run}.
   *
   * @param files where the notes go; their folders are made
   */
  public Checkpoints(SigningKey key, String run, List<Path> files, InstantSource clock) {
    this(key, run, files, clock, LONGEST_WAIT);
  }

  Checkpoints(SigningKey key, String run, List<Path> files, InstantSource clock, Duration wait) {
    this.key = key;
    this.origin = Checkpoint.originOf(run);
    this.files = List.copyOf(files);
    this.clock = clock;
    this.wait = wait;
    try {
      for (Path file : files) {
        Files.createDirectories(file.toAbsolutePath().getParent());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("the folder of the checkpoints cannot be made", failure);
    }
  }

  /** The journal had so many entries when it was opened. */
  public synchronized void startAt(long entries) {
    signed = entries;
    size = entries;
  }

  public String keyId() {
    return key.verifier().id();
  }

  /** Entries were added and lie on the disk. */
  public synchronized void grewTo(long newSize, Hash newRoot) {
    size = newSize;
    root = newRoot;
    if (size - signed >= MOST_ENTRIES) {
      sign();
    } else if (waiting == null) {
      waiting = Thread.ofVirtual().start(this::signLater);
    }
  }

  private void signLater() {
    try {
      Thread.sleep(wait);
      sign();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (UncheckedIOException failure) {
      // the next entry tries again and says so
    }
    synchronized (this) {
      waiting = null;
    }
  }

  /** Signs what is not signed yet. */
  public synchronized void sign() {
    if (size <= signed) {
      return;
    }
    Checkpoint checkpoint =
        new Checkpoint(origin, size, root, clock.instant().truncatedTo(ChronoUnit.SECONDS));
    SignedNote note = key.sign(checkpoint);
    try {
      for (Path file : files) {
        CheckpointFile.append(file, note);
      }
      signed = size;
    } catch (IOException failure) {
      throw new UncheckedIOException("a checkpoint cannot be written", failure);
    }
  }

  /** Signs what is left. */
  @Override
  public void close() {
    sign();
    synchronized (this) {
      if (waiting != null) {
        waiting.interrupt();
      }
    }
  }
}
