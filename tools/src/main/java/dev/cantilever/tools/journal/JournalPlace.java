package dev.cantilever.tools.journal;

import java.nio.file.Path;

/** Where the journal of one run lies. */
public sealed interface JournalPlace {

  /** In a SQLite file of its own, which is made when something is first written. */
  record InFile(Path file) implements JournalPlace {}

  /**
   * In a PostgreSQL database, beside the journals of other runs.
   *
   * @param url as the JDBC driver reads it; may hold a password, so that it is never shown
   */
  record InDatabase(String url) implements JournalPlace {

    @Override
    public String toString() {
      return "a PostgreSQL database";
    }
  }

  /** Whether there is one for {@code run}. */
  default boolean exists(String run) {
    return store(run).exists();
  }

  /** Whether it is closed for good. */
  default boolean isSealed(String run) {
    return store(run).isSealed();
  }

  private Store store(String run) {
    return Store.at(this, run);
  }
}
