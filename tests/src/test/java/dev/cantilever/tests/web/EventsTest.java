package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.firstlight.Program;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who watches a run: every entry once and in order, whoever wrote it. */
class EventsTest {

  private static final RunId RUN = new RunId("run-0001");

  @TempDir private Path home;
  private Served served;

  @BeforeEach
  void serve() {
    served =
        new Served(
            home, Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1)));
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void aRunOfAnotherProcessIsSeenFromItsFirstEntryToItsLast() throws Exception {
    Process program =
        new Program(home)
            .start(
                home.resolve("out"),
                "ask",
                "find where the loop area is largest with 30 points, 10 at a time",
                "--yes",
                "--seed",
                "7");
    while (program.isAlive() && served.get(Role.VIEWER, "/api/runs/run-0001").status() != 200) {
      Thread.sleep(20);
    }
    List<Sight.Frame> frames = all(-1);
    assertThat(program.waitFor()).isZero();
    List<Entry> written = entries();
    assertThat(ids(frames)).containsExactlyElementsOf(numbers(0, written.size()));
    for (Sight.Frame frame : frames.stream().filter(one -> one.id() >= 0).toList()) {
      Entry entry = written.get((int) frame.id());
      assertThat(frame.data().path("rawEvent").path("body"))
          .isEqualTo(new ObjectMapper().readTree(entry.body().toString()));
      assertThat(frame.data().path("rawEvent").path("type").asText()).isEqualTo(entry.type());
    }
    assertThat(frames.stream().map(Sight.Frame::event).distinct())
        .contains(
            "RUN_STARTED",
            "TOOL_CALL_START",
            "TOOL_CALL_ARGS",
            "TOOL_CALL_END",
            "TOOL_CALL_RESULT",
            "STATE_SNAPSHOT",
            "CUSTOM",
            "RUN_FINISHED");
    assertThat(frames.getLast().event()).isEqualTo("STATE_SNAPSHOT");
    assertThat(frames.getLast().data().path("snapshot").path("measured").asInt()).isEqualTo(30);
    assertThat(frames.getLast().data().path("snapshot").path("status").asText())
        .isEqualTo("completed");
  }

  @Test
  void aStreamIsTakenUpAgainAfterAnyEntry() {
    long size;
    try (Writer writer = Writer.of(served.installation().home())) {
      for (int i = 0; i < 30; i++) {
        writer.say("word " + i);
      }
      writer.end();
      size = writer.size();
    }
    for (long seen = -1; seen < size - 1; seen++) {
      assertThat(ids(all(seen))).containsExactlyElementsOf(numbers(seen + 1, size));
    }
    try (Sight over = Sight.of(served.port(), served.secret(Role.VIEWER), RUN.value(), size - 1)) {
      assertThat(over.status()).isEqualTo(204);
    }
  }

  @Test
  void whoCutsOffAndComesAgainWhileItRunsMissesNothing() throws Exception {
    List<Long> seen = new ArrayList<>();
    try (Writer writer = Writer.of(served.installation().home())) {
      Thread writing =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 400; i++) {
                      writer.say("word " + i);
                    }
                    writer.end();
                  });
      while (seen.isEmpty() || !isOver(seen.getLast())) {
        try (Sight sight =
            Sight.of(
                served.port(),
                served.secret(Role.VIEWER),
                RUN.value(),
                seen.isEmpty() ? -1 : seen.getLast())) {
          Optional<Sight.Frame> frame = sight.next(one -> one.id() >= 0);
          for (int i = 0; i < 17 && frame.isPresent(); i++) {
            seen.add(frame.get().id());
            frame = i < 16 ? sight.next(one -> one.id() >= 0) : frame;
          }
        }
      }
      writing.join();
    }
    assertThat(seen).containsExactlyElementsOf(numbers(0, entries().size()));
  }

  private boolean isOver(long last) {
    try (Tail tail = served.installation().home().tail(RUN)) {
      return tail.isSealed() && last + 1 == tail.size();
    }
  }

  @Test
  void whereManyEntriesComeTheStateIsToldTenTimesASecondAtMost() {
    long began = System.nanoTime();
    List<Sight.Frame> frames;
    try (Writer writer = Writer.of(served.installation().home())) {
      Thread writing =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 1_500; i++) {
                      writer.say("word " + i);
                    }
                    writer.end();
                  });
      frames = all(-1);
      assertThat(writing.isAlive()).isFalse();
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    assertThat(ids(frames)).containsExactlyElementsOf(numbers(0, entries().size()));
    long states = frames.stream().filter(one -> one.event().equals("STATE_SNAPSHOT")).count();
    assertThat((double) states).isLessThanOrEqualTo(10 * seconds + 3);
  }

  @Test
  void whoDoesNotReadIsDroppedAndNobodyElseNotices() throws Exception {
    String long60 = "x".repeat(60_000);
    try (Writer writer = Writer.of(served.installation().home());
        Sight lazy = Sight.of(served.port(), served.secret(Role.VIEWER), RUN.value(), -1)) {
      lazy.socket().setReceiveBufferSize(65_536);
      Thread writing =
          Thread.ofPlatform()
              .start(
                  () -> {
                    for (int i = 0; i < 600; i++) {
                      writer.say(long60);
                      pause(10);
                    }
                    writer.end();
                  });
      assertThat(ids(all(-1))).hasSize(entries().size()).isSorted();
      writing.join();
      List<Long> got = new ArrayList<>();
      Optional<Sight.Frame> frame = lazy.next(one -> one.id() >= 0);
      while (frame.isPresent()) {
        got.add(frame.get().id());
        frame = lazy.next(one -> one.id() >= 0);
      }
      assertThat(got).hasSizeLessThan(entries().size());
      assertThat(got).containsExactlyElementsOf(numbers(0, got.size()));
      assertThat(ids(all(got.isEmpty() ? -1 : got.getLast())))
          .containsExactlyElementsOf(numbers(got.size(), entries().size()));
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void textOfOthersStaysTextInAFrame() {
    String hostile = "a\n\nevent: RUN_ERROR\ndata: {}\n\nid: 7\r\u2028\u202e</script>\u0000";
    try (Writer writer = Writer.of(served.installation().home())) {
      writer.say(hostile);
      writer.end();
    }
    List<Sight.Frame> frames = all(-1);
    assertThat(ids(frames)).containsExactlyElementsOf(numbers(0, entries().size()));
    assertThat(frames.stream().map(Sight.Frame::event)).doesNotContain("RUN_ERROR");
    assertThat(frames.get(1).data().path("rawEvent").path("body").path("sentence").asText())
        .isEqualTo(hostile);
  }

  private List<Sight.Frame> all(long seen) {
    List<Sight.Frame> frames = new ArrayList<>();
    try (Sight sight = Sight.of(served.port(), served.secret(Role.VIEWER), RUN.value(), seen)) {
      Optional<Sight.Frame> frame = sight.next();
      while (frame.isPresent()) {
        frames.add(frame.get());
        frame = sight.next();
      }
    }
    return frames;
  }

  private List<Entry> entries() {
    try (Tail tail = served.installation().home().tail(RUN)) {
      return tail.from(0, 100_000);
    }
  }

  private static List<Long> ids(List<Sight.Frame> frames) {
    return frames.stream().map(Sight.Frame::id).filter(id -> id >= 0).toList();
  }

  private static List<Long> numbers(long from, long before) {
    return LongStream.range(from, before).boxed().toList();
  }
}
