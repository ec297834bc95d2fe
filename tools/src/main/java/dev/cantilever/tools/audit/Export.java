package dev.cantilever.tools.audit;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.checkpoint.CheckpointFile;
import dev.cantilever.tools.checkpoint.SignedNote;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Evidence;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.MerkleProof;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A run in one ZIP file: its log, its data, the signed checkpoints, proofs, and the program that
 * checks them, described as a Workflow Run RO-Crate and in PROV. Equal runs give equal files.
 */
public final class Export {

  /** Entries of which the file proves one by one that they are in the log. */
  private static final Set<String> PROVEN = Set.of("run.opened", "run.approved", "run.ended");

  private final TreeMap<String, byte[]> files = new TreeMap<>();

  private Export() {}

  /** Why there is no file, or empty where it was written. */
  public static Optional<String> write(Home home, RunId run, Path file) {
    return write(home, run, () -> Files.newOutputStream(file));
  }

  /** Where a file is written to, opened only when there is one. */
  @FunctionalInterface
  public interface Destination {
    OutputStream open() throws IOException;
  }

  /** The same to anywhere. */
  public static Optional<String> write(Home home, RunId run, Destination destination) {
    Optional<String> hindrance = hindrance(home, run);
    if (hindrance.isEmpty()) {
      Export export = new Export();
      try {
        export.gather(home, run, home.evidence(run).orElseThrow());
        export.pack(destination);
      } catch (IOException failure) {
        throw new UncheckedIOException("%s cannot be exported".formatted(run), failure);
      }
    }
    return hindrance;
  }

  /** What is broken or not signed to its end would convince nobody. */
  private static Optional<String> hindrance(Home home, RunId run) {
    Verification verdict = JournalVerifier.verify(home.place(run), run.value(), home.evidence(run));
    return switch (verdict) {
      case Verification.Broken broken ->
          Optional.of("%s is not as it was written; verify says where".formatted(run));
      case Verification.Intact intact -> {
        long signed = intact.signed().map(Verification.Signed::size).orElse(0L);
        yield signed == intact.entries()
            ? Optional.empty()
            : Optional.of(
                "%s is signed up to entry %d of %d; resume it, so that it ends"
                    .formatted(run, signed, intact.entries()));
      }
    };
  }

  private void gather(Home home, RunId run, Evidence evidence) throws IOException {
    try (Journal journal = Journal.read(home.place(run), run.value())) {
      List<Entry> entries = journal.fresh();
      List<Hash> leaves = entries.stream().map(entry -> MerkleProof.leaf(entry.line())).toList();
      List<SignedNote> notes = notes(evidence);
      lines("log.jsonl", entries.stream().map(Entry::line).toList());
      lines(
          "leaves.txt", leaves.stream().map(one -> HexFormat.of().formatHex(one.bytes())).toList());
      put("checkpoints.txt", String.join("", notes.stream().map(SignedNote::text).toList()));
      put("key.txt", evidence.key().line() + "\n");
      consistency(leaves, notes);
      inclusion(entries, leaves, notes.getLast());
      for (String hash : cited(entries)) {
        byte[] bytes = journal.blob(hash).orElseThrow();
        files.put("data/" + hash.substring("sha256:".length()), bytes);
      }
    }
    Trail trail = Trail.of(home.place(run), run);
    trail
        .first(RunEvent.Opened.class)
        .map(fact -> ((RunEvent.Opened) fact.event()).plan())
        .ifPresent(plan -> put(CrateMetadata.PLAN, PlanDocument.write(plan)));
    put(CrateMetadata.PROV, ProvDocument.of(run, trail));
    try (InputStream verifier = Export.class.getResourceAsStream("/offline/Verifier.java")) {
      files.put("Verifier.java", verifier.readAllBytes());
    }
    put("ro-crate-metadata.json", CrateMetadata.of(run, trail, files));
  }

  private void put(String name, String text) {
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void lines(String name, List<String> lines) {
    put(name, String.join("", lines.stream().map(line -> line + "\n").toList()));
  }

  /** The checkpoints of all files, each size once. */
  private static List<SignedNote> notes(Evidence evidence) throws IOException {
    Map<Long, SignedNote> notes = new TreeMap<>();
    for (Path file : evidence.files()) {
      if (Files.exists(file)) {
        CheckpointFile.read(file)
            .forEach(
                one ->
                    one.note()
                        .ifPresent(note -> notes.putIfAbsent(note.checkpoint().size(), note)));
      }
    }
    return new ArrayList<>(notes.values());
  }

  private static Set<String> cited(List<Entry> entries) {
    Set<String> hashes = new TreeSet<>();
    entries.forEach(
        entry ->
            entry.body().findValues("blob").stream()
                .map(blob -> blob.asText())
                .filter(Hash::isHash)
                .forEach(hashes::add));
    return hashes;
  }

  private void consistency(List<Hash> leaves, List<SignedNote> notes) {
    for (int i = 1; i < notes.size(); i++) {
      int first = Math.toIntExact(notes.get(i - 1).checkpoint().size());
      int size = Math.toIntExact(notes.get(i).checkpoint().size());
      List<String> text = new ArrayList<>(List.of("consistency %d %d".formatted(first, size)));
      text.addAll(base64(MerkleProof.consistency(leaves.subList(0, size), first)));
      lines("proofs/consistency-%d-%d.txt".formatted(first, size), text);
    }
  }

  /** As C2SP tlog-proof writes it: with the checkpoint, so that one file convinces by itself. */
  private void inclusion(List<Entry> entries, List<Hash> leaves, SignedNote note) {
    for (Entry entry : entries) {
      if (PROVEN.contains(entry.type())) {
        int index = Math.toIntExact(entry.seq());
        List<String> text = new ArrayList<>(List.of("c2sp.org/tlog-proof@v1", "index " + index));
        text.addAll(base64(MerkleProof.inclusion(leaves, index)));
        String head = String.join("\n", text);
        put("proofs/inclusion-%d.txt".formatted(index), head + "\n\n" + note.text());
      }
    }
  }

  private static List<String> base64(List<Hash> path) {
    return path.stream().map(hash -> Base64.getEncoder().encodeToString(hash.bytes())).toList();
  }

  private void pack(Destination destination) throws IOException {
    try (OutputStream out = destination.open();
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> one : files.entrySet()) {
        ZipEntry entry = new ZipEntry(one.getKey());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(one.getValue());
        zip.closeEntry();
      }
    }
  }
}
