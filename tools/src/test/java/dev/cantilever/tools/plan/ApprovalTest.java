package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.home.RunLock;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Approvals of plans on the replaying microscope. */
class ApprovalTest {

  private static final Actor MODEL = new Actor(Actor.Kind.MODEL, "a model", Actor.Channel.CHAT);
  private static final InstrumentId PFM = new InstrumentId("pfm-pto");
  private static final Plan MOVE =
      Campaigns.plan(
          "there",
          Campaigns.call(
              "instrument.move",
              "{\"instrument\": \"pfm-pto\", \"x\": \"1 µm\", \"y\": \"1 µm\"}"));

  @TempDir private Path folder;
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T08:00:00Z"));
  private Home home;
  private Campaigns bench;
  private Tickets tickets;

  @BeforeEach
  void lay() {
    InstantSource clock = now::get;
    home = new Home(folder, clock);
    bench = new Campaigns(folder);
    tickets = new Tickets(home);
  }

  private PlanRunner runner() {
    return new PlanRunner(home, bench.reader, "test", state -> {});
  }

  private TicketId requested() {
    return runner().request(((Verdict.Ready) bench.check(MOVE)).plan(), MODEL);
  }

  private TicketId approved() {
    TicketId ticket = requested();
    assertThat(tickets.grant(ticket, Campaigns.TESTER, Tickets.USUAL)).isEmpty();
    return ticket;
  }

  private ProblemCode refused(TicketId ticket) {
    NotApproved no =
        catchThrowableOfType(NotApproved.class, () -> runner().start(ticket, run -> {}));
    assertThat(no.problem().message()).isNotBlank();
    return no.problem().code();
  }

  private TicketState.Status status(TicketId ticket) {
    return tickets.find(ticket).orElseThrow().status(now.get());
  }

  @Test
  void aYesIsUsedUpByOneRun() {
    TicketId ticket = approved();
    RunOutcome outcome = runner().start(ticket, run -> {});
    RunState run = bench.state(outcome.run());
    RunEvent.Approved yes = run.approved().orElseThrow();
    assertThat(yes.ticket()).contains(ticket);
    assertThat(yes.root()).contains(tickets.find(ticket).orElseThrow().terms().root());
    assertThat(status(ticket)).isEqualTo(TicketState.Status.USED);
    assertThat(refused(ticket)).isEqualTo(ProblemCode.TICKET_USED);
    assertThat(bench.ledger()).hasSize(1);
  }

  @Test
  void eightWhoBeginAtOnceBeginOneRun() {
    TicketId ticket = approved();
    List<Optional<RunOutcome>> outcomes =
        IntStream.range(0, 8).parallel().mapToObj(i -> begun(ticket)).toList();
    assertThat(outcomes.stream().flatMap(Optional::stream))
        .singleElement()
        .satisfies(one -> assertThat(one.reason()).isEmpty());
    assertThat(bench.ledger()).hasSize(1);
  }

  private Optional<RunOutcome> begun(TicketId ticket) {
    try {
      return Optional.of(runner().start(ticket, run -> {}));
    } catch (NotApproved no) {
      return Optional.empty();
    }
  }

  @Test
  void whileAnotherRunHasTheInstrumentTheYesIsKept() {
    TicketId ticket = approved();
    try (RunLock other = RunLock.take(home.instruments().resolve("pfm-pto")).orElseThrow()) {
      assertThat(other).isNotNull();
      assertThat(refused(ticket)).isEqualTo(ProblemCode.BUSY);
    }
    assertThat(status(ticket)).isEqualTo(TicketState.Status.APPROVED);
    assertThat(begun(ticket)).isPresent();
  }

  /** Each in a thread of its own, with an instrument of its own. */
  @Test
  void runsOnSeveralInstrumentsGoOnSideBySide() {
    Plan home =
        Campaigns.plan("home", Campaigns.call("stage.home", "{\"instrument\": \"library\"}"));
    List<RunOutcome> outcomes =
        Stream.of(Campaigns.plan(""), home)
            .map(plan -> CompletableFuture.supplyAsync(() -> bench.start(plan, state -> {})))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(outcomes).allMatch(one -> one.status() == RunStatus.COMPLETED);
    assertThat(outcomes.stream().map(RunOutcome::run).distinct()).hasSize(2);
  }

  @Test
  void whatNobodyHasSaidYesToStaysPendingAcrossARestart() {
    TicketId ticket = requested();
    assertThat(refused(ticket)).isEqualTo(ProblemCode.NEEDS_APPROVAL);
    lay();
    assertThat(status(ticket)).isEqualTo(TicketState.Status.PENDING);
    assertThat(refused(ticket)).isEqualTo(ProblemCode.NEEDS_APPROVAL);
    assertThat(refused(new TicketId("ticket-99"))).isEqualTo(ProblemCode.NOT_FOUND);
    assertThat(home.runs()).isEmpty();
  }

