package dev.cantilever.tests.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.run.Standing;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that waits for its instrument: a voltage source in a room that gets too warm. */
class SuspensionTest {

  private static final String PLAN =
      """
      goal: Eight voltages
      steps:
        - kind: for_each
          item: level
          in: [1, 2, 3, 4, 5, 6, 7, 8]
          steps:
            - {kind: call, tool: device.set, arguments: {instrument: source, setting: {parameter: voltage, value: {$: level}}}}
      """;

  private static final List<String> ALL = List.of("1", "2", "3", "4", "5", "6", "7", "8");
  private static final RunId RUN = new RunId("run-0001");
  private static final InstrumentId SOURCE = new InstrumentId("source");
  private static final Actor PERSON = new Actor(Actor.Kind.PERSON, "test", Actor.Channel.INTERNAL);
  private static final double WARM = 320;

  /** Within the limit, and not yet well again. */
  private static final double BETWEEN = 305;

  private static final double COOL = 295;

  @TempDir private Path folder;
  private final AtomicBoolean warmed = new AtomicBoolean();
  private Installation installation;
  private GaugedSource source;

  @BeforeEach
  void layDown() throws IOException {
    installation = Installation.at(Optional.of(folder), Map.of());
    source = new GaugedSource();
    source.layDown(home().instruments());
  }

  @AfterEach
  void close() throws IOException {
    source.close();
  }

  private Home home() {
    return installation.home();
  }

  private Plan plan() {
    Parsed<Plan> read = PlanDocument.read(PLAN);
    try (InstrumentRack rack = InstrumentRack.open(home().instruments())) {
      return ((Verdict.Ready)
              new PlanCheck(installation.calls()).check(((Parsed.Valid<Plan>) read).value(), rack))
          .plan();
    }
  }

  /** It gets warm behind the third voltage. */
  private void warm(RunState run) {
    if (source.told().size() == 3 && warmed.compareAndSet(false, true)) {
      source.warmTo(WARM);
    }
  }

  private CompletableFuture<RunOutcome> started() {
    return started(plan(), this::warm);
  }

  private CompletableFuture<RunOutcome> started(Plan plan, Consumer<RunState> listener) {
    return CompletableFuture.supplyAsync(
        () -> installation.runner(listener).start(plan, PERSON, PERSON, run -> {}),
        work -> Thread.ofPlatform().daemon().start(work));
  }

  private static RunOutcome ended(CompletableFuture<RunOutcome> run) throws Exception {
    return run.get(1, TimeUnit.MINUTES);
  }

  private Optional<Standing> standing() {
    return home().find(RUN).map(Standing::of);
  }

  private void awaitSuspension(CompletableFuture<RunOutcome> run) {
    await(() -> run.isDone() || standing().equals(Optional.of(Standing.SUSPENDED)));
    assertThat(run).isNotDone();
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - end).isNegative();
      pause(10);
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void itGoesOnByItselfOnceTheReadingHasBeenWellForLongEnough() throws Exception {
    CompletableFuture<RunOutcome> run = started();
    awaitSuspension(run);
    assertThat(home().find(RUN).orElseThrow().suspended().orElseThrow().reason())
        .contains("temperature reads 320 K, allowed is [280 K, 310 K] (the room is cool)");
    assertThat(home().objection(RUN, new RunEvent.Continued()).orElse(""))
        .startsWith("it waits for an instrument and goes on by itself");
    source.warmTo(BETWEEN);
    pause(2_000);
    assertThat(standing()).contains(Standing.SUSPENDED);
    long cooled = System.nanoTime();
    source.warmTo(COOL);
    await(() -> !standing().equals(Optional.of(Standing.SUSPENDED)));
    assertThat(System.nanoTime() - cooled).isGreaterThan(1_000_000_000L);
    assertThat(ended(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(source.told()).isEqualTo(ALL);
  }

  @Test
  void nothingBeginsWhereItIsWarmBeforeTheFirstStep() throws Exception {
    Plan plan = plan();
    source.warmTo(WARM);
    CompletableFuture<RunOutcome> run = started(plan, state -> {});
    awaitSuspension(run);
    assertThat(source.told()).isEmpty();
    source.warmTo(COOL);
    assertThat(ended(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(source.told()).isEqualTo(ALL);
  }

  /** The reading turns at any moment: before a call is judged, between judging and doing, after. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void noMomentAtWhichItTurnsEndsTheRunOrDoesAnythingTwice(int reads) throws Exception {
    CompletableFuture<RunOutcome> run =
        started(
            plan(),
            state -> {
              if (source.told().size() == 3 && warmed.compareAndSet(false, true)) {
                source.warmTo(WARM, reads);
              }
            });
    awaitSuspension(run);
    source.warmTo(COOL);
    assertThat(ended(run).status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(source.told()).isEqualTo(ALL);
  }

  @Test
  void aStopOfTheInstrumentIsNotWaitedOut() throws Exception {
    CompletableFuture<RunOutcome> run = started();
    awaitSuspension(run);
    try (InstrumentRack rack = InstrumentRack.open(home().instruments())) {
      rack.latch(SOURCE, "smoke");
    }
    source.warmTo(COOL);
    RunOutcome outcome = ended(run);
    assertThat(outcome.status()).isEqualTo(RunStatus.FAILED);
    assertThat(outcome.reason()).contains("smoke");
    assertThat(source.told()).isEqualTo(ALL.subList(0, 3));
  }

  @Test
  void aHaltEndsIt() throws Exception {
    CompletableFuture<RunOutcome> run = started();
    awaitSuspension(run);
    assertThat(home().tell(RUN, PERSON, new RunEvent.StopRequested("enough"))).isTrue();
    assertThat(ended(run)).isEqualTo(new RunOutcome(RUN, RunStatus.STOPPED, "enough"));
    assertThat(source.told()).isEqualTo(ALL.subList(0, 3));
  }

  @Test
  void anAbortEndsItWithTheInstrumentAtRest() throws Exception {
    CompletableFuture<RunOutcome> run = started();
    awaitSuspension(run);
    assertThat(home().tell(RUN, PERSON, new RunEvent.AbortRequested("fire"))).isTrue();
    assertThat(ended(run)).isEqualTo(new RunOutcome(RUN, RunStatus.ABORTED, "fire"));
    assertThat(source.told()).isEqualTo(ALL.subList(0, 3));
  }
}
