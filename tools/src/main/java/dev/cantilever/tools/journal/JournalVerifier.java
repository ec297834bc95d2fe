package dev.cantilever.tools.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.journal.Verification.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Checks everything that can be checked of a stored journal. Total: damage is a finding. */
public final class JournalVerifier {

  private static final int MOST_FINDINGS = 20;

  private final Path path;
  private final String run;
  private final List<Finding> findings = new ArrayList<>();
  private final MerkleTree tree = new MerkleTree();
  private final Set<String> cited = new HashSet<>();
  private Optional<Seal> seal = Optional.empty();

  private JournalVerifier(Path path, String run) {
    this.path = path;
    this.run = run;
  }

  public static Verification verify(Path journal, String run) {
    return new JournalVerifier(journal, run).verify();
  }

  private Verification verify() {
    boolean sealed = Files.exists(Seal.fileFor(path));
    if (sealed) {
      checkSeal();
    }
    if (findings.isEmpty() || !sealed) {
      checkContent(sealed);
    }
    return findings.isEmpty()
        ? new Verification.Intact(tree.size(), tree.root(), sealed)
        : new Verification.Broken(findings.subList(0, Math.min(MOST_FINDINGS, findings.size())));
  }

  private void checkSeal() {
    try {
      byte[] file = Files.readAllBytes(path);
      Seal read = Seal.parse(Files.readString(Seal.fileFor(path), StandardCharsets.UTF_8));
      seal = Optional.of(read);
      for (int page : read.brokenPages(file)) {
        find("page %d of %s".formatted(page, path.getFileName()), "bytes differ from the seal");
      }
      if (!findings.isEmpty()) {
        checkContent(true);
      }
    } catch (IOException | IllegalArgumentException broken) {
      find(String.valueOf(Seal.fileFor(path).getFileName()), "the seal itself was changed");
    }
  }

  private void checkContent(boolean sealed) {
    try (Handle sql = SqliteFile.forReading(path, sealed).open()) {
      sql.createQuery("SELECT seq, leaf, line FROM entry WHERE run = :run ORDER BY seq")
          .bind("run", run)
          .map((row, context) -> new Row(row.getLong(1), row.getBytes(2), row.getString(3)))
          .forEach(this::checkRow);
      sql.createQuery("SELECT hash, bytes FROM blob WHERE run = :run ORDER BY hash")
          .bind("run", run)
          .map((row, context) -> new Blob(row.getString(1), row.getBytes(2)))
          .forEach(this::checkBlob);
      cited.forEach(hash -> find("data " + hash, "an entry cites data that are not there"));
      checkNoOtherRun(sql);
      seal.ifPresent(this::checkSealFits);
    } catch (JdbiException | JournalFailure broken) {
      find(String.valueOf(path.getFileName()), "is not a readable database");
    }
  }

  private void checkNoOtherRun(Handle sql) {
    for (String table : List.of("entry", "blob")) {
      long others =
          sql.createQuery("SELECT count(*) FROM %s WHERE run <> :run".formatted(table))
              .bind("run", run)
              .mapTo(Long.class)
              .one();
      if (others > 0) {
        find("table " + table, others + " rows belong to another run");
      }
    }
  }

  private void checkSealFits(Seal known) {
    boolean fits =
        known.run().equals(run) && known.size() == tree.size() && known.root().equals(tree.root());
    if (!fits) {
      find(
          String.valueOf(Seal.fileFor(path).getFileName()),
          "it seals %s with %d entries, not this".formatted(known.run(), known.size()));
    }
  }

  private record Row(long seq, byte[] leaf, String line) {}

  private record Blob(String hash, byte[] bytes) {}

  private void checkRow(Row row) {
    String where = "entry " + tree.size();
    if (row.seq() != tree.size()) {
      find(where, "is missing; the next is entry " + row.seq());
    }
    byte[] leaf = MerkleTree.leaf(row.line().getBytes(StandardCharsets.UTF_8));
    if (!Arrays.equals(leaf, row.leaf())) {
      find(where, "its text does not fit its hash");
    }
    try {
      Entry entry = Entry.parse(row.line());
      if (entry.seq() != row.seq() || !entry.line().equals(row.line())) {
        find(where, "its text is not the canonical form of itself");
      }
      if (entry.type().equals(Journal.CHECKPOINT)) {
        checkCheckpoint(where, entry.body());
      }
      citations(entry.body());
    } catch (IllegalArgumentException broken) {
      find(where, "is not a journal line");
    }
    tree.append(leaf);
  }

  private void checkCheckpoint(String where, JsonNode body) {
    boolean fits =
        body.path("size").asLong(-1) == tree.size()
            && body.path("root").asText().equals(tree.root().text());
    if (!fits) {
      find(where, "an entry before this checkpoint was changed, added or removed");
    }
  }

  private void citations(JsonNode body) {
    for (JsonNode blob : body.findValues("blob")) {
      if (Hash.isHash(blob.asText())) {
        cited.add(blob.asText());
      }
    }
  }

  private void checkBlob(Blob blob) {
    if (!Hash.of(blob.bytes()).text().equals(blob.hash())) {
      find("data " + blob.hash(), "do not fit their hash");
    }
    cited.remove(blob.hash());
  }

  private void find(String where, String what) {
    findings.add(new Finding(where, what));
  }
}
