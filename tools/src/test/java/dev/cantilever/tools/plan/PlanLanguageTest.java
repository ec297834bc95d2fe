package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.replay.ReplayReport;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.EventCodec;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans with every kind of step, on the twin of a library. */
class PlanLanguageTest {

  private static final RunId RUN = new RunId("run-0001");

  private static final String WHOLE =
      """
      goal: Look at three places, longer where it is dim
      steps:
        - {kind: call, tool: stage.home, arguments: {instrument: library}}
        - kind: for_each
          item: spot
          in: [{x: 1 mm, y: 2 mm}, {x: 3 mm, y: 2 mm}, {x: 5 mm, y: 2 mm}]
          steps:
            - kind: call
              tool: stage.move_to
              arguments: {instrument: library, target: {$: spot}, speed: 1 mm/s}
            - kind: call
              tool: raman.acquire
              arguments: {instrument: library, exposure: 1 s, power: 1 mW}
              as: look
            - kind: when
              condition: look.duration < 1 h
              steps:
                - {kind: measure, as: taken, value: {$: look.duration}}
              otherwise:
                - {kind: checkpoint, name: it was slow}
        - {kind: checkpoint, name: all places were looked at}
        - {kind: ask, question: "Once more?", options: [yes, no], as: more, within: 1 min}
        - kind: when
          condition: more is "yes"
          steps:
            - kind: repeat
              at_most: 5
              until: again.debited.exposure >= 1 s
              steps:
                - kind: call
                  tool: raman.acquire
                  arguments: {instrument: library, exposure: 1 s, power: 1 mW}
                  as: again
      """;

  @TempDir private Path folder;
  private Campaigns bench;
  private int forgeries;

  @BeforeEach
  void lay() {
    bench = new Campaigns(folder);
  }

  private static Plan plan(String yaml) {
    return switch (PlanDocument.read(yaml)) {
      case Parsed.Valid<Plan> valid -> valid.value();
      case Parsed.Invalid<Plan> invalid -> throw new AssertionError(invalid.problems());
    };
  }

  private Consumer<RunState> answering(String choice) {
    return state -> {
      if (OpenQuestion.of(state).isPresent()) {
        OpenQuestion.answer(bench.home, RUN, choice, Campaigns.TESTER);
      }
    };
  }

  @Test
  void runsEveryKindOfStep() {
    RunOutcome ended = bench.start(plan(WHOLE), answering("yes"));
    assertThat(ended.reason()).isEmpty();
    assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
    RunState run = bench.state(RUN);
    assertThat(run.calls())
        .extracting(call -> call.step().orElseThrow())
        .containsExactly("1", "2#1.1", "2#1.2", "2#2.1", "2#2.2", "2#3.1", "2#3.2", "5.1#1.1");
    assertThat(run.steps())
        .extracting(event -> event.getClass().getSimpleName() + " " + event.step())
        .containsExactly(
            "Judged 2#1.3",
            "Measured 2#1.3.1",
            "Judged 2#2.3",
            "Measured 2#2.3.1",
            "Judged 2#3.3",
            "Measured 2#3.3.1",
            "CheckpointReached 3",
            "Asked 4",
            "Answered 4",
            "Judged 5",
            "Judged 5.1#1");
    assertThat(run.calls().get(3).arguments().orElseThrow().canonical())
        .contains("\"x\":{\"unit\":\"m\",\"value\":0.003}");
  }

  @Test
  void anAnswerDecides() {
    bench.start(plan(WHOLE), answering("no"));
    assertThat(bench.state(RUN).calls()).hasSize(7);
  }

  @Test
  void everyDecisionIsComputedAgainByAReplay() {
    bench.start(plan(WHOLE), answering("yes"));
    ReplayReport report = replayed();
    assertThat(report.differences()).isEmpty();
    assertThat(report.compared()).isEqualTo(1 + 8 + 8);
  }

