package dev.cantilever.tools.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.Hash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The journal of one run. An append is one transaction, forced to disk before it returns, and holds
 * the data that its entries cite. Entries that another process wrote meanwhile are taken in first.
 */
public final class Journal implements AutoCloseable {

  /** Type of the entries that hold the tree's root, for later comparison. */
  public static final String CHECKPOINT = "journal.checkpoint";

  private static final long CHECKPOINT_EVERY = 256;

  private final String run;
  private final InstantSource clock;
  private final SqliteFile file;
  private final Handle sql;
  private MerkleTree tree = new MerkleTree();
  private final List<Entry> unread = new ArrayList<>();
  private boolean doubted;

  private Journal(String run, InstantSource clock, SqliteFile file, Handle sql) {
    this.run = run;
    this.clock = clock;
    this.file = file;
    this.sql = sql;
  }

  /**
   * Opens for writing, making the file where there is none. One that failed to reach the disk is
   * verified and copied first.
   */
  public static Journal open(Path path, String run, InstantSource clock) {
    return open(path, run, clock, UnaryOperator.identity());
  }

  /** The same over a way to the file that may fail. */
  static Journal open(Path path, String run, InstantSource clock, UnaryOperator<DataSource> way) {
    if (Files.exists(Seal.fileFor(path))) {
      throw new JournalFailure(run + " is sealed; a sealed run cannot be continued");
    }
    FreshFile.insteadOfDoubtful(path, run);
    SqliteFile file = SqliteFile.forWriting(path, way);
    return started(new Journal(run, clock, file, file.open()));
  }

  /** Opens for reading; changes no byte of a sealed run. */
  public static Journal read(Path path, String run) {
    SqliteFile file = SqliteFile.forReading(path, Files.exists(Seal.fileFor(path)));
    return started(new Journal(run, InstantSource.system(), file, file.open()));
  }

  private static Journal started(Journal journal) {
    try {
      journal.takeIn();
      return journal;
    } catch (JdbiException | IllegalArgumentException failure) {
      journal.close();
      throw new JournalFailure("the journal of " + journal.run + " cannot be read", failure);
    }
  }

  /** Everything appended since the last call, by whomever, in order; at first the whole journal. */
  public List<Entry> fresh() {
    try {
      takeIn();
    } catch (JdbiException failure) {
      throw new JournalFailure("the journal of " + run + " cannot be read", failure);
    }
    List<Entry> entries = List.copyOf(unread);
    unread.clear();
    return entries;
  }

  /**
   * Appends in one forced transaction.
   *
   * @param blobs data that the entries cite by content hash
   */
  public void append(List<Entry.Draft> drafts, List<byte[]> blobs) {
    requireTrusted();
    MerkleTree before = new MerkleTree(tree);
    int unreadBefore = unread.size();
    try {
      sql.execute("BEGIN IMMEDIATE");
      if (!file.isInItsPlace()) {
        throw new JournalFailure(run + " was sealed or copied meanwhile; nothing was appended");
      }
      requireTrusted(); // once more, with nobody else able to write
      takeIn();
      blobs.forEach(this::insertBlob);
      drafts.forEach(this::insert);
      if ((tree.size() - drafts.size()) / CHECKPOINT_EVERY != tree.size() / CHECKPOINT_EVERY) {
        insert(checkpoint());
      }
      sql.execute("COMMIT");
    } catch (JdbiException failure) {
      undo(before, unreadBefore);
      doubt(failure);
      throw new JournalFailure(
          "the journal of %s cannot be written; nothing was acted upon".formatted(run), failure);
    } catch (IllegalArgumentException | JournalFailure refused) {
      undo(before, unreadBefore);
      throw refused;
    }
  }

  private void requireTrusted() {
    if (doubted || Doubt.isCast(file.path())) {
      throw new JournalFailure(
          "the journal of %s did not reach the disk; nothing more is appended, resume the run"
              .formatted(run));
    }
  }

  private void doubt(JdbiException failure) {
    if (Doubt.isOwed(failure)) {
      doubted = true;
      Doubt.cast(file.path());
      sql.close();
    }
  }

  private void undo(MerkleTree before, int unreadBefore) {
    rollBack();
    tree = before;
    unread.subList(unreadBefore, unread.size()).clear();
  }

  /** Data by content hash. */
  public Optional<byte[]> blob(String hash) {
    return sql.createQuery("SELECT bytes FROM blob WHERE run = :run AND hash = :hash")
        .bind("run", run)
        .bind("hash", hash)
        .mapTo(byte[].class)
        .findOne();
  }

  /** Number of entries known here. */
  public long size() {
    return tree.size();
  }

  /** Merkle root over the entries known here. */
  public Hash root() {
    return tree.root();
  }

  /**
   * Closes the journal for good: a last checkpoint, everything folded into one file, and the seal
   * beside it. A crash on the way leaves a journal that can be sealed again.
   */
  public Seal seal() {
    append(List.of(checkpoint()), List.of());
    foldIntoOneFile();
    return Seal.write(file.path(), run, tree.size(), tree.root());
  }

  /**
   * One file without side files: a copy that takes the journal's place, so that whoever still reads
   * the old one is not in the way, and whoever wants to append finds out.
   */
  private void foldIntoOneFile() {
    try (Handle writers = file.open()) {
      writers.execute("BEGIN IMMEDIATE"); // none may append while the copy is made
      takeIn();
      FreshFile.replace(file.path(), sql);
    } catch (IOException | JdbiException failure) {
      throw new JournalFailure(run + " cannot be sealed; resume it later", failure);
    }
  }

  @Override
  public void close() {
    sql.close();
  }

  private Entry.Draft checkpoint() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("size", tree.size()).put("root", tree.root().text());
    ObjectNode actor = JsonNodeFactory.instance.objectNode();
    actor.put("kind", "runtime").put("id", "cantilever").put("channel", "internal");
    return new Entry.Draft(actor, CHECKPOINT, body);
  }

  private void insert(Entry.Draft draft) {
    String ts = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
    Entry entry = new Entry(tree.size(), ts, draft.actor(), draft.type(), draft.body());
    String line = entry.line();
    byte[] leaf = MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8));
    sql.createUpdate("INSERT INTO entry (run, seq, leaf, line) VALUES (:run, :seq, :leaf, :line)")
        .bind("run", run)
        .bind("seq", entry.seq())
        .bind("leaf", leaf)
        .bind("line", line)
        .execute();
    tree.append(leaf);
    unread.add(entry);
  }

  private void insertBlob(byte[] bytes) {
    sql.createUpdate(
            "INSERT INTO blob (run, hash, bytes) VALUES (:run, :hash, :bytes)"
                + " ON CONFLICT DO NOTHING")
        .bind("run", run)
        .bind("hash", Hash.of(bytes).text())
        .bind("bytes", bytes)
        .execute();
  }

  private void takeIn() {
    sql.createQuery("SELECT line FROM entry WHERE run = :run AND seq >= :seq ORDER BY seq")
        .bind("run", run)
        .bind("seq", tree.size())
        .mapTo(String.class)
        .forEach(
            line -> {
              unread.add(Entry.parse(line));
              tree.append(MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8)));
            });
  }

  private void rollBack() {
    try {
      sql.execute("ROLLBACK");
    } catch (JdbiException alreadyOver) {
      // the failed statement has ended the transaction itself
    }
  }
}
