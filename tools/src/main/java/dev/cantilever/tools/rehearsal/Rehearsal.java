package dev.cantilever.tools.rehearsal;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.Instruments;
import dev.cantilever.tools.plan.OpenQuestion;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.plan.Spent;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.report.ReportFile;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a plan on copies of simulated instruments, with the envelopes of the instruments themselves
 * and in virtual time. Questions to a person get their first answer.
 */
public final class Rehearsal {

  private static final RunId RUN = new RunId("run-0001");

  private final Home home;
  private final CallReader reader;
  private final String software;
  private final InstantSource clock;
  private final Consumer<RunState> listener;

  /**
   * Rehearsals of one installation.
   *
   * @param clock for the journal of the rehearsal
   * @param listener is told how far it is
   */
  public Rehearsal(
      Home home,
      CallReader reader,
      String software,
      InstantSource clock,
      Consumer<RunState> listener) {
    this.home = home;
    this.reader = reader;
    this.software = software;
    this.clock = clock;
    this.listener = listener;
  }

  /** Where the pictures of a plan's last rehearsal lie, once there are some. */
  public static Path pictures(Home home, Plan plan) {
    return ReportFile.place(new Home(home.rehearsal(PlanCheck.hash(plan)), home::now), RUN);
  }

  /** What would come of a plan as things are now; acts on no instrument. */
  public Rehearsed of(Plan plan) {
    return of(plan, Effort.WHOLE);
  }

  /** The same with no more effort than is given; what comes after the first has other noise. */
  public Rehearsed of(Plan plan, Effort effort) {
    long end = System.nanoTime() + Math.round(Math.min(effort.seconds(), 1e9) * 1e9);
    Rehearsed first = once(plan, 0, end);
    if (!(first instanceof Rehearsed.Ran ran) || ran.status() != RunStatus.COMPLETED) {
      return first;
    }
    List<Map<InstrumentId, Cost>> all = new ArrayList<>(List.of(ran.spent()));
    for (int time = 1; time < effort.times() && System.nanoTime() < end; time++) {
      if (once(plan, time, end) instanceof Rehearsed.Ran again
          && again.status() == RunStatus.COMPLETED) {
        all.add(again.spent());
      }
    }
    return new Rehearsed.Ran(
        ran.status(),
        ran.reason(),
        ran.spent(),
        ran.findings(),
        spreads(all),
        ran.cutShort(),
        ran.page());
  }

  private static Map<InstrumentId, Spread> spreads(List<Map<InstrumentId, Cost>> all) {
    Map<InstrumentId, Spread> spreads = new LinkedHashMap<>();
    for (InstrumentId instrument : all.getFirst().keySet()) {
      spreads.put(
          instrument,
          Spread.of(
              all.stream()
                  .map(spent -> spent.getOrDefault(instrument, Cost.NONE).time().seconds())
                  .toList()));
    }
    return spreads;
  }

  /** The first time in the folder of the plan, so that its pictures stay. */
  private Rehearsed once(Plan plan, int time, long end) {
    Path folder = home.rehearsal(PlanCheck.hash(plan));
    Path place = time == 0 ? folder : folder.resolveSibling(folder.getFileName() + "-again");
    Optional<String> impossible = Stage.set(home, Instruments.of(plan), place, time);
    if (impossible.isPresent()) {
      return new Rehearsed.NoStage(impossible.get());
    }
    Home stage = new Home(place, clock);
    return switch (checked(stage, plan)) {
      case Verdict.Refused refused -> new Rehearsed.Refused(refused.problems());
      case Verdict.Ready ready -> ran(stage, ready.plan(), end);
    };
  }

  private Verdict checked(Home stage, Plan plan) {
    try (InstrumentRack rack = InstrumentRack.open(stage.instruments())) {
      return new PlanCheck(reader).check(plan, rack);
    }
  }

  private Rehearsed ran(Home stage, Plan plan, long end) {
    boolean[] cutShort = new boolean[1];
    Consumer<RunState> answering = state -> answer(stage, state);
    Consumer<RunState> hurrying =
        state -> {
          if (!cutShort[0] && state.ended().isEmpty() && System.nanoTime() > end) {
            cutShort[0] = stage.requestStop(RUN, "it takes too long to rehearse to its end");
          }
        };
    PlanRunner runner =
        new PlanRunner(stage, reader, software, listener.andThen(answering).andThen(hurrying));
    RunOutcome outcome = runner.start(plan, Actor.RUNTIME, Actor.RUNTIME, run -> {});
    RunState state = stage.find(RUN).orElseThrow();
    List<StepEvent.Measured> findings =
        state.steps().stream()
            .filter(StepEvent.Measured.class::isInstance)
            .map(StepEvent.Measured.class::cast)
            .toList();
    return new Rehearsed.Ran(
        outcome.status(),
        outcome.reason(),
        Spent.of(state),
        findings,
        Map.of(),
        cutShort[0],
        ReportFile.write(stage, RUN).file());
  }

  private static void answer(Home stage, RunState state) {
    OpenQuestion.of(state)
        .ifPresent(
            asked -> OpenQuestion.answer(stage, RUN, asked.options().getFirst(), Actor.RUNTIME));
  }
}