  /** A journal that is whole and sealed, but by somebody who wrote something else into it. */
  @Test
  void aReplayFindsADecisionThatDoesNotFollow() {
    bench.start(plan(WHOLE), answering("yes"));
    assertThat(
            forged(
                event ->
                    event instanceof StepEvent.Judged judged && judged.step().equals("2#1.3")
                        ? new StepEvent.Judged(
                            judged.step(), judged.condition(), false, judged.values())
                        : event))
        .containsExactly("step 2#1.3");
    assertThat(
            forged(
                event ->
                    event instanceof StepEvent.Measured found && found.step().equals("2#2.3.1")
                        ? new StepEvent.Measured(
                            found.step(),
                            found.name(),
                            new JsonText("{\"unit\":\"s\",\"value\":9}"))
                        : event))
        .containsExactly("step 2#2.3.1");
    assertThat(
            forged(
                event ->
                    event instanceof CallEvent.Dispatched sent
                            && sent.tool().equals("stage.move_to")
                        ? new CallEvent.Dispatched(
                            sent.call(),
                            sent.tool(),
                            sent.effect(),
                            new JsonText(sent.arguments().canonical().replace("0.003", "0.004")),
                            sent.rule())
                        : event))
        .containsExactly("arguments of step 2#2.1");
  }

  /** What a replay objects to where every event was changed so. */
  private List<String> forged(UnaryOperator<Event> change) {
    Home other = new Home(folder.resolve("forged-" + forgeries++), InstantSource.system());
    try (Journal journal = Journal.read(bench.home.journal(RUN), RUN.value());
        RunLog log = other.open(RUN)) {
      for (Entry entry : journal.fresh()) {
        if (!entry.type().equals(Journal.CHECKPOINT)) {
          Event event = change.apply(EventCodec.read(entry.type(), entry.body()));
          log.append(Campaigns.TESTER, List.of(event), List.of());
        }
      }
      return Replayer.replay(bench.reader, log, other).differences().stream()
          .map(ReplayReport.Difference::what)
          .toList();
    }
  }

  private ReplayReport replayed() {
    try (RunLog log = bench.home.read(RUN)) {
      return Replayer.replay(bench.reader, log, bench.home);
    }
  }

  /** The process dies after each entry of the journal in turn; another one goes on. */
  @Test
  void whatWasDoneIsNotDoneAgainAfterACrash() {
    int entries = 0;
    for (int crash = 5; ; crash += 3) {
      Campaigns again = new Campaigns(folder.resolve("crash-" + crash));
      int last = crash;
      try {
        again.start(plan(WHOLE), new Dying(last, answering(again)));
        break;
      } catch (Dying.Death death) {
        RunOutcome ended = again.resumed(RUN, answering(again));
        assertThat(ended.status()).isEqualTo(RunStatus.COMPLETED);
      }
      entries++;
      List<String> sent =
          again.state(RUN).calls().stream()
              .filter(call -> !(call.last().orElseThrow() instanceof CallEvent.Reconciled))
              .map(CallState::step)
              .map(Optional::orElseThrow)
              .toList();
      assertThat(sent).doesNotHaveDuplicates();
      assertThat(again.ledger("library")).hasSize(8);
    }
    assertThat(entries).isGreaterThan(5);
  }

  private static Consumer<RunState> answering(Campaigns bench) {
    return state -> {
      if (OpenQuestion.of(state).isPresent()) {
        OpenQuestion.answer(bench.home, RUN, "yes", Campaigns.TESTER);
      }
    };
  }

  /** A listener that ends the process as far as a thread can. */
  private static final class Dying implements Consumer<RunState> {

    private static final class Death extends RuntimeException {
      private static final long serialVersionUID = 1L;
    }

    private final int last;
    private final Consumer<RunState> inner;
    private int seen;

    Dying(int last, Consumer<RunState> inner) {
      this.last = last;
      this.inner = inner;
    }

    @Override
    public void accept(RunState state) {
      if (++seen == last) {
        throw new Death();
      }
      inner.accept(state);
    }
  }

