package dev.cantilever.tools.journal;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.checkpoint.Checkpoints;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /** Lines that are read at once; a driver may hold all it is asked for in memory. */
  private static final int MOST_AT_ONCE = 4_096;

  private final String run;
  private final InstantSource clock;
  private final Store store;
  private final Optional<Checkpoints> checkpoints;
  private final Handle sql;
  private final EntryTable entries;
  private MerkleTree tree = new MerkleTree();
  private final List<Entry> unread = new ArrayList<>();
  private boolean doubted;

  private Journal(
      String run, InstantSource clock, Store store, Checkpoints checkpoints, Handle sql) {
    this.run = run;
    this.clock = clock;
    this.store = store;
    this.checkpoints = Optional.ofNullable(checkpoints);
    this.sql = sql;
    this.entries = new EntryTable(sql, run);
  }

  /**
   * Opens for writing, making the file where there is none. One that failed to reach the disk is
   * verified and copied first.
   */
  public static Journal open(Path path, String run, InstantSource clock) {
    return open(new SqliteStore(path, run), run, clock, null);
  }

  /** The same wherever it lies, with somebody who signs how far it has got. */
  public static Journal open(
      JournalPlace place, String run, InstantSource clock, Checkpoints checkpoints) {
    return open(Store.at(place, run), run, clock, checkpoints);
  }

  static Journal open(Store store, String run, InstantSource clock, Checkpoints checkpoints) {
    if (store.isSealed()) {
      throw new JournalFailure(run + " is sealed; a sealed run cannot be continued");
    }
    store.mend();
    Handle sql = store.openForWriting();
    if (checkpoints != null) {
      claim(store, sql, checkpoints.keyId());
    }
    Journal journal = started(new Journal(run, clock, store, checkpoints, sql));
    journal.checkpoints.ifPresent(signing -> signing.startAt(journal.size()));
    return journal;
  }

  private static void claim(Store store, Handle sql, String keyId) {
    try {
      store.claim(sql, keyId);
    } catch (JdbiException | JournalFailure failure) {
      sql.close();
      throw failure instanceof JournalFailure known
          ? known
          : new JournalFailure("the journal's store cannot be written", failure);
    }
  }

  /** Opens for reading; changes no byte of a sealed run. */
  public static Journal read(Path path, String run) {
    return read(new JournalPlace.InFile(path), run);
  }

  /** The same wherever it lies. */
  public static Journal read(JournalPlace place, String run) {
    Store store = Store.at(place, run);
    return started(new Journal(run, InstantSource.system(), store, null, store.openForReading()));
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
    return known();
  }

  /** The same without a look at what others wrote since the last append or look. */
  public List<Entry> known() {
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
    append(drafts, blobs, false);
  }

  private void append(List<Entry.Draft> drafts, List<byte[]> blobs, boolean last) {
    requireOpen();
    MerkleTree before = new MerkleTree(tree);
    int unreadBefore = unread.size();
    try {
      store.begin(sql, entries);
      requireTrusted(); // with nobody else able to write
      takeIn();
      blobs.forEach(this::insertBlob);
      drafts.forEach(this::insert);
      if (last
          || (tree.size() - drafts.size()) / CHECKPOINT_EVERY != tree.size() / CHECKPOINT_EVERY) {
        insert(checkpoint());
      }
      if (last) {
        store.sealWithin(sql, tree.size(), tree.root());
      }
      entries.execute("COMMIT");
    } catch (JdbiException failure) {
      undo(before, unreadBefore);
      doubt(failure);
      throw new JournalFailure(
          "the journal of %s cannot be written; nothing was acted upon".formatted(run), failure);
    } catch (IllegalArgumentException | JournalFailure refused) {
      undo(before, unreadBefore);
      throw refused;
    }
    checkpoints.ifPresent(signing -> signed(() -> signing.grewTo(tree.size(), tree.root())));
  }

  /** Without a witness nothing goes on. */
  private void signed(Runnable signing) {
    try {
      signing.run();
    } catch (UncheckedIOException failure) {
      throw new JournalFailure(
          "the checkpoints of %s cannot be written; nothing was acted upon".formatted(run),
          failure);
    }
  }

  private void requireTrusted() {
    doubted = doubted || store.isDoubted();
    requireOpen();
  }

  private void requireOpen() {
    if (doubted) {
      throw new JournalFailure(
          "the journal of %s did not reach the disk; nothing more is appended, resume the run"
              .formatted(run));
    }
  }

  private void doubt(JdbiException failure) {
    if (store.leavesDoubt(failure)) {
      doubted = true;
      store.doubt();
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
    append(List.of(), List.of(), true);
    checkpoints.ifPresent(signing -> signed(signing::sign));
    Seal seal =
        store.seal(
            sql,
            () -> {
              takeIn();
              entries.release();
              return tree;
            });
    checkpoints.ifPresent(
        signing ->
            signed(
                () -> {
                  signing.grewTo(tree.size(), tree.root());
                  signing.sign();
                }));
    return seal;
  }

  @Override
  public void close() {
    sql.close();
    checkpoints.ifPresent(signing -> signed(signing::close));
  }

  private Entry.Draft checkpoint() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("size", tree.size()).put("root", tree.root().text());
    checkpoints.ifPresent(signing -> body.put("key", signing.keyId()));
    ObjectNode actor = JsonNodeFactory.instance.objectNode();
    actor.put("kind", "runtime").put("id", "cantilever").put("channel", "internal");
    return new Entry.Draft(actor, CHECKPOINT, body);
  }

  private void insert(Entry.Draft draft) {
    String ts = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
    Entry entry = new Entry(tree.size(), ts, draft.actor(), draft.type(), draft.body());
    String line = entry.line();
    byte[] leaf = MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8));
    entries.insert(entry.seq(), leaf, line);
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
    int taken = MOST_AT_ONCE;
    while (taken == MOST_AT_ONCE) {
      List<String> lines = entries.from(tree.size(), MOST_AT_ONCE);
      for (String line : lines) {
        unread.add(Entry.parse(line));
        tree.append(MerkleTree.leaf(line.getBytes(StandardCharsets.UTF_8)));
      }
      taken = lines.size();
    }
  }

  private void rollBack() {
    try {
      entries.execute("ROLLBACK");
    } catch (JdbiException alreadyOver) {
      // the failed statement has ended the transaction itself
    }
  }
}
