package dev.cantilever.tools.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.plan.Spent;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RehearsalTest {

  private static final InstrumentId LIBRARY = new InstrumentId("library");

  private static final String PLAN =
      """
      goal: Three spectra in a row
      steps:
        - {kind: call, tool: stage.home, arguments: {instrument: library}}
        - kind: for_each
          item: place
          in: [{x: 1 mm, y: 2 mm}, {x: 4 mm, y: 2 mm}, {x: 7 mm, y: 2 mm}]
          steps:
            - kind: call
              tool: stage.move_to
              arguments: {instrument: library, target: {$: place}, speed: 1 mm/s}
            - kind: call
              tool: raman.acquire
              arguments: {instrument: library, exposure: 1 s, power: 1 mW}
              as: look
        - {kind: ask, question: "Is it bright?", options: [bright, dim], as: seen}
        - {kind: measure, as: brightness, value: {$: seen}}
      """;

  @TempDir private Path folder;
  private final CallReader reader = new CallReader(Toolbox.standard());
  private Home home;

  @BeforeEach
  void lay() {
    home = new Home(folder, InstantSource.system());
    InstrumentRack.open(home.instruments()).close();
  }

  private static Plan plan(String yaml) {
    return ((Parsed.Valid<Plan>) PlanDocument.read(yaml)).value();
  }

  private Rehearsed rehearsed(String yaml) {
    return rehearsed(yaml, Effort.WHOLE);
  }

  private Rehearsed rehearsed(String yaml, Effort effort) {
    return new Rehearsal(home, reader, "test", InstantSource.system(), state -> {})
        .of(plan(yaml), effort);
  }

  @Test
  void tellsHowFarTheTimeVariesOverOtherNoise() {
    Rehearsed.Ran ran = (Rehearsed.Ran) rehearsed(PLAN, new Effort(60, 5));
    Spread library = ran.times().get(LIBRARY);
    assertThat(library.times()).isEqualTo(5);
    assertThat(library.low()).isLessThanOrEqualTo(library.median());
    assertThat(library.median()).isCloseTo(ran.spent().get(LIBRARY).time().seconds(), within(1.0));
    Spread twenty = Spread.of(IntStream.rangeClosed(1, 20).mapToObj(i -> (double) i).toList());
    assertThat(twenty).isEqualTo(new Spread(1, 10, 19, 20));
  }

  @Test
  void endsWhereAPersonWouldWaitTooLong() {
    Rehearsed.Ran ran = (Rehearsed.Ran) rehearsed(PLAN, new Effort(0, 5));
    assertThat(ran.cutShort()).isTrue();
    assertThat(ran.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(ran.times()).isEmpty();
  }

  @Test
  void foretellsWhatTheRunUsesUpAndChangesNothing() throws IOException {
    Map<String, String> before = files(home.instruments());
    Rehearsed.Ran ran = (Rehearsed.Ran) rehearsed(PLAN);
    assertThat(ran.reason()).isEmpty();
    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.findings()).singleElement().asString().contains("bright");
    assertThat(Files.readString(ran.page())).contains("Three spectra in a row");
    assertThat(files(home.instruments())).isEqualTo(before);
    assertThat(home.runs()).isEmpty();

    Plan calls = plan(PLAN.substring(0, PLAN.indexOf("  - {kind: ask")));
    RunOutcome outcome =
        new PlanRunner(home, reader, "test", state -> {})
            .start(calls, Actor.RUNTIME, Actor.RUNTIME, run -> {});
    assertThat(outcome.reason()).isEmpty();
    double seconds = Spent.of(home.find(outcome.run()).orElseThrow()).get(LIBRARY).time().seconds();
    assertThat(ran.spent().get(LIBRARY).time().seconds()).isCloseTo(seconds, within(1e-9));
  }

  private static Map<String, String> files(Path place) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> all = Files.walk(place)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        contents.put(place.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  @Test
  void findsWhatOnlyTheStateOnTheWayForbids() {
    String lost = PLAN.replace("tool: stage.home", "tool: stage.stop");
    Rehearsed rehearsed = rehearsed(lost);
    assertThat(rehearsed).isNotInstanceOf(Rehearsed.NoStage.class);
    String reasons =
        switch (rehearsed) {
          case Rehearsed.Ran ran -> ran.reason();
          case Rehearsed.Refused refused -> refused.problems().toString();
          case Rehearsed.NoStage none -> none.reason();
        };
    assertThat(reasons).contains("stage.home first");
  }

  /** No driver of hardware is ever opened: this one would listen to a port that nobody serves. */
  @Test
  void whatHasHardwareBehindItNeedsAStandIn() throws IOException {
    Path far = Files.createDirectories(home.instruments().resolve("far"));
    String profile =
        """
        instrument: far
        driver: http
        options: [{name: url, value: "http://127.0.0.1:9"}]
        """;
    Files.writeString(far.resolve("profile.yaml"), profile);
    Files.copy(home.instruments().resolve("library/envelope.yaml"), far.resolve("envelope.yaml"));
    String elsewhere = PLAN.replace("instrument: library", "instrument: far");
    assertThat(((Rehearsed.NoStage) rehearsed(elsewhere)).reason()).contains("rehearse_on");

    Files.writeString(far.resolve("profile.yaml"), profile + "rehearse_on: library\n");
    Rehearsed.Ran ran = (Rehearsed.Ran) rehearsed(elsewhere);
    assertThat(ran.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(ran.spent()).containsOnlyKeys(new InstrumentId("far"));
  }

  @Test
  void theEnvelopeOfTheInstrumentItselfDecides() throws IOException {
    Path envelope = home.instruments().resolve("library/envelope.yaml");
    List<String> lines = Files.readAllLines(envelope);
    assertThat(lines).isNotEmpty();
    Files.delete(envelope);
    assertThat(((Rehearsed.Refused) rehearsed(PLAN)).problems().toString())
        .contains("envelope.yaml of library cannot be read");
  }
}
