package dev.cantilever.tools.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.rule.RuleFile;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyTest {

  private static final CallId PARENT = new CallId("call-1");
  private static final Authority NOBODY = new Authority.None();
  private static final Authority RUNNING = new Authority.RunningCall(PARENT);
  private static final CallReader READER = new CallReader(Toolbox.standard());

  private OneRun run;

  @BeforeAll
  void open(@TempDir Path folder) {
    run = new OneRun(folder);
  }

  @AfterAll
  void close() {
    run.close();
  }

  private Policy.Ruling ruling(Step.Call step, Effect effect, Authority authority) {
    return new Policy(READER, run.log.refresh(), RuleFile::shipped, run.rack)
        .decide(step, effect, authority);
  }

  private static Step.Call example(String tool) {
    String arguments = READER.catalogue().find(tool).orElseThrow().tool().card().example();
    return ((Reading.Understood<?, ?>) READER.read(tool, arguments)).step();
  }

  /** In a plan that a person has approved, a call with these arguments is running. */
  private void parent(Effect effect, JsonText arguments) {
    run.log.append(
        Actor.RUNTIME,
        List.of(
            new RunEvent.Approved("", Optional.empty(), Optional.empty()),
            new CallEvent.Proposed(PARENT, Optional.empty(), Optional.empty(), "parent", "{}"),
            new CallEvent.Dispatched(PARENT, "parent", effect, arguments, "test")),
        List.of());
  }

  @Test
  void aProbeAndADepositionAreEachApprovedByAPerson() {
    assertThat(Arrays.stream(Verb.values()).filter(Verb::needsPersonEachTime))
        .containsExactly(Verb.SPM_EXCHANGE_PROBE, Verb.SYNTH_DEPOSIT);
  }

  static Stream<Verb> verbsThatAreTools() {
    return Arrays.stream(Verb.values())
        .filter(verb -> READER.catalogue().find(verb.word()).isPresent());
  }

  @ParameterizedTest
  @MethodSource("verbsThatAreTools")
  void whatAPersonApprovesEachTimeRunsOnTheWordOfNoTool(Verb verb) {
    Step.Call step = example(verb.word());
    parent(Effect.EXPOSE, step.arguments());
    Policy.Ruling inside = ruling(step, verb.effect(), RUNNING);
    assertThat(inside instanceof Policy.Ruling.Pass).isEqualTo(!verb.needsPersonEachTime());
    if (inside instanceof Policy.Ruling.Deny denied) {
      assertThat(denied.problem().code()).isEqualTo(ProblemCode.NEEDS_APPROVAL);
      assertThat(denied.problem().message()).contains("a person approves each one");
    }
    assertThat(ruling(step, verb.effect(), NOBODY) instanceof Policy.Ruling.Pass)
        .isEqualTo(!verb.effect().actsOnInstrument());
    Authority approved = run.approved(step);
    assertThat(ruling(step, verb.effect(), approved)).isInstanceOf(Policy.Ruling.Pass.class);
    run.approved(example("instrument.state"));
    assertThat(ruling(step, verb.effect(), approved) instanceof Policy.Ruling.Pass)
        .isEqualTo(!verb.effect().actsOnInstrument());
  }

  @Test
  void insideACallNothingReachesAnotherInstrumentOrDoesMore() {
    Step.Call move = example("instrument.move");
    parent(Effect.EXPOSE, new JsonText("{\"instrument\":\"stem\"}"));
    assertThat(ruling(move, Effect.MOVE, RUNNING))
        .isInstanceOfSatisfying(
            Policy.Ruling.Deny.class,
            deny -> assertThat(deny.problem().message()).contains("was approved for stem"));
    parent(Effect.ADJUST, move.arguments());
    assertThat(ruling(move, Effect.MOVE, RUNNING))
        .isInstanceOfSatisfying(
            Policy.Ruling.Deny.class,
            deny -> assertThat(deny.problem().message()).contains("no more than ADJUST"));
    parent(Effect.MOVE, move.arguments());
    assertThat(ruling(move, Effect.MOVE, RUNNING)).isInstanceOf(Policy.Ruling.Pass.class);
  }
}
