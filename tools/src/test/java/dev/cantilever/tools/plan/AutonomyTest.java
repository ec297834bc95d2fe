package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.approval.House;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ApprovalEvent;
import dev.cantilever.vocabulary.event.Lease;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.LeaseId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutonomyTest {

  private static final Actor MODEL = new Actor(Actor.Kind.MODEL, "a model", Actor.Channel.CHAT);
  private static final InstrumentId PFM = new InstrumentId("pfm-pto");
  private static final Step.Call STATE =
      Campaigns.call("instrument.state", "{\"instrument\": \"pfm-pto\"}");
  private static final Plan MOVES =
      Campaigns.plan("here and there", move("1 µm"), STATE, move("2 µm"));

  @TempDir private Path folder;
  private Home home;
  private Campaigns bench;
  private House house;

  @BeforeEach
  void lay() {
    home = new Home(folder, InstantSource.system());
    bench = new Campaigns(folder);
    house = new House(home);
  }

  private static Step.Call move(String x) {
    return Campaigns.call(
        "instrument.move",
        "{\"instrument\": \"pfm-pto\", \"x\": \"%s\", \"y\": \"1 µm\"}".formatted(x));
  }

  @Test
  void aNewInstallationSupervises() {
    assertThat(home.autonomy()).isEqualTo(Autonomy.SUPERVISE);
    RunState run = bench.state(bench.start(MOVES, state -> {}).run());
    assertThat(run.opened().orElseThrow().autonomy()).contains(Autonomy.SUPERVISE);
  }

  @Test
  void observingNothingActs() {
    house.set(Autonomy.OBSERVE, Campaigns.TESTER);
    assertThatThrownBy(() -> bench.start(MOVES, state -> {}))
        .isInstanceOf(NotApproved.class)
        .hasMessageContaining("only observes");
    Plan look = Campaigns.plan("a look", STATE);
    assertThat(bench.start(look, state -> {}).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(home.runs()).hasSize(1);
  }

  @Test
  void assistingEveryStepThatActsIsAskedFor() {
    house.set(Autonomy.ASSIST, Campaigns.TESTER);
    RunOutcome outcome = bench.start(MOVES, saying("yes", "yes"));
    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(questions(outcome))
        .containsExactly(
            "Run step 1, instrument.move instrument: \"pfm-pto\", speed: 5 µm/s, x: 1 µm, y: 1 µm?",
            "Run step 3, instrument.move instrument: \"pfm-pto\", speed: 5 µm/s, x: 2 µm, y: 1 µm?");
    assertThat(bench.ledger()).hasSize(2);
  }

  @Test
  void assistingANoEndsTheRunBeforeTheStep() {
    house.set(Autonomy.ASSIST, Campaigns.TESTER);
    RunOutcome outcome = bench.start(MOVES, saying("yes", "no"));
    assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
    assertThat(outcome.reason()).isEqualTo("step 3: a person said no");
    assertThat(bench.ledger()).hasSize(1);
  }

  private List<String> questions(RunOutcome outcome) {
    return bench.state(outcome.run()).steps().stream()
        .filter(StepEvent.Asked.class::isInstance)
        .map(asked -> ((StepEvent.Asked) asked).question())
        .toList();
  }

  private Consumer<RunState> saying(String first, String second) {
    return run ->
        OpenQuestion.of(run)
            .ifPresent(
                asked -> {
                  String word = asked.step().equals("1") ? first : second;
                  OpenQuestion.answer(home, home.runs().getLast(), word, Campaigns.TESTER);
                });
  }

  private static Lease lease(Effect most, double seconds) {
    return new Lease(
        List.of(PFM),
        most,
        new Lease.Allowance(new TimeSpan(seconds), new TimeSpan(0), 0),
        new TimeSpan(3600));
  }

  private boolean runsUnasked(Effect most, Cost predicted) {
    Tickets tickets = new Tickets(home);
    Verdict.Ready ready = (Verdict.Ready) bench.check(MOVES);
    TicketId ticket = bench.runner(state -> {}).request(ready.plan(), MODEL);
    boolean granted = tickets.grantUnderLease(ticket, most, predicted);
    TicketState.Status status = tickets.find(ticket).orElseThrow().status(home.now());
    assertThat(status)
        .isEqualTo(granted ? TicketState.Status.APPROVED : TicketState.Status.PENDING);
    return granted;
  }

  private static Cost seconds(double seconds) {
    return new Cost(new TimeSpan(seconds), new Length(0), 0);
  }

  @Test
  void autonomousWhatLiesInsideALeaseIsApprovedUntilItIsUsedUp() {
    house.set(Autonomy.AUTONOMOUS, Campaigns.TESTER);
    assertThat(runsUnasked(Effect.MOVE, seconds(1))).isFalse();
    LeaseId lease = house.give(lease(Effect.MOVE, 10), Campaigns.TESTER);
    assertThat(runsUnasked(Effect.EXPOSE, seconds(1))).isFalse();
    assertThat(runsUnasked(Effect.MOVE, seconds(11))).isFalse();
    assertThat(runsUnasked(Effect.MOVE, seconds(6))).isTrue();
    assertThat(runsUnasked(Effect.MOVE, seconds(6))).isFalse();
    assertThat(runsUnasked(Effect.MOVE, seconds(4))).isTrue();
    TicketState last = new Tickets(home).all().getLast();
    assertThat(last.last().orElseThrow().by()).isEqualTo(Campaigns.TESTER);
    assertThat(((ApprovalEvent.Granted) last.last().orElseThrow().event()).under())
        .hasValueSatisfying(under -> assertThat(under.lease()).isEqualTo(lease));
    assertThat(house.end(new LeaseId("lease-9"), Campaigns.TESTER)).isFalse();
    assertThat(house.end(lease, Campaigns.TESTER)).isTrue();
    assertThat(runsUnasked(Effect.MOVE, seconds(0))).isFalse();
  }

  @Test
  void supervisedALeaseApprovesNothing() {
    house.give(lease(Effect.MOVE, 10), Campaigns.TESTER);
    assertThat(runsUnasked(Effect.MOVE, seconds(1))).isFalse();
  }

  @Test
  void aLeaseForOneInstrumentIsNoneForAnother() {
    house.set(Autonomy.AUTONOMOUS, Campaigns.TESTER);
    Lease other =
        new Lease(
            List.of(new InstrumentId("afm")),
            Effect.EXPOSE,
            new Lease.Allowance(new TimeSpan(1e6), new TimeSpan(1e6), 1_000),
            new TimeSpan(3600));
    house.give(other, Campaigns.TESTER);
    assertThat(runsUnasked(Effect.MOVE, seconds(1))).isFalse();
  }
}
