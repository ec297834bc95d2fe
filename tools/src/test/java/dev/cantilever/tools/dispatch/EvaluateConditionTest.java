package dev.cantilever.tools.dispatch;

import static dev.cantilever.tools.dispatch.OneRun.NOBODY;
import static dev.cantilever.tools.dispatch.OneRun.codes;
import static dev.cantilever.tools.dispatch.OneRun.problems;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.instrument.EvaluateCondition;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code instrument.evaluate} on the instruments for conditions that ship with the product. */
class EvaluateConditionTest {

  private static final String TOOL = "instrument.evaluate";
  private static final InstrumentId ISING = new InstrumentId("ising");
  private static final InstrumentId BARREL = new InstrumentId("crossed-barrel");
  private static final String SPINS =
      "{\"instrument\": \"ising\", \"settings\": [{\"parameter\": \"coupling\", \"value\": 0.43}]}";
  private static final String TOUGHEST =
      "{\"instrument\": \"crossed-barrel\", \"settings\": [{\"parameter\": \"n\", \"value\": 12},"
          + " {\"parameter\": \"theta\", \"value\": 150}, {\"parameter\": \"r\", \"value\": 1.9},"
          + " {\"parameter\": \"t\", \"value\": 1.4}], \"fidelity\": 0}";

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
  void refusesToEvaluateOnNobodysWord() {
    for (String condition : List.of(SPINS, TOUGHEST)) {
      assertThat(codes(run.call(NOBODY, TOOL, condition)))
          .containsExactly(ProblemCode.NEEDS_APPROVAL);
    }
    assertThat(run.ledger(ISING)).isEmpty();
    assertThat(run.ledger(BARREL)).isEmpty();
  }

  @Test
  void refusesAnotherConditionThanTheApprovedOne() {
    Authority approved = run.approved(run.step(TOOL, SPINS));
    for (String other :
        List.of(
            SPINS.replace("0.43", "0.430000001"),
            SPINS.replace("}]}", "}], \"fidelity\": 1}"),
            TOUGHEST)) {
      assertThat(codes(run.call(approved, TOOL, other)))
          .containsExactly(ProblemCode.NEEDS_APPROVAL);
    }
    assertThat(run.ledger(ISING)).isEmpty();
  }

  @Test
  void simulatesAnApprovedCondition() {
    EvaluateCondition.Output output = evaluate(SPINS);
    assertThat(output.outcomes())
        .extracting(Reading.Outcome::name)
        .containsExactly("heat_capacity", "energy", "magnetisation");
    assertThat(output.outcomes()).allMatch(outcome -> outcome.standardError() > 0);
    assertThat(output.duration().seconds()).isCloseTo(2.4, within(1e-12));
    assertThat(run.ledger(ISING))
        .singleElement()
        .asString()
        .matches("run-0001/call-1\tcondition.evaluate\tsha256:\\w{64}\t0\tcoupling=0.43\t2.4.*");
    assertThat(run.rack.gate(ISING).spent().time()).isEqualTo(output.duration());
  }

  @Test
  void simulatesTheLargeLatticeAtItsPrice() {
    EvaluateCondition.Output output = evaluate(SPINS.replace("}]}", "}], \"fidelity\": 1}"));
    assertThat(output.duration().seconds()).isCloseTo(21.6, within(1e-12));
  }

