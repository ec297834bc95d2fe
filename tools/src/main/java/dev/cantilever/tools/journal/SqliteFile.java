package dev.cantilever.tools.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** How one SQLite file is opened: durable for writing, untouched for reading. */
final class SqliteFile {

  private static final int WAIT_MILLIS = 10_000;
  private static final int MOST_TRIES = 1_000;
  private static final long PAUSE_NANOS = 10_000_000;
  private static final int PRIMARY_CODE = 0xff;

  private final Path path;
  private final boolean writing;
  private final DataSource source;
  private Object opened;

  private SqliteFile(Path path, boolean writing, DataSource source) {
    this.path = path;
    this.writing = writing;
    this.source = source;
  }

  private static DataSource source(String url, SQLiteConfig config) {
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl(url);
    return source;
  }

  /**
   * For writing.
   *
   * @param way between this program and the file; a test lets it fail
   */
  static SqliteFile forWriting(Path path, UnaryOperator<DataSource> way) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(WAIT_MILLIS);
    config.setGetGeneratedKeys(false);
    return new SqliteFile(path, true, way.apply(source("jdbc:sqlite:" + path, config)));
  }

  /**
   * For reading.
   *
   * @param immutable the file is sealed: no lock, no side file, not one byte is touched
   */
  static SqliteFile forReading(Path path, boolean immutable) {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MILLIS);
    config.setReadOnly(immutable);
    String url =
        immutable ? "jdbc:sqlite:%s?immutable=1".formatted(path.toUri()) : "jdbc:sqlite:" + path;
    return new SqliteFile(path, false, source(url, config));
  }

  Path path() {
    return path;
  }

  /** Whether the file that was opened still lies under its name. */
  boolean isInItsPlace() {
    return Objects.equals(opened, keyOf(path));
  }

  private static Object keyOf(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (IOException gone) {
      return null;
    }
  }

  Handle open() {
    try {
      if (writing) {
        Files.createDirectories(path.toAbsolutePath().getParent());
      } else if (!Files.exists(path)) {
        throw new JournalFailure("there is no journal at " + path.getFileName());
      }
      Handle sql = connected();
      if (writing) {
        sql.execute(
            "CREATE TABLE IF NOT EXISTS entry (run TEXT NOT NULL, seq BIGINT NOT NULL,"
                + " leaf BLOB NOT NULL, line TEXT NOT NULL, PRIMARY KEY (run, seq))");
        sql.execute(
            "CREATE TABLE IF NOT EXISTS blob (run TEXT NOT NULL, hash TEXT NOT NULL,"
                + " bytes BLOB NOT NULL, PRIMARY KEY (run, hash))");
      }
      opened = keyOf(path);
      return sql;
    } catch (IOException | JdbiException failure) {
      throw new JournalFailure("the journal file cannot be opened", failure);
    }
  }

  /**
   * Whoever opens a journal first or closes it last locks it for a moment, and the database does
   * not wait for that by itself.
   */
  private Handle connected() {
    for (int tries = 1; ; tries++) {
      try {
        return Jdbi.create(source).open();
      } catch (ConnectionException failure) {
        if (tries == MOST_TRIES || !isBusy(failure)) {
          throw failure;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private static boolean isBusy(ConnectionException failure) {
    return failure.getCause() instanceof SQLiteException sqlite
        && (sqlite.getResultCode().code & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_BUSY.code;
  }
}
