package dev.cantilever.tools.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** A journal copied into a file of its own that is forced before it takes the old one's place. */
final class FreshFile {

  private static final int MOST_TRIES = 1_000;
  private static final long PAUSE_NANOS = 10_000_000;

  private FreshFile() {}

  /**
   * Copies what a handle sees; the handle is closed. The old file and its side files are gone.
   *
   * @throws JournalFailure where somebody reads the old one without a pause
   */
  static void replace(Path journal, Handle sql) throws IOException {
    replace(journal, sql, () -> {});
  }

  /**
   * The same step by step. The log of the old file must not be there when the new file takes its
   * place: whoever opened that after a crash would read it as news of the new file.
   *
   * @param stepped runs after every step
   */
  static void replace(Path journal, Handle sql, Runnable stepped) throws IOException {
    Path fresh = journal.resolveSibling("journal.db.folded");
    Files.deleteIfExists(fresh);
    sql.execute("VACUUM INTO ?", fresh.toString());
    foldLog(sql);
    sql.close();
    force(fresh);
    stepped.run();
    Files.deleteIfExists(journal.resolveSibling("journal.db-wal"));
    stepped.run();
    Files.move(fresh, journal, StandardCopyOption.ATOMIC_MOVE);
    stepped.run();
    Files.deleteIfExists(journal.resolveSibling("journal.db-shm"));
    stepped.run();
  }

  /** So that the old file is whole without its log, too. */
  private static void foldLog(Handle sql) {
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      boolean isFolded =
          sql.createQuery("PRAGMA wal_checkpoint(PASSIVE)")
              .map((row, context) -> row.getInt(2) == row.getInt(3))
              .one();
      if (isFolded) {
        return;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new JournalFailure("somebody reads the journal without a pause; close that, and resume");
  }

  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /**
   * Goes on in a new file where the old one is in doubt.
   *
   * @throws JournalFailure where the old one does not verify, or the new one cannot be written
   */
  static void insteadOfDoubtful(Path journal, String run) {
    if (!Doubt.isCast(journal)) {
      return;
    }
    SqliteFile file = SqliteFile.forWriting(journal, UnaryOperator.identity());
    try (Handle writers = file.open()) {
      writers.execute("BEGIN IMMEDIATE"); // none may append while the copy is made
      if (file.isInItsPlace() && Doubt.isCast(journal)) {
        requireIntact(journal, run);
        replace(journal, SqliteFile.forReading(journal, false).open());
        Doubt.lift(journal);
      }
    } catch (IOException | JdbiException failure) {
      throw new JournalFailure(
          "the journal of %s did not reach the disk and cannot be copied".formatted(run), failure);
    }
  }

  private static void requireIntact(Path journal, String run) {
    if (JournalVerifier.verify(journal, run) instanceof Verification.Broken broken) {
      throw new JournalFailure(
          "the journal of %s did not reach the disk and is damaged: %s; it cannot be continued"
              .formatted(run, broken.findings().getFirst()));
    }
  }
}