  @Test
  void aYesHoldsForTenMinutesAndNoLonger() {
    TicketId ticket = approved();
    assertThat(tickets.grant(ticket, Campaigns.TESTER, new TimeSpan(601)).orElseThrow().code())
        .isEqualTo(ProblemCode.ARG_RANGE);
    now.set(now.get().plus(Duration.ofMinutes(10)));
    assertThat(status(ticket)).isEqualTo(TicketState.Status.EXPIRED);
    assertThat(refused(ticket)).isEqualTo(ProblemCode.EXPIRED);
    assertThat(tickets.grant(ticket, Campaigns.TESTER, Tickets.USUAL)).isEmpty();
    now.set(now.get().plus(Duration.ofSeconds(599)));
    assertThat(begun(ticket)).isPresent();
  }

  @Test
  void aNoIsFinalAndTellsItsReason() {
    TicketId ticket = approved();
    assertThat(tickets.deny(ticket, Campaigns.TESTER, "the film is wet")).isEmpty();
    assertThat(refused(ticket)).isEqualTo(ProblemCode.DENIED);
    assertThat(tickets.grant(ticket, Campaigns.TESTER, Tickets.USUAL).orElseThrow().message())
        .contains("the film is wet");
  }

  @Test
  void noPlannerApprovesAnything() {
    TicketId ticket = requested();
    assertThat(tickets.grant(ticket, MODEL, Tickets.USUAL)).isPresent();
    assertThat(tickets.deny(ticket, MODEL, "no")).isPresent();
    assertThat(refused(ticket)).isEqualTo(ProblemCode.NEEDS_APPROVAL);
  }

  @Test
  void aYesEndsWhereSomebodyElseTookTheInstrument() {
    TicketId first = approved();
    TicketId second = approved();
    assertThat(begun(first)).isPresent();
    assertThat(refused(second)).isEqualTo(ProblemCode.EPOCH);
  }

  @Test
  void aYesEndsWhereTheInstrumentWasStopped() {
    TicketId ticket = approved();
    try (InstrumentRack rack = InstrumentRack.open(home.instruments())) {
      rack.stop(PFM, "enough");
    }
    assertThat(refused(ticket)).isEqualTo(ProblemCode.EPOCH);
  }

  @Test
  void aYesEndsWithTheEnvelopeThatItWasGivenUnder() throws Exception {
    TicketId ticket = approved();
    Path envelope = home.instruments().resolve("pfm-pto/envelope.yaml");
    Files.writeString(envelope, Files.readString(envelope) + "\n# wider\n");
    assertThat(refused(ticket)).isEqualTo(ProblemCode.TICKET_MISMATCH);
  }

  static Stream<Terms> altered() {
    Terms.Standing standing = new Terms.Standing(PFM, "sha256:aa", 3);
    Plan other = Campaigns.plan("elsewhere", Campaigns.call("instrument.state", "{}"));
    Terms terms = new Terms(MOVE, "sha256:11", "sha256:22", List.of(standing), MODEL);
    return Stream.of(
        new Terms(other, "sha256:12", terms.root(), terms.instruments(), MODEL),
        new Terms(MOVE, terms.planHash(), "sha256:23", terms.instruments(), MODEL),
        new Terms(MOVE, terms.planHash(), terms.root(), List.of(), MODEL),
        with(terms, new Terms.Standing(PFM, "sha256:ab", 3)),
        with(terms, new Terms.Standing(PFM, "sha256:aa", 4)),
        with(terms, new Terms.Standing(new InstrumentId("stem"), "sha256:aa", 3)));
  }

  private static Terms with(Terms terms, Terms.Standing standing) {
    return new Terms(terms.plan(), terms.planHash(), terms.root(), List.of(standing), MODEL);
  }

  @ParameterizedTest
  @MethodSource("altered")
  void whateverHasChangedNothingRuns(Terms later) {
    Terms.Standing standing = new Terms.Standing(PFM, "sha256:aa", 3);
    Terms terms = new Terms(MOVE, "sha256:11", "sha256:22", List.of(standing), MODEL);
    TicketId ticket = tickets.request(MODEL, terms);
    assertThat(tickets.grant(ticket, Campaigns.TESTER, Tickets.USUAL)).isEmpty();
    assertThat(tickets.use(ticket, later, home::newRun)).isInstanceOf(Tickets.Use.Refused.class);
    assertThat(tickets.use(ticket, terms, home::newRun)).isInstanceOf(Tickets.Use.Begun.class);
  }
}
