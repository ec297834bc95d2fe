package dev.cantilever.tools.journal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
  private EntryTable entries;

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
    entries = new EntryTable(sql, run);
  }

  /** Whether nothing more will ever be appended. */
  public boolean isSealed() {
    return place.isSealed(run);
  }

  /** The entries from number {@code seq} on, at most so many; none where there are none yet. */
  public List<Entry> from(long seq, int most) {
    return read(lines(seq, most), Entry::parse);
  }

  /** The same at a glance. */
  public List<Glance> glances(long seq, int most) {
    return read(lines(seq, most), Glance::at);
  }

  private List<String> lines(long seq, int most) {
    if (file.filter(one -> !one.isInItsPlace()).isPresent()) {
      sql.close();
      open(); // it was sealed or copied meanwhile
    }
    try {
      return entries.from(seq, most);
    } catch (JdbiException failure) {
      throw unreadable(failure);
    }
  }

  /** The entries of these numbers, in their order; without those that do not exist. */
  public List<Entry> at(Collection<Long> seqs) {
    try {
      return seqs.isEmpty()
          ? List.of()
          : read(
              sql.createQuery(
                      "SELECT line FROM entry WHERE run = :run AND seq IN (<seqs>) ORDER BY seq")
                  .bind("run", run)
                  .bindList("seqs", List.copyOf(seqs))
                  .mapTo(String.class)
                  .list(),
              Entry::parse);
    } catch (JdbiException failure) {
      throw unreadable(failure);
    }
  }

  private <T> List<T> read(List<String> lines, Function<String, T> reading) {
    try {
      return lines.stream().map(reading).toList();
    } catch (IllegalArgumentException failure) {
      throw unreadable(failure);
    }
  }

  private JournalFailure unreadable(RuntimeException failure) {
    return new JournalFailure("the journal of " + run + " cannot be read", failure);
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
      throw unreadable(failure);
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
      throw unreadable(failure);
    }
  }

  @Override
  public void close() {
    sql.close();
  }
}