  @Test
  void looksARecordedConditionUp() {
    EvaluateCondition.Output output = evaluate(TOUGHEST);
    assertThat(output.duration()).isEqualTo(new TimeSpan(1800));
    assertThat(output.outcomes())
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.name()).isEqualTo("toughness");
              assertThat(outcome.value()).isCloseTo(46.711404976666664, within(1e-12));
              assertThat(outcome.standardError()).isCloseTo(2.408747867224596, within(1e-12));
            });
    assertThat(run.ledger(BARREL)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.43              | 0.19          | is outside [0.2, 0.7]",
        "0.43              | 1e12          | is outside [0.2, 0.7]",
        "coupling          | temperature   | lists no limit",
        "0.43}]            | 0.43}], \"fidelity\": 2 | fidelity 2 is outside [0, 1]",
        "[{                | [{\"parameter\": \"coupling\", \"value\": 0.3}, { | set twice"
      })
  void refusesAnApprovedConditionOutsideTheEnvelope(String what, String by, String reason) {
    String condition = SPINS.replace(what.strip(), by.strip());
    Answer answer = run.call(run.approved(run.step(TOOL, condition)), TOOL, condition);
    assertThat(codes(answer)).contains(ProblemCode.LIMIT);
    assertThat(problems(answer)).anyMatch(problem -> problem.message().contains(reason));
    assertThat(run.ledger(ISING)).isEmpty();
  }

  @Test
  void refusesWhatTheInstrumentCannotDoAlthoughTheEnvelopeAllowsIt() {
    String between = TOUGHEST.replace("150", "151");
    Answer answer = run.call(run.approved(run.step(TOOL, between)), TOOL, between);
    assertThat(codes(answer)).containsExactly(ProblemCode.DEVICE);
    assertThat(problems(answer).getFirst().message()).contains("nearest", "theta 150.0");
    String other = SPINS.replace("coupling", "coupling_x");
    Answer missing = run.call(run.approved(run.step(TOOL, other)), TOOL, other);
    assertThat(problems(missing).getFirst().message())
        .contains("coupling is missing", "no parameter \"coupling_x\"");
    String wrong = SPINS.replace("ising", "pfm-pto");
    assertThat(codes(run.call(run.approved(run.step(TOOL, wrong)), TOOL, wrong)))
        .contains(ProblemCode.LIMIT);
    assertThat(run.ledger(BARREL)).isEmpty();
    assertThat(run.ledger(ISING)).isEmpty();
  }

  @Test
  void recallsALostEvaluationBitForBitAndNeverRepeatsIt() {
    CallId lost = new CallId("call-1");
    CallId never = new CallId("call-2");
    Step.Call step = run.step(TOOL, SPINS);
    for (CallId call : List.of(lost, never)) {
      CallEvent proposed =
          new CallEvent.Proposed(call, Optional.empty(), Optional.empty(), step.tool(), SPINS);
      CallEvent intent =
          new CallEvent.Dispatched(call, step.tool(), Effect.EXPOSE, step.arguments(), "test");
      run.log.append(Actor.RUNTIME, List.of(proposed, intent), List.of());
    }
    EvaluateCondition.Input input = EvaluateCondition.readInput(step.arguments());
    run.rack
        .gate(ISING)
        .execute(new CommandKey(OneRun.ID, lost), new Evaluate(input.settings(), input.fidelity()));

    run.dispatcher.reconcile(Actor.RUNTIME, lost);
    run.dispatcher.reconcile(Actor.RUNTIME, never);

    assertThat(effectOf(lost)).isEqualTo(EffectHappened.FULL);
    assertThat(effectOf(never)).isEqualTo(EffectHappened.NONE);
    assertThat(run.ledger(ISING)).hasSize(1);
    try (OneRun elsewhere = new OneRun(folder.resolve("elsewhere"))) {
      assertThat(run.log.state().call(lost).result().map(EvaluateCondition::readOutput))
          .contains(evaluate(elsewhere, SPINS));
    }
  }

  @Test
  void describesWhatCanBeAsked() {
    assertThat(describe(ISING).conditions().orElseThrow().fidelities())
        .extracting(Offer.Fidelity::name)
        .containsExactly("small", "large");
    assertThat(describe(BARREL).conditions().orElseThrow().entries()).hasSize(600);
    Offer.Conditions films = describe(new InstrumentId("p3ht")).conditions().orElseThrow();
    assertThat(films.entries()).hasSize(178);
    assertThat(films.outcomes()).contains(new Offer.Outcome("conductivity", "S/cm"));
  }

  /** As the shipped profiles and envelopes stand: each condition, and the time for all of them. */
  @Test
  void shipsEnvelopesThatAllowEveryRecordedConditionOnce() {
    for (InstrumentId id : List.of(BARREL, new InstrumentId("p3ht"))) {
      try (OneRun fresh = new OneRun(folder.resolve(id.value()))) {
        Offer.Conditions offer = describe(fresh, id).conditions().orElseThrow();
        for (int entry = 0; entry < offer.entries().size(); entry++) {
          String condition = condition(id, offer, entry);
          assertThat(fresh.rack.gate(id).check(command(fresh, condition)))
              .as(condition)
              .hasToString("Permitted[]");
        }
        double all = offer.entries().size() * offer.fidelities().getFirst().time().seconds();
        fresh.rack.gate(id).debit(new Cost(new TimeSpan(all), new Length(0), 0));
        assertThat(fresh.rack.gate(id).check(command(fresh, condition(id, offer, 0))))
            .hasToString("Permitted[]");
      }
    }
  }

  private static Evaluate command(OneRun run, String condition) {
    EvaluateCondition.Input input =
        EvaluateCondition.readInput(run.step(TOOL, condition).arguments());
    return new Evaluate(input.settings(), input.fidelity());
  }

  private static String condition(InstrumentId id, Offer.Conditions offer, int entry) {
    StringBuilder settings = new StringBuilder();
    for (int i = 0; i < offer.parameters().size(); i++) {
      settings.append(i == 0 ? "" : ", ");
      settings.append(
          "{\"parameter\": \"%s\", \"value\": %s}"
              .formatted(offer.parameters().get(i).name(), offer.entries().get(entry).get(i)));
    }
    return "{\"instrument\": \"%s\", \"settings\": [%s]}".formatted(id, settings);
  }

  private InstrumentDescription describe(InstrumentId instrument) {
    return describe(run, instrument);
  }

  private static InstrumentDescription describe(OneRun run, InstrumentId instrument) {
    Answer answer =
        run.call(NOBODY, "instrument.describe", "{\"instrument\": \"%s\"}".formatted(instrument));
    assertThat(answer).isInstanceOf(Answer.Settled.class);
    return RecordType.of(InstrumentDescription.class).ours(((Answer.Settled) answer).result());
  }

  private EvaluateCondition.Output evaluate(String condition) {
    return evaluate(run, condition);
  }

  private static EvaluateCondition.Output evaluate(OneRun run, String condition) {
    Answer answer = run.call(run.approved(run.step(TOOL, condition)), TOOL, condition);
    assertThat(answer).isInstanceOf(Answer.Settled.class);
    return EvaluateCondition.readOutput(((Answer.Settled) answer).result());
  }

  private EffectHappened effectOf(CallId call) {
    return ((CallEvent.Reconciled) run.log.state().call(call).last().orElseThrow()).effect();
  }
}
