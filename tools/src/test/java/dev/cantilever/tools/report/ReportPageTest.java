package dev.cantilever.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.run.RunState;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of a run: what it cites, how it is repeated, and that it needs nothing else. */
class ReportPageTest {

  private static final Actor TESTER =
      new Actor(Actor.Kind.PERSON, "tester", Actor.Channel.INTERNAL);

  private static final String SCAN =
      """
      goal: "Look <script>alert('x')</script> & see"
      steps:
        - {kind: call, tool: stage.home, arguments: {instrument: library}}
        - {kind: call, tool: raman.acquire, arguments: {instrument: library, exposure: 1 s, power: 1 mW}}
      """;

  private static final String SEARCH =
      """
      goal: Where does it order?
      steps:
        - kind: call
          tool: campaign.search
          arguments:
            instrument: ising
            goals: [{outcome: magnetisation, direction: maximise}]
            points: 4
            seed_points: 3
            seed: 5
      """;

  private static final String MAP =
      """
      goal: A few loops
      steps:
        - kind: call
          tool: campaign.start
          arguments: {instrument: pfm-pto, points: 7, seed_points: 3, batch: 2, restarts: 1, bias_amplitude: 8.5 V}
      """;

  private static final CallReader READER = new CallReader(Toolbox.standard());

  @TempDir private Path folder;

  private Home home() {
    return new Home(folder, InstantSource.system());
  }

  private RunOutcome run(String yaml) {
    RunOutcome ended =
        new PlanRunner(home(), READER, "test", state -> {})
            .start(checked(yaml), TESTER, TESTER, run -> {});
    assertThat(ended.status()).as(ended.reason()).isEqualTo(RunStatus.COMPLETED);
    return ended;
  }

  private Plan checked(String yaml) {
    Plan plan =
        switch (PlanDocument.read(yaml)) {
          case Parsed.Valid<Plan> valid -> valid.value();
          case Parsed.Invalid<Plan> invalid -> throw new AssertionError(invalid.problems());
        };
    try (InstrumentRack rack = InstrumentRack.open(home().instruments())) {
      return switch (new PlanCheck(READER).check(plan, rack)) {
        case Verdict.Ready ready -> ready.plan();
        case Verdict.Refused refused -> throw new AssertionError(refused.problems());
      };
    }
  }

  private String page(RunOutcome run) throws IOException {
    return Files.readString(ReportFile.write(home(), run.run()).file());
  }

  private static List<String> found(String pattern, String in) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(in)
        .results()
        .map((MatchResult one) -> one.group(1))
        .toList();
  }

  @Test
  void everyFigureNamesTheCallsItRestsOnAndTheTableHasThem() throws IOException {
    for (String plan : List.of(SCAN, SEARCH, MAP)) {
      RunOutcome run = run(plan);
      String page = page(run);
      List<String> figures = found("<figure>(.*?)</figure>", page);
      assertThat(figures).isNotEmpty();
      assertThat(figures)
          .filteredOn(figure -> !figure.contains("<b>Truth</b>"))
          .allSatisfy(figure -> assertThat(figure).contains("data-call='call-"));
      List<String> known =
          home().find(run.run()).orElseThrow().calls().stream()
              .map(call -> call.call().value())
              .toList();
      assertThat(found("data-call='(.*?)'", page))
          .isNotEmpty()
          .allSatisfy(call -> assertThat(known).contains(call))
          .allSatisfy(call -> assertThat(page).contains("<tr id='" + call + "'>"));
    }
  }

  @Test
  void everyTrialNamesTheCallThatGaveItsOutcomes() throws IOException {
    String page = page(run(SEARCH));
    String trials = found("All trials in order</h2><table>(.*?)</table>", page).getFirst();
    assertThat(found("data-call='(.*?)'", trials)).hasSize(4).doesNotHaveDuplicates();
    assertThat(found("(<circle class='(?:dots|marks)')", page)).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void thePlanInItIsByteForByteWhatItsWriterWrites() throws IOException {
    for (String plan : List.of(SCAN, SEARCH)) {
      RunOutcome run = run(plan);
      RunState state = home().find(run.run()).orElseThrow();
      String shown = found("<pre class='plan'>(.*?)</pre>", page(run)).getFirst();
      String text =
          shown
              .replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&#39;", "'")
              .replace("&amp;", "&");
      assertThat(text).isEqualTo(PlanDocument.write(state.opened().orElseThrow().plan()));
    }
  }

  @Test
  void aPlanWithSignsThatCannotBeShownIsNotOfferedForCopying() throws IOException {
    RunOutcome run = run(SCAN.replace("see", "\u200Bsee"));
    assertThat(page(run)).doesNotContain("<pre class='plan'>").contains("plan show " + run.run());
  }

  @Test
  void itNeedsNothingElseAndRunsNothing() throws IOException {
    String page = page(run(SCAN)) + page(run(MAP));
    assertThat(page)
        .contains("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"")
        .doesNotContain("<script", " style=", "src=", "url(", "@import")
        .doesNotContainPattern("<[^>]* on[a-z]+=")
        .contains("Look &lt;script&gt;");
    assertThat(found("href='(.*?)'", page))
        .allSatisfy(target -> assertThat(target).matches("#call-\\d+|data:image/png;base64,.*"));
  }

  @Test
  void anInstrumentThatSomebodyHasStaysHisAndTheReportIsWrittenAllTheSame() throws IOException {
    RunOutcome run = run(MAP);
    assertThat(page(run)).contains("<b>Truth</b>");
    try (InstrumentRack rack = InstrumentRack.open(home().instruments())) {
      rack.gate(new InstrumentId("pfm-pto"));
      assertThat(page(run)).contains("<b>Measured reward</b>").doesNotContain("<b>Truth</b>");
    }
  }

  @Test
  void labelsAlongAnAxisDoNotRunIntoEachOther() {
    for (double to : List.of(1e-3, 0.7, 12345.0, 7e8)) {
      Plot plot = new Plot(new Plot.Span(0.1 * to, to), new Plot.Span(0, 1), 314, 210);
      String foot = plot.axes("x", "y");
      List<String> places = found("<text x='([0-9.]+)' y='250.0'", foot);
      List<String> labels = found("y='250.0' text-anchor='middle'>(.*?)<", foot);
      assertThat(places).hasSizeGreaterThan(1);
      for (int i = 1; i < places.size(); i++) {
        double apart = Double.parseDouble(places.get(i)) - Double.parseDouble(places.get(i - 1));
        assertThat(apart).isGreaterThan(7.2 * labels.get(i).length());
      }
    }
  }
}
