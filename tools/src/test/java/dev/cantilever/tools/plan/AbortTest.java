package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is ended at each of its entries: with its instruments at rest, or as it is. */
class AbortTest {

  private static final RunId RUN = new RunId("run-0001");
  private static final InstrumentId PFM = new InstrumentId("pfm");

  private static final String PLAN =
      """
      goal: A look at a film, and two spectra of another
      steps:
        - {kind: call, tool: spm.approach, arguments: {instrument: pfm, maximum_travel: 500 µm, speed: 10 µm/s, timeout: 60 s}}
        - {kind: checkpoint, name: on the sample}
        - {kind: call, tool: stage.home, arguments: {instrument: library}}
        - kind: repeat
          at_most: 1
          steps:
            - {kind: call, tool: stage.move_to, arguments: {instrument: library, target: {x: 1 mm, y: 2 mm}, speed: 1 mm/s}}
            - {kind: call, tool: raman.acquire, arguments: {instrument: library, exposure: 1 s, power: 1 mW}}
        - {kind: ask, question: "Once more?", options: [yes, no], as: more, within: 1 min}
      """;

  @TempDir private Path folder;

  private static Plan plan() {
    return ((Parsed.Valid<Plan>) PlanDocument.read(PLAN)).value();
  }

  /** Asks at one entry of the journal; answers the question. */
  private static Consumer<RunState> at(int entry, Campaigns bench, RunEvent event) {
    List<RunState> seen = new ArrayList<>();
    return run -> {
      seen.add(run);
      if (seen.size() == entry && run.ended().isEmpty()) {
        assertThat(bench.home.tell(RUN, event)).isTrue();
      } else if (OpenQuestion.of(run).isPresent()) {
        OpenQuestion.answer(bench.home, RUN, "no", Campaigns.TESTER);
      }
    };
  }

  @Test
  void anAbortedRunLeavesEveryInstrumentAtRestWhereverItIs() {
    int entries = 0;
    for (boolean ended = false; !ended; entries++) {
      Campaigns bench = new Campaigns(folder.resolve("abort-" + entries));
      RunOutcome outcome = bench.start(plan(), at(entries + 1, bench, abort()));
      ended = outcome.status() == RunStatus.COMPLETED;
      if (!ended) {
        assertThat(outcome).isEqualTo(new RunOutcome(RUN, RunStatus.ABORTED, "smoke"));
        assertThat(entriesOf(bench, "run.brought-to-rest"))
            .hasSize(2)
            .allMatch(entry -> entry.body().path("at_rest").asBoolean());
        assertThat(deedsAfter(bench, "run.abort-requested")).isZero();
        assertThat(isAtRest(bench)).isTrue();
      }
    }
    assertThat(entries).isGreaterThan(10);
  }

  private static RunEvent abort() {
    return new RunEvent.AbortRequested("smoke");
  }

  @Test
  void aHaltedRunIsClosedAsItIs() {
    Campaigns bench = new Campaigns(folder);
    RunOutcome outcome = bench.start(plan(), at(5, bench, new RunEvent.StopRequested("enough")));
    assertThat(outcome).isEqualTo(new RunOutcome(RUN, RunStatus.STOPPED, "enough"));
    assertThat(entriesOf(bench, "run.brought-to-rest")).isEmpty();
    assertThat(bench.home.isSealed(RUN)).isTrue();
    assertThat(bench.home.objection(RUN, abort()))
        .contains("it has ended; a new plan begins a new run");
  }

  /** The wish stands in the journal; whoever resumes the run carries it out. */
  @Test
  void anAbortIsCarriedOutAfterACrash() {
    Campaigns bench = new Campaigns(folder);
    Consumer<RunState> dies =
        run -> {
          if (run.calls().size() == 2) {
            bench.home.tell(RUN, abort());
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(() -> bench.start(plan(), dies)).isInstanceOf(IllegalStateException.class);
    int calls = bench.state(RUN).calls().size();
    RunOutcome outcome = bench.resumed(RUN, state -> {});
    assertThat(outcome).isEqualTo(new RunOutcome(RUN, RunStatus.ABORTED, "smoke"));
    assertThat(bench.state(RUN).calls()).hasSize(calls);
    assertThat(isAtRest(bench)).isTrue();
  }

  private static boolean isAtRest(Campaigns bench) {
    try (InstrumentRack rack = InstrumentRack.open(bench.home.instruments())) {
      InstrumentState pfm = rack.gate(PFM).state();
      return pfm.isAtRest() && rack.stopped(PFM).isEmpty();
    }
  }

  private static List<Entry> entries(Campaigns bench) {
    try (Journal journal = Journal.read(bench.home.journal(RUN), RUN.value())) {
      return journal.fresh();
    }
  }

  private static List<Entry> entriesOf(Campaigns bench, String type) {
    return entries(bench).stream().filter(entry -> entry.type().equals(type)).toList();
  }

  /** How many calls were sent after an entry. */
  private static long deedsAfter(Campaigns bench, String type) {
    long asked = entriesOf(bench, type).getFirst().seq();
    return entriesOf(bench, "call.dispatched").stream().filter(one -> one.seq() > asked).count();
  }
}
