package dev.cantilever.tests.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.InMemory;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.checkpoint.Checkpoints;
import dev.cantilever.tools.checkpoint.SigningKey;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.journal.JournalPlace;
import dev.cantilever.tools.journal.MerkleProof;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * What the record costs. Without force means in a folder in memory, where a force has nothing to
 * wait for; all else is as in a run.
 */
@Tag("bench")
@Isolated
class JournalSpeedTest {

  private static final int CALLS = 5_000;
  private static final int BATCH = 100;
  private static final int MILLION = 1_000_000;
  private static final String FRONT =
      "{\"outcomes\": [[4, 1], [3, 3], [2, 2]], \"directions\": [\"maximise\", \"maximise\"]}";

  @TempDir private Path onDisk;

  @TempDir(factory = InMemory.class)
  private Path inMemory;

  @Test
  void aToolCallThroughDispatchAndJournal() {
    Home home = new Home(inMemory, InstantSource.system());
    double[] millis = new double[CALLS];
    try (RunLog log = home.openDesk();
        InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      Dispatcher dispatcher = new Dispatcher(new CallReader(Toolbox.standard()), log, rack, home);
      for (int i = -CALLS; i < CALLS; i++) {
        long began = System.nanoTime();
        Answer answer =
            dispatcher.dispatch(
                Actor.RUNTIME, new Authority.None(), Optional.empty(), "pareto.front", FRONT);
        if (i >= 0) {
          millis[i] = (System.nanoTime() - began) / 1e6;
        }
        assertThat(answer).isInstanceOf(Answer.Settled.class);
      }
    }
    Arrays.sort(millis);
    atMost(
        "6a",
        "tool call through dispatch and journal, no force, p50",
        millis[CALLS / 2],
        "ms",
        0.2);
    atMost("6b", "the same, p99", millis[CALLS * 99 / 100], "ms", 1);
  }

  @Test
  void eventsInBatches() {
    int batches = 300;
    long began;
    try (Journal journal = signed(onDisk)) {
      journal.append(drafts(), List.of());
      began = System.nanoTime();
      for (int i = 0; i < batches; i++) {
        journal.append(drafts(), List.of());
        journal.fresh();
      }
    }
    double perSecond = batches * BATCH / ((System.nanoTime() - began) / 1e9);
    Figures.measured(
        "runtime-6c",
        "events appended in forced, signed batches of 100",
        perSecond,
        "1/s",
        "≥ 5000",
        perSecond >= 5_000);
  }

  @Test
  void aMillionEventsReopened() {
    try (Journal journal = signed(inMemory)) {
      for (int i = 0; i < MILLION / 1_000; i++) {
        List<Entry.Draft> thousand = new ArrayList<>();
        IntStream.range(0, 10).forEach(ten -> thousand.addAll(drafts()));
        journal.append(thousand, List.of());
        journal.fresh();
      }
    }
    long began = System.nanoTime();
    long size;
    try (Journal journal = signed(inMemory)) {
      size = journal.size();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    assertThat(size).isGreaterThanOrEqualTo(MILLION);
    atMost("6d", "a journal of a million events opened again", seconds, "s", 10);
  }

  /** Figure of the proofs beside them: a million entries, one proof. */
  @Test
  void aProofAmongAMillionIsShortAndQuick() {
    List<Hash> leaves =
        IntStream.range(0, MILLION).mapToObj(i -> MerkleProof.leaf("line " + i)).toList();
    List<Hash> path = MerkleProof.inclusion(leaves, 777_777);
    List<Hash> toRoot = MerkleProof.consistency(leaves, MILLION / 2);
    assertThat(toRoot.size()).isLessThanOrEqualTo(21);
    Hash root = rootOf(leaves.get(777_777), path);
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 100; i++) {
      long began = System.nanoTime();
      assertThat(MerkleProof.includes(leaves.get(777_777), 777_777, MILLION, path, root)).isTrue();
      best = Math.min(best, (System.nanoTime() - began) / 1e6);
    }
    atMost("6e", "hashes in a proof among a million entries", path.size(), "hashes", 20);
    atMost("6f", "seconds to check it", best, "ms", 1);
  }

  /** The path alone says the root, since it fits the tree by construction. */
  private static Hash rootOf(Hash leaf, List<Hash> path) {
    Hash hash = leaf;
    long node = 777_777;
    long last = MILLION - 1;
    for (Hash next : path) {
      boolean right = (node & 1) == 1 || node == last;
      hash =
          Hash.of(
              new byte[] {1},
              right ? next.bytes() : hash.bytes(),
              right ? hash.bytes() : next.bytes());
      while (right && (node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
      node >>= 1;
      last >>= 1;
    }
    return hash;
  }

  private static Journal signed(Path folder) {
    Checkpoints checkpoints =
        new Checkpoints(
            SigningKey.in(folder),
            "run-0001",
            List.of(folder.resolve("away/notes.txt"), folder.resolve("journal.checkpoints")),
            InstantSource.system());
    return Journal.open(
        new JournalPlace.InFile(folder.resolve("journal.db")),
        "run-0001",
        InstantSource.system(),
        checkpoints);
  }

  private static List<Entry.Draft> drafts() {
    ObjectNode actor = JsonNodeFactory.instance.objectNode().put("kind", "person");
    return IntStream.range(0, BATCH)
        .mapToObj(
            i ->
                new Entry.Draft(
                    actor,
                    "test.note",
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("call", "call-" + i)
                        .put("value", i * 0.125)
                        .put("text", "a note of some length, as they stand in journals")))
        .toList();
  }

  private static void atMost(String id, String what, double value, String unit, double goal) {
    Figures.measured("runtime-" + id, what, value, unit, "≤ " + goal, value <= goal);
  }
}
