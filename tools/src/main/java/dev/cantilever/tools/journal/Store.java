package dev.cantilever.tools.journal;

import dev.cantilever.tools.canonical.Hash;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * What the stores of journals do differently; the tables and all other SQL are the same. One object
 * serves one journal of one run.
 */
interface Store {

  static Store at(JournalPlace place, String run) {
    return switch (place) {
      case JournalPlace.InFile in -> new SqliteStore(in.file(), run);
      case JournalPlace.InDatabase in -> new PostgresStore(in.url(), run);
    };
  }

  boolean exists();

  boolean isSealed();

  /** Puts right what a failed force has left, before anything is written. */
  void mend();

  Handle openForWriting();

  Handle openForReading();

  /**
   * Says whose journals lie here, by the key that signs them.
   *
   * @throws JournalFailure where they are somebody else's
   */
  void claim(Handle sql, String keyId);

  /**
   * Begins a transaction in which nobody else writes.
   *
   * @throws JournalFailure where this journal may no longer be written
   */
  void begin(Handle sql, EntryTable entries);

  /** Whether it is known that acknowledged writes may not have reached the disk. */
  boolean isDoubted();

  /** Whether a failed commit leaves it open what lies on the disk. */
  boolean leavesDoubt(Throwable failure);

  void doubt();

  /** In the transaction of the last entry. */
  void sealWithin(Handle sql, long size, Hash root);

  /**
   * After that transaction.
   *
   * @param known takes in what others wrote meanwhile and yields the tree
   */
  Seal seal(Handle sql, Supplier<MerkleTree> known);

  /**
   * The seal, for a verifier.
   *
   * @throws IllegalArgumentException where it was changed
   */
  Optional<Seal> readSeal();

  /** Numbers of the pages that are not as they were sealed; empty where the store has none. */
  List<Integer> brokenPages(Seal seal);

  /** How the store is called in a finding. */
  String name();

  /** Whether nothing but this run may lie there. */
  boolean isOfOneRun();
}
