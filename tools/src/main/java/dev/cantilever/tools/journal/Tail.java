package dev.cantilever.tools.journal;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Entries of a journal from any place on, also while another process writes them, and no more than
 * are wanted. Holds no tree and proves nothing; that is the verifier's.
 */
public final class Tail implements AutoCloseable {

  private final JournalPlace place;
  private final String run;
  private Optional<SqliteFile> file = Optional.empty();
  private Handle sql;

  private Tail(JournalPlace place, String run) {
    this.place = place;
    this.run = run;
    open();
  }

  /** Of the journal of a run. */
  public static Tail of(JournalPlace place, String run) {
    return new Tail(place, run);
  }

  private void open() {
    switch (place) {
      case JournalPlace.InFile in -> {
        SqliteFile here = SqliteFile.forReading(in.file(), isSealed());
        file = Optional.of(here);
        sql = here.open();
      }
      case JournalPlace.InDatabase in -> sql = Store.at(in, run).openForReading();
    }
  }

  /** Whether nothing more will ever be appended. */
  public boolean isSealed() {
    return place.isSealed(run);
  }

  /** The entries from number {@code seq} on, at most so many; none where there are none yet. */
  public List<Entry> from(long seq, int most) {
    if (file.filter(one -> !one.isInItsPlace()).isPresent()) {
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

  /** Data by content hash. */
  public Optional<byte[]> blob(String hash) {
    try {
      return sql.createQuery("SELECT bytes FROM blob WHERE run = :run AND hash = :hash")
          .bind("run", run)
          .bind("hash", hash)
          .mapTo(byte[].class)
          .findOne();
    } catch (JdbiException failure) {
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
