package dev.cantilever.tools.journal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.journal.Verification.Finding;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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

  /** Rows that are read at once. */
  private static final int MOST_AT_ONCE = 4_096;

  private final Store store;
  private final String run;
  private final Optional<CheckpointCheck> checkpoints;
  private final List<Finding> findings = new ArrayList<>();
  private final MerkleTree tree = new MerkleTree();
  private final Set<String> cited = new HashSet<>();
  private Optional<Seal> seal = Optional.empty();

  private JournalVerifier(JournalPlace place, String run, Optional<Evidence> evidence) {
    this.store = Store.at(place, run);
    this.run = run;
    this.checkpoints = evidence.map(signed -> new CheckpointCheck(run, signed));
  }

  /** Holds a journal against itself and its seal. */
  public static Verification verify(Path journal, String run) {
    return verify(new JournalPlace.InFile(journal), run, Optional.empty());
  }

  /** Holds a journal against itself, its seal, and signed checkpoints. */
  public static Verification verify(JournalPlace place, String run, Optional<Evidence> evidence) {
    return new JournalVerifier(place, run, evidence).verify();
  }

  private Verification verify() {
    boolean sealed = false;
    try {
      sealed = store.isSealed();
      if (sealed) {
        checkSeal();
      }
      checkContent();
    } catch (JournalFailure unreachable) {
      find(store.name(), "is not a readable database");
    }
    checkpoints.ifPresent(check -> findings.addAll(check.findings(tree.size())));
    return findings.isEmpty()
        ? new Verification.Intact(
            tree.size(), tree.root(), sealed, checkpoints.flatMap(CheckpointCheck::signed))
        : new Verification.Broken(findings.subList(0, Math.min(MOST_FINDINGS, findings.size())));
  }

  private void checkSeal() {
    try {
      seal = store.readSeal();
      for (int page : store.brokenPages(seal.orElseThrow())) {
        find("page %d of %s".formatted(page, store.name()), "bytes differ from the seal");
      }
    } catch (UncheckedIOException | IllegalArgumentException broken) {
      find("journal.seal", "the seal itself was changed");
    }
  }

  private void checkContent() {
    try (Handle sql = store.openForReading()) {
      checkRows(sql);
      sql.createQuery("SELECT hash FROM blob WHERE run = :run ORDER BY hash")
          .bind("run", run)
          .mapTo(String.class)
          .list()
          .forEach(hash -> checkBlob(hash, bytes(sql, hash)));
      cited.forEach(hash -> find("data " + hash, "an entry cites data that are not there"));
      if (store.isOfOneRun()) {
        checkNoOtherRun(sql);
      }
      seal.ifPresent(this::checkSealFits);
    } catch (JdbiException broken) {
      find(store.name(), "is not a readable database");
    }
  }

  private Optional<byte[]> bytes(Handle sql, String hash) {
    return sql.createQuery("SELECT bytes FROM blob WHERE run = :run AND hash = :hash")
        .bind("run", run)
        .bind("hash", hash)
        .mapTo(byte[].class)
        .findFirst();
  }

  /** In pieces, since a driver may hold all it is asked for in memory. */
  private void checkRows(Handle sql) {
    int taken = MOST_AT_ONCE;
    long from = Long.MIN_VALUE;
    while (taken == MOST_AT_ONCE) {
      List<Row> rows =
          sql.createQuery(
                  "SELECT seq, leaf, line FROM entry WHERE run = :run AND seq >= :from"
                      + " ORDER BY seq LIMIT :most")
              .bind("run", run)
              .bind("from", from)
              .bind("most", MOST_AT_ONCE)
              .map((row, context) -> new Row(row.getLong(1), row.getBytes(2), row.getString(3)))
              .list();
      rows.forEach(this::checkRow);
      taken = rows.size();
      from = taken == 0 ? from : rows.getLast().seq() + 1;
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
          "journal.seal",
          "it seals %s with %d entries, not this".formatted(known.run(), known.size()));
    }
  }

  private record Row(long seq, byte[] leaf, String line) {}

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
        checkpoints.ifPresent(check -> promise(check, entry.body()));
      }
      citations(entry.body());
    } catch (IllegalArgumentException broken) {
      find(where, "is not a journal line");
    }
    tree.append(leaf);
    checkpoints
        .filter(check -> check.wants(tree.size()))
        .ifPresent(check -> check.sawRoot(tree.size(), tree.root()));
  }

  private static void promise(CheckpointCheck check, JsonNode body) {
    if (body.path("key").isTextual()) {
      check.promised(body.get("key").textValue());
    }
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

  private void checkBlob(String hash, Optional<byte[]> bytes) {
    if (bytes.isEmpty() || !Hash.of(bytes.get()).text().equals(hash)) {
      find("data " + hash, "do not fit their hash");
    }
    cited.remove(hash);
  }

  private void find(String where, String what) {
    findings.add(new Finding(where, what));
  }
}