  @Test
  void aPlanReadsBackAsItWasWritten() {
    Plan plan = ((Verdict.Ready) bench.check(plan(WHOLE))).plan();
    assertThat(plan(PlanDocument.write(plan))).isEqualTo(plan);
    assertThat(PlanCheck.hash(plan)).isEqualTo(PlanCheck.hash(plan(PlanDocument.write(plan))));
  }

  @Test
  void showsThePlanAsPeopleReadIt() {
    assertThat(PlanText.indented(plan(WHOLE)))
        .contains(
            "2. for each spot in [{\"x\":\"1 mm\",\"y\":\"2 mm\"},{\"x\":\"3 mm\",\"y\":\"2 mm\"},"
                + "{\"x\":\"5 mm\",\"y\":\"2 mm\"}], at most 100",
            "       target: spot",
            "  2.3. when look.duration < 1 h",
            "    2.3.1. measure taken: look.duration",
            "  2.3. otherwise",
            "    2.3.otherwise.1. checkpoint: it was slow",
            "4. ask as more: Once more? (yes, no; within 60 s)");
  }

  @Test
  void allProblemsAreToldAtOnce() {
    String wrong =
        """
        goal: g
        steps:
          - {kind: call, tool: stage.hom, arguments: {instrument: library}}
          - kind: call
            tool: raman.acquire
            arguments: {instrument: library, exposure: 1 V, power: {$: look.duration}}
            as: look
          - kind: repeat
            at_most: 3
            until: look.duration < 2 V
            steps:
              - kind: call
                tool: raman.acquire
                arguments: {instrument: {$: look.name}, exposure: {$: look.debited.travel}, power: 1 mW}
                as: look
          - {kind: measure, as: e, value: {$: look.colour}}
          - {kind: when, condition: gone > 1, steps: [{kind: checkpoint, name: here}]}
        """;
    assertThat(problems(plan(wrong)))
        .anySatisfy(
            words -> assertThat(words).startsWith("step 1, stage.hom: ").contains("no tool"))
        .anySatisfy(words -> assertThat(words).startsWith("step 2, raman").contains("exposure"))
        .anySatisfy(words -> assertThat(words).contains("no step before this one has a name"))
        .anySatisfy(words -> assertThat(words).contains("the name look is given twice"))
        .anySatisfy(words -> assertThat(words).contains("compares s and V"))
        .anySatisfy(words -> assertThat(words).contains("the instrument must be named"))
        .anySatisfy(words -> assertThat(words).contains("is a length and a time is wanted"))
        .anySatisfy(words -> assertThat(words).contains("look has nothing called colour"))
        .anySatisfy(words -> assertThat(words).contains("the name e has a meaning"))
        .anySatisfy(words -> assertThat(words).contains("no value called gone"));
  }

  @Test
  void anOpenValueHidesNoOtherProblem() {
    String wrong =
        """
        goal: g
        steps:
          - kind: call
            tool: instrument.move
            arguments: {instrument: pfm-pto, x: 1 µm, y: 1 µm}
            as: there
          - kind: call
            tool: instrument.move
            arguments: {instrument: pfm-pto, x: {$: there.position.x}, xy: 1, y: 2 s}
          - {kind: measure, as: both, value: [{$: there.position.x}]}
        """;
    assertThat(problems(plan(wrong)))
        .anySatisfy(words -> assertThat(words).contains("/xy"))
        .anySatisfy(words -> assertThat(words).contains("/y: "))
        .anySatisfy(words -> assertThat(words).contains("stands alone"))
        .noneSatisfy(words -> assertThat(words).contains("/x: "));
  }

  private static final String BESIDE =
      """
      goal: g
      steps:
        - kind: call
          tool: instrument.move
          arguments: {instrument: pfm-pto, x: 1 µm, y: 500 nm}
          as: first
        - kind: repeat
          at_most: 2
          steps:
            - kind: call
              tool: instrument.move
              arguments: {instrument: pfm-pto, x: {$: first.position.x, min: 0 m, max: MOST}, y: 1 µm}
      """;

