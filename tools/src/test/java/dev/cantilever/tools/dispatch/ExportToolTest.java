package dev.cantilever.tools.dispatch;

import static dev.cantilever.tools.dispatch.OneRun.NOBODY;
import static dev.cantilever.tools.dispatch.OneRun.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.file.ExportFolder;
import dev.cantilever.tools.file.FileReader;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.plan.Step;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Readings and files leave the home for other programs, into one folder and under new names. */
class ExportToolTest {

  private static final String FILM =
      "{\"source\": {\"kind\": \"file\", \"file\": \"film.gwy\"}, \"format\": \"%s\", \"name\": \"%s\"}";

  @TempDir private Path folder;
  private OneRun run;
  private Path exports;

  @BeforeEach
  void layFilesDown() throws IOException {
    run = new OneRun(folder);
    Path data = Files.createDirectories(folder.resolve("data"));
    exports = data.resolve("exports");
    String sample = "/dev/cantilever/tools/file/pfm_128_4ch.gwy";
    try (InputStream gwyddion = ExportToolTest.class.getResourceAsStream(sample)) {
      Files.write(data.resolve("film.gwy"), gwyddion.readAllBytes());
    }
  }

  @AfterEach
  void closeTheRun() {
    run.close();
  }

  private JsonNode result(String arguments) {
    Answer answer = run.call(NOBODY, "data.export", arguments);
    assertThat(problems(answer)).isEmpty();
    return StrictJson.ours(((Answer.Settled) answer).result().canonical());
  }

  private String refusal(String arguments) {
    Answer answer = run.call(NOBODY, "data.export", arguments);
    assertThat(problems(answer)).isNotEmpty();
    return problems(answer).toString();
  }

  /** A call that a person approved; its result. */
  private JsonNode acted(String tool, String arguments) {
    Step.Call step = run.step(tool, arguments);
    Answer answer = run.call(run.approved(step), tool, arguments);
    assertThat(problems(answer)).isEmpty();
    return StrictJson.ours(((Answer.Settled) answer).result().canonical());
  }

  @ParameterizedTest
  @CsvSource({"nsid, h5, NSID", "nexus, h5, NSID", "gwyddion, gwy, GWYDDION", "csv, csv, CSV"})
  void aFileIsWrittenInAnotherFormatWithItsNumbers(String format, String ending, FileFormat read)
      throws IOException {
    JsonNode output = result(FILM.formatted(format, "my film"));
    Path file = exports.resolve("my film." + ending);
    assertThat(output.get("file").asText()).isEqualTo("data/exports/my film." + ending);
    assertThat(output.get("written").asBoolean()).isTrue();
    assertThat(output.get("bytes").asLong()).isEqualTo(Files.size(file));
    assertThat(output.get("sha256").asText()).isEqualTo(Hash.of(Files.readAllBytes(file)).text());
    assertThat(output.get("datasets")).hasSize(4);
    assertThat(FileReader.read(file).format()).isEqualTo(read);
    List<Dataset> before = FileReader.read(folder.resolve("data/film.gwy")).datasets();
    List<Dataset> after = FileReader.read(file).datasets();
    for (int i = 0; i < 4; i++) {
      assertThat(after.get(i).ascending().values()).isEqualTo(before.get(i).ascending().values());
      assertThat(after.get(i).unit()).isEqualTo(before.get(i).unit());
      DataAxis y = after.get(i).axes().getFirst();
      assertThat(y.at(0) < y.at(127)).isEqualTo(read != FileFormat.GWYDDION);
    }
  }

  @Test
  void aPreviewSaysSizeAndHashAndWritesNothing() {
    JsonNode preview = result("{\"preview\": true, " + FILM.formatted("nsid", "film").substring(1));
    assertThat(preview.get("written").asBoolean()).isFalse();
    assertThat(exports).doesNotExist();
    JsonNode written = result(FILM.formatted("nsid", "film"));
    assertThat(written.get("sha256")).isEqualTo(preview.get("sha256"));
    assertThat(written.get("bytes")).isEqualTo(preview.get("bytes"));
    assertThat(written.get("datasets")).isEqualTo(preview.get("datasets"));
  }

