package dev.cantilever.tools.journal;

import dev.cantilever.tools.canonical.Hash;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A journal in a PostgreSQL database. A commit returns when the server has forced it; a server that
 * does not force is refused. What a lost connection leaves open is settled by the server's own
 * recovery: nothing more is appended through that connection, and the next one sees what lies on
 * the disk.
 */
final class PostgresStore implements Store {

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE IF NOT EXISTS entry (run TEXT NOT NULL, seq BIGINT NOT NULL,"
              + " leaf BYTEA NOT NULL, line TEXT NOT NULL, PRIMARY KEY (run, seq))",
          "CREATE TABLE IF NOT EXISTS blob (run TEXT NOT NULL, hash TEXT NOT NULL,"
              + " bytes BYTEA NOT NULL, PRIMARY KEY (run, hash))",
          "CREATE TABLE IF NOT EXISTS seal (run TEXT NOT NULL PRIMARY KEY, size BIGINT NOT NULL,"
              + " root TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS home (one BOOLEAN NOT NULL PRIMARY KEY, key TEXT NOT NULL)");

  /** Classes of SQLSTATE after which nobody knows whether a commit arrived. */
  private static final List<String> DOUBTFUL = List.of("08", "57", "58", "XX");

  private final Jdbi jdbi;
  private final String run;

  PostgresStore(String url, String run) {
    this.jdbi = Jdbi.create(url);
    this.run = run;
  }

  @Override
  public boolean exists() {
    try (Handle sql = open()) {
      return hasTables(sql)
          && sql.createQuery("SELECT EXISTS (SELECT 1 FROM entry WHERE run = :run)")
              .bind("run", run)
              .mapTo(Boolean.class)
              .one();
    }
  }

  @Override
  public boolean isSealed() {
    return readSeal().isPresent();
  }

  @Override
  public void mend() {
    // the server has recovered by itself what a failed force left
  }

  @Override
  public Handle openForWriting() {
    Handle sql = open();
    try {
      requireDurable(sql);
      makeTables(sql);
      return sql;
    } catch (JdbiException | JournalFailure failure) {
      sql.close();
      throw failure instanceof JournalFailure known
          ? known
          : new JournalFailure("the journal's database cannot be written", failure);
    }
  }

  @Override
  public Handle openForReading() {
    Handle sql = open();
    if (!hasTables(sql)) {
      sql.close();
      throw new JournalFailure("there is no journal of %s in the database".formatted(run));
    }
    return sql;
  }

  private Handle open() {
    try {
      return jdbi.open();
    } catch (JdbiException failure) {
      throw new JournalFailure("the journal's database cannot be reached", failure);
    }
  }

  private static void requireDurable(Handle sql) {
    sql.execute("SET synchronous_commit = on");
    if (!setting(sql, "fsync").equals("on")) {
      throw new JournalFailure(
          "the journal's database does not force what it is given; set fsync = on there");
    }
    if (!setting(sql, "server_encoding").equals("UTF8")) {
      throw new JournalFailure("the journal's database is not in UTF-8; make one that is");
    }
  }

  /** Two homes in one schema would write into each other's runs. */
  @Override
  public void claim(Handle sql, String keyId) {
    sql.createUpdate("INSERT INTO home (one, key) VALUES (TRUE, :key) ON CONFLICT DO NOTHING")
        .bind("key", keyId)
        .execute();
    String owner = sql.createQuery("SELECT key FROM home").mapTo(String.class).one();
    if (!owner.equals(keyId)) {
      throw new JournalFailure(
          "the database holds the journals of another home, signed by %s; name another schema"
                  .formatted(owner)
              + " in CANTILEVER_DATABASE (currentSchema=...)");
    }
  }

  private static String setting(Handle sql, String name) {
    return sql.createQuery("SELECT current_setting(:name)")
        .bind("name", name)
        .mapTo(String.class)
        .one();
  }

  private static boolean hasTables(Handle sql) {
    return sql.createQuery("SELECT to_regclass('seal') IS NOT NULL").mapTo(Boolean.class).one();
  }

  /** Under a lock: two that make the same table at once would get in each other's way. */
  private static void makeTables(Handle sql) {
    if (hasTables(sql)) {
      return;
    }
    sql.execute("BEGIN");
    sql.execute("SELECT pg_advisory_xact_lock(hashtextextended(current_schema(), 1))");
    TABLES.forEach(sql::execute);
    sql.execute("COMMIT");
  }

  @Override
  public void begin(Handle sql, EntryTable entries) {
    entries.execute("BEGIN");
    sql.createQuery(
            "SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '/' || :run, 0))"
                + " IS NULL")
        .bind("run", run)
        .mapTo(Boolean.class)
        .one();
    if (seal(sql).isPresent()) {
      throw new JournalFailure(run + " was sealed meanwhile; nothing was appended");
    }
  }

  @Override
  public boolean isDoubted() {
    return false;
  }

  @Override
  public boolean leavesDoubt(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || DOUBTFUL.contains(state.substring(0, 2));
      }
    }
    return false;
  }

  @Override
  public void doubt() {
    // known by this process; the next connection sees what lies on the disk
  }

  @Override
  public void sealWithin(Handle sql, long size, Hash root) {
    sql.createUpdate("INSERT INTO seal (run, size, root) VALUES (:run, :size, :root)")
        .bind("run", run)
        .bind("size", size)
        .bind("root", root.text())
        .execute();
  }

  @Override
  public Seal seal(Handle sql, Supplier<MerkleTree> known) {
    MerkleTree tree = known.get();
    return new Seal(run, tree.size(), tree.root(), List.of());
  }

  @Override
  public Optional<Seal> readSeal() {
    try (Handle sql = open()) {
      return hasTables(sql) ? seal(sql) : Optional.empty();
    }
  }

  private Optional<Seal> seal(Handle sql) {
    return sql.createQuery("SELECT size, root FROM seal WHERE run = :run")
        .bind("run", run)
        .map((row, context) -> new Seal(run, row.getLong(1), new Hash(row.getString(2)), List.of()))
        .findOne();
  }

  @Override
  public List<Integer> brokenPages(Seal seal) {
    return List.of();
  }

  @Override
  public String name() {
    return "the database";
  }

  @Override
  public boolean isOfOneRun() {
    return false;
  }
}
