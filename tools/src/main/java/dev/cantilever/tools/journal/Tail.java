package dev.cantilever.tools.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Entries of a journal from any place on, also while another process writes them, and no more than
 * are wanted. Holds no tree and proves nothing; that is the verifier's.
 */
public final class Tail implements AutoCloseable {

  private final Path path;
  private final String run;
  private SqliteFile file;
  private Handle sql;

  private Tail(Path path, String run) {
    this.path = path;
    this.run = run;
    open();
  }

  /** Of the journal at {@code path}. */
  public static Tail of(Path path, String run) {
    return new Tail(path, run);
  }

  private void open() {
    file = SqliteFile.forReading(path, isSealed());
    sql = file.open();
  }

  /** Whether nothing more will ever be appended. */
  public boolean isSealed() {
    return Files.exists(Seal.fileFor(path));
  }

  /** The entries from number {@code seq} on, at most so many; none where there are none yet. */
  public List<Entry> from(long seq, int most) {
    if (!file.isInItsPlace()) {
      sql.close();
      open(); // it was sealed or copied meanwhile
    }
    try {
      return sql.createQuery(
              "SELECT line FROM entry WHERE run = :run AND seq >= :seq ORDER BY seq LIMIT :most")
          .bind("run", run)
          .bind("seq", seq)
          .bind("most", most)
          .mapTo(String.class)
          .map(Entry::parse)
          .list();
    } catch (JdbiException | IllegalArgumentException failure) {
      throw new JournalFailure("the journal of " + run + " cannot be read", failure);
    }
  }

  /** How many entries there are. */
  public long size() {
    try {
      return sql.createQuery("SELECT count(*) FROM entry WHERE run = :run")
          .bind("run", run)
          .mapTo(Long.class)
          .one();
    } catch (JdbiException failure) {
      throw new JournalFailure("the journal of " + run + " cannot be read", failure);
    }
  }

  @Override
  public void close() {
    sql.close();
  }
}
