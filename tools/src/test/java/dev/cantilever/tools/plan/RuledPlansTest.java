package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.approval.House;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Tail;
import dev.cantilever.tools.rule.RuleFile;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.Lease;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rules ask of whole plans, and who may answer. */
class RuledPlansTest {

  private static final Actor MODEL = new Actor(Actor.Kind.MODEL, "a model", Actor.Channel.CHAT);
  private static final Actor OFFICER =
      new Actor(Actor.Kind.PERSON, "safety-officer", Actor.Channel.WEB);
  private static final String TWO_FOR_LOOPS =
      """
      name: house v1
      rules:
        - {id: loops, when: {tools: [instrument.acquire]}, asks: two_persons}
        - {id: rest, when: {}, asks: one_person}
      """;

  /** 0.85 of the limit. */
  private static final Step.Call LOOP =
      Campaigns.call(
          "instrument.acquire", "{\"instrument\": \"pfm-pto\", \"bias_amplitude\": \"8.5 V\"}");

  @TempDir private Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T08:00:00Z"));
  private Home home;
  private Campaigns bench;
  private Tickets tickets;

  @BeforeEach
  void lay() {
    home = new Home(folder, now::get);
    bench = new Campaigns(folder);
    tickets = new Tickets(home);
  }

  private void rules(String text) {
    try {
      Files.writeString(folder.resolve(RuleFile.NAME), text);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Step.Call move(String speed) {
    return Campaigns.call(
        "instrument.move",
        ("{\"instrument\": \"pfm-pto\", \"x\": \"1.020408163265306 µm\","
                + " \"y\": \"1.020408163265306 µm\", \"speed\": \"%s\"}")
            .formatted(speed));
  }

  private Plan checked(Step... steps) {
    return switch (bench.check(Campaigns.plan("a plan", steps))) {
      case Verdict.Ready ready -> ready.plan();
      case Verdict.Refused refused -> throw new AssertionError(refused.problems());
    };
  }

  private PlanRunner runner(Consumer<RunState> listener) {
    return new PlanRunner(home, bench.reader, "test", listener);
  }

  private TicketId requested(Step... steps) {
    return runner(state -> {}).request(checked(steps), MODEL);
  }

  private Terms.Asked asked(TicketId ticket) {
    return tickets.find(ticket).orElseThrow().terms().asked().orElseThrow();
  }

  private Optional<String> grant(TicketId ticket, Actor person) {
    return tickets.grant(ticket, person, Tickets.USUAL).map(Problem::message);
  }

  private TicketState.Status status(TicketId ticket) {
    return tickets.find(ticket).orElseThrow().status(home.now());
  }

  private void lease(Lease.Allowance allowance) {
    new House(home).set(Autonomy.AUTONOMOUS, Campaigns.TESTER);
    Lease bounds =
        new Lease(
            List.of(new InstrumentId("pfm-pto")), Effect.EXPOSE, allowance, new TimeSpan(3600));
    new House(home).give(bounds, Campaigns.TESTER);
  }

  private static Lease.Allowance plenty() {
    return new Lease.Allowance(new TimeSpan(1e5), new TimeSpan(1e5), 1_000, new Impulse(1e5));
  }

  private boolean isLeased(TicketId ticket) {
    return tickets.grantUnderLease(ticket, Effect.EXPOSE, Cost.NONE);
  }

  @Test
  void fourFifthsOfALimitAskAPersonEvenUnderALease() {
    lease(plenty());
    TicketId below = requested(move("39 µm/s"), move("5 µm/s"));
    assertThat(asked(below).level()).isEqualTo(Asking.NOTHING);
    assertThat(isLeased(below)).isTrue();
    assertThat(runner(state -> {}).start(below, run -> {}).status()).isEqualTo(RunStatus.COMPLETED);
    TicketId near = requested(LOOP);
    assertThat(asked(near).rule()).isEqualTo("near-limit");
    assertThat(asked(near).step()).isEqualTo("1");
    assertThat(isLeased(near)).isFalse();
    assertThatThrownBy(() -> runner(state -> {}).start(near, run -> {}))
        .isInstanceOf(NotApproved.class)
        .hasMessageContaining("nobody has said yes to ticket-2, and rule near-limit asks a person");
    assertThat(grant(near, Campaigns.TESTER)).isEmpty();
    assertThat(runner(state -> {}).start(near, run -> {}).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void supervisedTheFirstUseOfAToolIsAskedForAndTheYesToThePlanAnswersIt() {
    TicketId ticket = requested(move("5 µm/s"), move("6 µm/s"));
    assertThat(asked(ticket))
        .isEqualTo(new Terms.Asked(home.rules().hash(), Asking.ONE_PERSON, "first-use", "1"));
    assertThat(grant(ticket, Campaigns.TESTER)).isEmpty();
    RunOutcome outcome = runner(state -> {}).start(ticket, run -> {});
    assertThat(rulesOf(outcome))
        .containsExactly(
            "step 1 of the approved plan; rule first-use asks a person",
            "step 2 of the approved plan; rule otherwise asks a person");
    RunEvent.Assent assent =
        bench.state(outcome.run()).approved().orElseThrow().assent().orElseThrow();
    assertThat(assent.persons()).containsExactly("tester");
    assertThat(assent.rules()).isEqualTo(home.rules().hash());
  }

  private List<String> rulesOf(RunOutcome outcome) {
    try (Tail log = home.tail(outcome.run())) {
      return log.from(0, 1_000).stream()
          .filter(entry -> entry.type().equals("call.dispatched"))
          .map(entry -> entry.body().path("rule").asText())
          .toList();
    }
  }

  @Test
  void twoPersonsAreTwoDifferentOnes() {
    rules(TWO_FOR_LOOPS);
    TicketId ticket = requested(LOOP);
    assertThat(grant(ticket, Campaigns.TESTER)).isEmpty();
    assertThat(status(ticket)).isEqualTo(TicketState.Status.PENDING);
    assertThatThrownBy(() -> runner(state -> {}).start(ticket, run -> {}))
        .hasMessageContaining("only tester has said yes to ticket-1, and rule loops asks two");
    Actor again = new Actor(Actor.Kind.PERSON, "tester", Actor.Channel.WEB);
    assertThat(grant(ticket, again).orElseThrow()).contains("somebody else must, too");
    assertThat(grant(ticket, MODEL)).isPresent();
    assertThat(grant(ticket, Actor.RUNTIME).orElseThrow()).contains("only persons");
    assertThat(status(ticket)).isEqualTo(TicketState.Status.PENDING);
    assertThat(home.runs()).isEmpty();
    assertThat(grant(ticket, OFFICER)).isEmpty();
    RunOutcome outcome = runner(state -> {}).start(ticket, run -> {});
    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(bench.ledger()).hasSize(1);
  }

  @Test
  void aFirstYesThatHasEndedDoesNotCount() {
    rules(TWO_FOR_LOOPS);
    TicketId ticket = requested(LOOP);
    grant(ticket, Campaigns.TESTER);
    now.set(now.get().plus(Duration.ofMinutes(11)));
    assertThat(status(ticket)).isEqualTo(TicketState.Status.EXPIRED);
    grant(ticket, OFFICER);
    assertThat(status(ticket)).isEqualTo(TicketState.Status.PENDING);
    grant(ticket, Campaigns.TESTER);
    assertThat(status(ticket)).isEqualTo(TicketState.Status.APPROVED);
  }

  @Test
  void noLeaseStandsForAPersonWhereTwoAreAsked() {
    rules(TWO_FOR_LOOPS);
    lease(plenty());
    TicketId ticket = requested(LOOP);
    assertThat(isLeased(ticket)).isFalse();
    assertThat(grant(ticket, Campaigns.TESTER)).isEmpty();
    assertThat(status(ticket)).isEqualTo(TicketState.Status.PENDING);
  }

  @Test
  void whatARuleDeniesIsNotEvenAskedFor() {
    rules(
        """
        name: house v1
        rules:
          - {id: no-loops, when: {tools: [instrument.acquire]}, asks: deny}
          - {id: rest, when: {}, asks: one_person}
        """);
    assertThatThrownBy(() -> requested(LOOP))
        .isInstanceOf(NotApproved.class)
        .hasMessageContaining("step 1 is denied by rule no-loops");
    assertThat(tickets.all()).isEmpty();
  }

  @Test
  void aYesEndsWithTheRulesUnderWhichItWasGiven() {
    TicketId ticket = requested(move("5 µm/s"));
    grant(ticket, Campaigns.TESTER);
    rules(TWO_FOR_LOOPS);
    assertThatThrownBy(() -> runner(state -> {}).start(ticket, run -> {}))
        .isInstanceOf(NotApproved.class)
        .hasMessageContaining("the rules ask otherwise");
  }

  @Test
  void aValueThatComesNearALimitWhileItRunsIsAskedForThen() {
    lease(plenty());
    Plan plan =
        checked(
            new Step.ForEach(
                "speed",
                new JsonText("[\"5 µm/s\",\"45 µm/s\"]"),
                2,
                List.of(
                    Campaigns.call(
                        "instrument.move",
                        "{\"instrument\": \"pfm-pto\", \"x\": \"1 µm\", \"y\": \"1 µm\","
                            + " \"speed\": {\"$\": \"speed\"}}"))));
    for (String word : List.of("yes", "no")) {
      TicketId ticket = runner(state -> {}).request(plan, MODEL);
      assertThat(isLeased(ticket)).isTrue();
      RunOutcome outcome = runner(saying(word)).start(ticket, run -> {});
      List<StepEvent> steps = bench.state(outcome.run()).steps();
      assertThat(steps)
          .filteredOn(StepEvent.Asked.class::isInstance)
          .singleElement()
          .satisfies(
              asked ->
                  assertThat(((StepEvent.Asked) asked).question())
                      .contains("step 1#2.1", "rule near-limit asks a person"));
      assertThat(outcome.status())
          .isEqualTo(word.equals("yes") ? RunStatus.COMPLETED : RunStatus.FAILED);
      assertThat(settled(outcome)).isEqualTo(word.equals("yes") ? 2 : 1);
    }
  }

  private long settled(RunOutcome outcome) {
    return bench.state(outcome.run()).calls().stream()
        .map(CallState::last)
        .filter(last -> last.orElseThrow() instanceof CallEvent.Settled)
        .count();
  }

  private Consumer<RunState> saying(String word) {
    return run ->
        OpenQuestion.of(run)
            .ifPresent(
                asked -> OpenQuestion.answer(home, home.runs().getLast(), word, Campaigns.TESTER));
  }

  @Test
  void aLeaseCountsBiasTimesItsDuration() {
    lease(new Lease.Allowance(new TimeSpan(1e5), new TimeSpan(1e5), 1_000, new Impulse(3)));
    assertThat(isLeasedFor(2)).isTrue();
    assertThat(isLeasedFor(2)).isFalse();
    assertThat(isLeasedFor(1)).isTrue();
  }

  private boolean isLeasedFor(double voltSeconds) {
    Cost cost =
        new Cost(new TimeSpan(1), new Length(0), 0, new TimeSpan(0), new Impulse(voltSeconds));
    return tickets.grantUnderLease(requested(move("5 µm/s")), Effect.MOVE, cost);
  }
}