  @Test
  void aFileThatIsThereIsNeverReplaced() throws IOException {
    Files.createDirectories(exports);
    Files.writeString(exports.resolve("film.csv"), "mine");
    assertThat(refusal(FILM.formatted("csv", "film"))).contains("choose another name");
    assertThat(Files.readString(exports.resolve("film.csv"))).isEqualTo("mine");
    try (var files = Files.list(exports)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void ofTwoWritersOfOneNameTheSecondIsToldSo() throws IOException {
    MicroscopyFile film = run.home.data().read("film.gwy");
    ExportFolder folder = run.home.data().exports();
    ExportFolder.Print print = folder.write(film, FileFormat.CSV, "film.csv").orElseThrow();
    assertThat(folder.write(film, FileFormat.NSID, "film.csv")).isEmpty();
    assertThat(folder.find("film.csv")).contains(print);
    try (var files = Files.list(exports)) {
      assertThat(files).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../film", "a/b", "..", ".hidden", "a.b", "/tmp/x", "", "a\\\\b", "film\\u0000"})
  void aNameIsNoPath(String name) throws IOException {
    refusal(FILM.formatted("csv", name));
    assertThat(exports).doesNotExist();
    try (var files = Files.list(folder.resolve("data"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(exports, elsewhere);
    assertThat(refusal(FILM.formatted("csv", "film"))).contains("cannot be written");
    try (var files = Files.list(elsewhere)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whatAFormatCannotHoldIsRefusedAndLeavesNothing() throws IOException {
    assertThat(refusal(FILM.formatted("gsf", "film"))).contains("holds one image");
    try (var files = Files.list(exports)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void aLoopLeavesTheRunWithTheCallThatTookIt() {
    acted("instrument.move", OneRun.MOVE.replace("1 µm", "0 m").replace("500 nm", "0 m"));
    String blob = acted("instrument.acquire", OneRun.LOOP).get("blob").asText();
    JsonNode output = result(readings("csv", blob));
    assertThat(output.get("datasets").get(0).get("name").asText()).isEqualTo("piezoresponse");
    Dataset loop = FileReader.read(exports.resolve("loop.csv")).datasets().getFirst();
    // python: h5py.File('BEPS_PTO_50x50.h5')['Channel_000/generic/generic'][0, 0, [0, 63]]
    assertThat(loop.values().get(0)).isCloseTo(-0.0004922201927597424, within(1e-15));
    assertThat(loop.values().get(63)).isCloseTo(-0.0004961420455721932, within(1e-15));
    assertThat(loop.axes().getFirst().unit()).isEqualTo("V");
    assertThat(loop.metadata().get("tool")).contains("instrument.acquire");
    assertThat(loop.metadata().get("reading")).contains(blob);
    assertThat(loop.metadata().get("run")).contains("run-0001");
  }

  @Test
  void whatTheRunHasNotReadIsNotFound() {
    String hash = Hash.of("nothing").text();
    assertThat(refusal(readings("csv", hash))).contains("no frame and no spectrum of the hash");
    assertThat(refusal(readings("csv", hash).replace("run-0001", "run-0099")))
        .contains("there is no run run-0099");
  }

  @Test
  void afterACrashTheFileItselfTellsWhetherItWasWritten() {
    String arguments = FILM.formatted("csv", "film");
    assertThat(reconciled(arguments)).isEqualTo(EffectHappened.NONE);
    result(arguments);
    assertThat(reconciled(arguments)).isEqualTo(EffectHappened.FULL);
  }

  /** What is made of a call that was dispatched and then cut short. */
  private EffectHappened reconciled(String arguments) {
    CallId call = run.log.refresh().nextCall();
    Step.Call step = run.step("data.export", arguments);
    CallEvent proposed =
        new CallEvent.Proposed(
            call,
            Optional.empty(),
            Optional.empty(),
            Received.keep(step.tool()),
            Received.keep(arguments));
    CallEvent intent =
        new CallEvent.Dispatched(
            call, step.tool(), Effect.COMPUTE, step.arguments(), "reads-and-computes");
    run.log.append(Actor.RUNTIME, List.of(proposed, intent), List.of());
    run.dispatcher.reconcile(Actor.RUNTIME, call);
    return ((CallEvent.Reconciled) run.log.state().call(call).last().orElseThrow()).effect();
  }

  private static String readings(String format, String blob) {
    return """
        {"source": {"kind": "readings", "run": "run-0001", "blobs": ["%s"]},
         "format": "%s", "name": "loop"}"""
        .formatted(blob, format);
  }
}