  @Test
  void aValueOfAnEarlierStepStaysInTheApprovedRange() {
    RunState inside = ran(BESIDE.replace("MOST", "2 µm"));
    assertThat(inside.ended().orElseThrow().status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void whatIsOffThePlanIsRefusedAndShown() {
    RunState outside = ran(BESIDE.replace("MOST", "999 nm"));
    assertThat(outside.ended().orElseThrow().status()).isEqualTo(RunStatus.FAILED);
    assertThat(outside.ended().orElseThrow().reason())
        .contains("/x is", "0.0 to 9.99E-7 m was approved");
    assertThat(outside.refused()).isEqualTo(1);
  }

  @Test
  void aRangeIsOfTheKindOfItsArgument() {
    assertThat(problems(plan(BESIDE.replace("MOST", "2 s"))))
        .singleElement()
        .asString()
        .contains("/x", "min and max are both given, as a number with unit, such as 2 m");
    assertThat(problems(plan(BESIDE.replace("MOST", "-1 nm"))))
        .singleElement()
        .asString()
        .contains("min 0 m is above max -1");
    assertThat(problems(plan(BESIDE.replace(", max: MOST", ", most: 1 m"))))
        .singleElement()
        .asString()
        .contains("with min and max beside it or nothing");
  }

  private RunState ran(String yaml) {
    return bench.state(bench.start(plan(yaml), state -> {}).run());
  }

  /** The quicker way may expose more. */
  @Test
  void ofTwoWaysTheMostOfEachCostIsForetold() {
    String either =
        """
        goal: g
        steps:
          - {kind: call, tool: stage.home, arguments: {instrument: library}, as: home}
          - kind: when
            condition: home.duration > 1 s
            steps:
              - kind: call
                tool: raman.acquire
                arguments: {instrument: library, exposure: 2 s, power: 1 mW}
            otherwise:
              - {kind: call, tool: stage.home, arguments: {instrument: library}}
        """;
    Cost predicted = predicted(either);
    Cost home = predicted(either.substring(0, either.indexOf("  - kind: when")));
    assertThat(predicted.exposure().seconds()).isEqualTo(2);
    assertThat(predicted.time().seconds()).isGreaterThanOrEqualTo(2 * home.time().seconds());
  }

  private Cost predicted(String text) {
    return ((Verdict.Ready) bench.check(plan(text))).predicted();
  }

  private List<String> problems(Plan plan) {
    return switch (bench.check(plan)) {
      case Verdict.Refused refused -> refused.problems().stream().map(Problem::message).toList();
      case Verdict.Ready ready -> List.of();
    };
  }

  @Test
  void anItemOutsideTheEnvelopeIsFoundBeforeAnythingRuns() {
    assertThat(problems(plan(WHOLE.replace("x: 5 mm", "x: 5 m"))))
        .anySatisfy(words -> assertThat(words).startsWith("step 2#3.1, stage.move_to"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "goal: g                                                      | steps",
        "goal: g~steps: [{kind: loop}]                               | kind",
        "goal: g~steps: [{kind: call, tool: a}]                      | arguments",
        "goal: g~goal: h~steps: []                                  | neither YAML nor JSON",
        "[1, 2]                                                       | an object",
        "goal: g~steps: [{kind: repeat, at_most: 0, steps: []}]      | at_most",
        "goal: g~steps: [{kind: checkpoint, name: a, extra: b}]      | extra",
        "goal: &a [*a]~steps: []                                     | goal"
      })
  void refusesWhatIsNoPlan(String text, String expected) {
    Parsed<Plan> read = PlanDocument.read(text.replace('~', '\n'));
    assertThat(read).isInstanceOf(Parsed.Invalid.class);
    assertThat(((Parsed.Invalid<Plan>) read).problems())
        .anySatisfy(problem -> assertThat(problem.message()).contains(expected));
  }

  @Test
  void aLoopTooManyIsRefused() {
    String deep =
        """
        goal: g
        steps:
          - kind: repeat
            at_most: 1000
            steps:
              - kind: repeat
                at_most: 1000
                steps:
                  - {kind: call, tool: stage.home, arguments: {instrument: library}}
        """;
    assertThat(problems(plan(deep))).singleElement().asString().contains("1000000 calls");
  }
}
