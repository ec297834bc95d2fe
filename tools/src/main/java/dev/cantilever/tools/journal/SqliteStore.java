package dev.cantilever.tools.journal;

import dev.cantilever.tools.canonical.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** A journal in a file of its own, with a seal and, where need be, a mark of doubt beside it. */
final class SqliteStore implements Store {

  private final Path path;
  private final String run;
  private final SqliteFile writing;

  SqliteStore(Path path, String run) {
    this(path, run, UnaryOperator.identity());
  }

  /**
   * The same over a way to the file that may fail.
   *
   * @param way between this program and the file
   */
  SqliteStore(Path path, String run, UnaryOperator<DataSource> way) {
    this.path = path;
    this.run = run;
    this.writing = SqliteFile.forWriting(path, way);
  }

  @Override
  public boolean exists() {
    return Files.exists(path);
  }

  @Override
  public boolean isSealed() {
    return Files.exists(Seal.fileFor(path));
  }

  @Override
  public void mend() {
    FreshFile.insteadOfDoubtful(path, run);
  }

  @Override
  public Handle openForWriting() {
    return writing.open();
  }

  @Override
  public Handle openForReading() {
    return SqliteFile.forReading(path, isSealed()).open();
  }

  @Override
  public void claim(Handle sql, String keyId) {
    // the file lies in the home whose it is
  }

  @Override
  public void begin(Handle sql, EntryTable entries) {
    entries.execute("BEGIN IMMEDIATE");
    if (!writing.isInItsPlace()) {
      throw new JournalFailure(run + " was sealed or copied meanwhile; nothing was appended");
    }
  }

  @Override
  public boolean isDoubted() {
    return Doubt.isCast(path);
  }

  @Override
  public boolean leavesDoubt(Throwable failure) {
    return Doubt.isOwed(failure);
  }

  @Override
  public void doubt() {
    Doubt.cast(path);
  }

  @Override
  public void sealWithin(Handle sql, long size, Hash root) {
    // the seal is a file that is written once everything is in one file
  }

  /**
   * One file without side files: a copy that takes the journal's place, so that whoever still reads
   * the old one is not in the way, and whoever wants to append finds out.
   */
  @Override
  public Seal seal(Handle sql, Supplier<MerkleTree> known) {
    try (Handle writers = writing.open()) {
      writers.execute("BEGIN IMMEDIATE"); // none may append while the copy is made
      MerkleTree tree = known.get();
      FreshFile.replace(path, sql);
      return Seal.write(path, run, tree.size(), tree.root());
    } catch (IOException | JdbiException failure) {
      throw new JournalFailure(run + " cannot be sealed; resume it later", failure);
    }
  }

  @Override
  public Optional<Seal> readSeal() {
    if (!isSealed()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Seal.beside(path));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException("the seal cannot be read", unreadable);
    }
  }

  @Override
  public List<Integer> brokenPages(Seal seal) {
    try {
      return seal.brokenPages(Files.readAllBytes(path));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  @Override
  public String name() {
    return String.valueOf(path.getFileName());
  }

  @Override
  public boolean isOfOneRun() {
    return true;
  }
}
