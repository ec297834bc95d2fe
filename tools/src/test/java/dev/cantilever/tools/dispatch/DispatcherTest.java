package dev.cantilever.tools.dispatch;

import static dev.cantilever.tools.dispatch.OneRun.LOOP;
import static dev.cantilever.tools.dispatch.OneRun.MOVE;
import static dev.cantilever.tools.dispatch.OneRun.NOBODY;
import static dev.cantilever.tools.dispatch.OneRun.STATE;
import static dev.cantilever.tools.dispatch.OneRun.codes;
import static dev.cantilever.tools.dispatch.OneRun.problems;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.instrument.AcquireLoop;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Speed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatcherTest {

  private static final CallId FIRST = new CallId("call-1");
  private static final CallId SECOND = new CallId("call-2");

  @TempDir Path folder;
  private OneRun run;

  @BeforeEach
  void openTheRun() {
    run = new OneRun(folder);
  }

  @AfterEach
  void closeTheRun() {
    run.close();
  }

  @Test
  void refusesToActOnNobodysWord() {
    for (Answer answer :
        List.of(
            run.call(NOBODY, "instrument.move", MOVE),
            run.call(NOBODY, "instrument.acquire", LOOP))) {
      assertThat(answer).isInstanceOf(Answer.Refused.class);
      assertThat(codes(answer)).containsExactly(ProblemCode.NEEDS_APPROVAL);
    }
    assertThat(run.journalled())
        .containsExactly("call.proposed", "call.refused", "call.proposed", "call.refused");
    assertThat(run.ledger()).isEmpty();
  }

  @Test
  void runsOnNobodysWordWhatActsOnNoInstrument() {
    assertThat(run.call(NOBODY, "instrument.state", STATE)).isInstanceOf(Answer.Settled.class);
    assertThat(run.ledger()).isEmpty();
  }

  @Test
  void refusesWhatIsNotAStepOfTheApprovedPlanToTheLastArgument() {
    Authority approved = run.approved(run.step("instrument.move", MOVE));
    String elsewhere = MOVE.replace("1 µm", "1.000001 µm");
    String slower = MOVE.replace("}", ", \"speed\": \"4 µm/s\"}");
    for (Answer answer :
        List.of(
            run.call(approved, "instrument.move", elsewhere),
            run.call(approved, "instrument.move", slower),
            run.call(approved, "instrument.acquire", LOOP),
            run.call(NOBODY, "instrument.move", MOVE))) {
      assertThat(answer).isInstanceOf(Answer.Refused.class);
      assertThat(codes(answer)).containsExactly(ProblemCode.NEEDS_APPROVAL);
    }
    assertThat(run.ledger()).isEmpty();
  }

  @Test
  void runsAnApprovedStepHoweverItIsSpelt() {
    Authority approved = run.approved(run.step("instrument.move", MOVE));
    String spelt = MOVE.replace("500 nm", "0.5 µm").replace("}", ", \"speed\": \"5 µm/s\"}");
    assertThat(run.call(approved, "instrument.move", spelt)).isInstanceOf(Answer.Settled.class);
    assertThat(run.ledger()).singleElement().asString().startsWith("run-0001/call-1\t");
  }

  /** The listener looks at the instrument's own ledger at every append. */
  @Test
  void theIntentIsOnDiskBeforeTheInstrumentActs() {
    Authority approved = run.approved(run.step("instrument.move", MOVE));
    List<String> seen = new ArrayList<>();
    run.log.listen(state -> seen.add(run.journalled().getLast() + " " + run.ledger().size()));
    run.call(approved, "instrument.move", MOVE);
    assertThat(seen).containsExactly("call.dispatched 0", "call.settled 1");
    assertThat(run.journalled())
        .containsExactly("call.proposed", "call.dispatched", "call.settled");
  }

  @Test
  void keepsTheDataThatAResultCites() {
    Authority approved = run.approved(run.step("instrument.acquire", LOOP));
    assertThat(run.call(approved, "instrument.acquire", LOOP))
        .isInstanceOfSatisfying(
            Answer.Settled.class,
            settled -> {
              String blob = AcquireLoop.readOutput(settled.result()).blob();
              assertThat(run.log.blob(blob)).isPresent();
              assertThat(run.log.state().call(settled.call()).result()).contains(settled.result());
            });
  }

  @Test
  void refusesAnApprovedStepOutsideTheEnvelope() {
    String far = MOVE.replace("1 µm", "3 µm");
    Answer answer =
        run.call(run.approved(run.step("instrument.move", far)), "instrument.move", far);
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(codes(answer)).containsExactly(ProblemCode.LIMIT);
    assertThat(run.ledger()).isEmpty();
  }

  @Test
  void refusesAnInstrumentThatIsNotThere() {
    String other = MOVE.replace("pfm-pto", "stem-9");
    Answer answer =
        run.call(run.approved(run.step("instrument.move", other)), "instrument.move", other);
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(codes(answer)).containsExactly(ProblemCode.DEVICE);
  }

  @Test
  void aReadThatFailsIsAnAnswerAndAFinalEvent() {
    String other = STATE.replace("pfm-pto", "stem-9");
    assertThat(codes(run.call(NOBODY, "instrument.state", other)))
        .containsExactly(ProblemCode.DEVICE);
    assertThat(run.journalled().getLast()).isIn("call.failed", "call.refused");
  }

  @Test
  void namesTheNearestToolsWhereThereIsNone() {
    assertThat(problems(run.call(NOBODY, "instrument.mvoe", MOVE)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.TOOL_UNKNOWN);
              assertThat(problem.suggestions()).hasSize(3).startsWith("instrument.move");
              assertThat(problem.message()).contains("instrument.mvoe", "instrument.move");
            });
  }

  @Test
  void answersWithEveryProblemAtOnce() {
    String wrong = "{\"instrument\": \"PFM\", \"x\": \"1 V\", \"z\": 0}";
    assertThat(problems(run.call(NOBODY, "instrument.move", wrong)))
        .extracting(Problem::pointer)
        .containsExactlyInAnyOrder("/instrument", "/x", "/y", "/z");
  }

  @Test
  void reconcilesALostCallFromTheLedgerAndNeverSendsItAgain() {
    loseCall(FIRST);
    loseCall(SECOND);
    SpmCommand move = new SpmCommand.MoveProbe(SurfacePoint.metres(1e-6, 500e-9), new Speed(5e-6));
    run.rack.gate(OneRun.INSTRUMENT).execute(new CommandKey(OneRun.ID, FIRST), move);

    run.dispatcher.reconcile(Actor.RUNTIME, FIRST);
    run.dispatcher.reconcile(Actor.RUNTIME, SECOND);

    assertThat(effectOf(FIRST)).isEqualTo(EffectHappened.FULL);
    assertThat(run.log.state().call(FIRST).result()).isPresent();
    assertThat(effectOf(SECOND)).isEqualTo(EffectHappened.NONE);
    assertThat(run.log.state().call(SECOND).result()).isEmpty();
    assertThat(run.ledger()).hasSize(1);
  }

  /** A person forbade the tool of a foreign server while a call of it was open. */
  @Test
  void ofALostCallOfAToolThatThereIsNoMoreNobodyKnows() {
    Step.Call step = new Step.Call("foreign.weather.now", new JsonText("{}"));
    loseCall(FIRST, step);
    assertThat(run.dispatcher.isResumable(run.log.state().call(FIRST))).isFalse();
    run.dispatcher.reconcile(Actor.RUNTIME, FIRST);
    assertThat(effectOf(FIRST)).isEqualTo(EffectHappened.UNKNOWN);
  }

  @Test
  void twoProcessesOnOneJournalNeverShareACallId() {
    try (RunLog other = run.home.open(OneRun.ID)) {
      Answer mine = run.call(NOBODY, "instrument.state", STATE);
      Dispatcher elsewhere = run.dispatcherOn(other);
      Answer yours = OneRun.call(elsewhere, NOBODY, "instrument.state", STATE);
      assertThat(yours.call()).isNotEqualTo(mine.call());
    }
  }

  /** A process that died between the intent and the outcome. */
  private void loseCall(CallId call) {
    loseCall(call, run.step("instrument.move", MOVE));
  }

  private void loseCall(CallId call, Step.Call step) {
    CallEvent proposed =
        new CallEvent.Proposed(
            call, Optional.empty(), Optional.empty(), step.tool(), step.arguments().canonical());
    CallEvent intent =
        new CallEvent.Dispatched(call, step.tool(), Effect.MOVE, step.arguments(), "test");
    run.log.append(Actor.RUNTIME, List.of(proposed, intent), List.of());
  }

  private EffectHappened effectOf(CallId call) {
    return ((CallEvent.Reconciled) run.log.state().call(call).last().orElseThrow()).effect();
  }
}
