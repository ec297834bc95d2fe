package dev.cantilever.tools.journal;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.checkpoint.Checkpoint;
import dev.cantilever.tools.checkpoint.CheckpointFile;
import dev.cantilever.tools.checkpoint.SignedNote;
import dev.cantilever.tools.journal.Verification.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Holds a journal against signed checkpoints, from wherever they were kept. */
final class CheckpointCheck {

  private final String run;
  private final Evidence evidence;
  private final List<Finding> findings = new ArrayList<>();

  /** By size; those of several files may stand for one size. */
  private final TreeMap<Long, List<Kept>> kept = new TreeMap<>();

  private final Map<Long, Hash> roots = new HashMap<>();
  private final Set<String> promised = new HashSet<>();

  private record Kept(String where, Checkpoint checkpoint) {}

  CheckpointCheck(String run, Evidence evidence) {
    this.run = run;
    this.evidence = evidence;
    evidence.files().stream().distinct().filter(Files::exists).forEach(this::read);
    sawRoot(0, new MerkleTree().root());
  }

  private void read(Path file) {
    try {
      for (CheckpointFile.Numbered one : CheckpointFile.read(file)) {
        String where = "checkpoint %d of %s".formatted(one.number(), shown(file));
        Optional<String> fault = fault(one.note());
        if (fault.isPresent()) {
          findings.add(new Finding(where, fault.get()));
        } else {
          Checkpoint checkpoint = one.note().orElseThrow().checkpoint();
          kept.computeIfAbsent(checkpoint.size(), size -> new ArrayList<>())
              .add(new Kept(where, checkpoint));
        }
      }
    } catch (IOException failure) {
      findings.add(new Finding(shown(file), "cannot be read"));
    }
  }

  private static String shown(Path file) {
    Path folder = file.toAbsolutePath().getParent().getFileName();
    return folder == null ? file.toString() : folder + "/" + file.getFileName();
  }

  private Optional<String> fault(Optional<SignedNote> note) {
    if (note.isEmpty()) {
      return Optional.of("is no signed note");
    }
    if (!note.get().keyId().equals(evidence.key().id())) {
      return Optional.of(
          "is signed by %s, not by %s".formatted(note.get().keyId(), evidence.key().id()));
    }
    if (!note.get().isSignedBy(evidence.key())) {
      return Optional.of("its signature does not fit");
    }
    return note.get().checkpoint().origin().equals(Checkpoint.originOf(run))
        ? Optional.empty()
        : Optional.of("is of %s".formatted(note.get().checkpoint().origin()));
  }

  /** The root over the first entries, in their order. */
  void sawRoot(long size, Hash root) {
    if (kept.containsKey(size) || size == 0) {
      roots.put(size, root);
    }
  }

  boolean wants(long size) {
    return kept.containsKey(size);
  }

  /** An entry says that checkpoints are signed with this key. */
  void promised(String keyId) {
    promised.add(keyId);
  }

  /** What does not fit, once all entries were seen. */
  List<Finding> findings(long size) {
    long fitting = 0;
    for (Map.Entry<Long, List<Kept>> one : kept.entrySet()) {
      for (Kept note : one.getValue()) {
        String since = "%s, signed %s".formatted(note.where(), note.checkpoint().time());
        if (one.getKey() > size) {
          findings.add(
              new Finding(
                  "entry " + size,
                  "is missing, and all after it; %s, holds %d entries"
                      .formatted(since, one.getKey())));
          return findings;
        }
        if (!note.checkpoint().root().equals(roots.get(one.getKey()))) {
          findings.add(
              new Finding(
                  "entries %d to %d".formatted(fitting, one.getKey() - 1),
                  "one was changed, added or removed after " + since));
          return findings;
        }
      }
      fitting = one.getKey();
    }
    promised.stream()
        .filter(key -> kept.isEmpty())
        .forEach(
            key ->
                findings.add(
                    new Finding(
                        "checkpoints",
                        "the log says that %s signs them; none is here".formatted(key))));
    return findings;
  }

  /** The signatures that hold, for a verdict. */
  Optional<Verification.Signed> signed() {
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    Kept last = kept.lastEntry().getValue().getFirst();
    return Optional.of(
        new Verification.Signed(
            kept.size(), last.checkpoint().size(), last.checkpoint().time(), evidence.key().id()));
  }
}
