package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.replay.ReplayReport;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.reading.GridPart;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns that are steered while they run, each replayed afterwards. */
class SteeringTest {

  private static final RunId RUN = new RunId("run-0001");

  @TempDir private Path folder;
  private Campaigns bench;

  @BeforeEach
  void lay() {
    bench = new Campaigns(folder);
  }

  /** Asks once, when so many sites are measured. */
  private Consumer<RunState> at(int measured, String change, List<String> refusals) {
    List<String> asked = new ArrayList<>();
    return run -> {
      boolean due = CampaignState.of(run.campaign()).filter(c -> c.done() == measured).isPresent();
      if (due && asked.isEmpty()) {
        asked.add(change);
        refusals.addAll(
            call("campaign.steer", "{\"run\": \"run-0001\", \"change\": %s}".formatted(change)));
      }
    };
  }

  /** The problems of a call at the desk. */
  private List<String> call(String tool, String arguments) {
    try (RunLog desk = bench.home.openDesk();
        InstrumentRack rack = InstrumentRack.open(bench.home.instruments())) {
      Answer answer =
          new Dispatcher(bench.reader, desk, rack, bench.home)
              .dispatch(Campaigns.TESTER, new Authority.None(), Optional.empty(), tool, arguments);
      return switch (answer) {
        case Answer.Settled settled -> List.of();
        case Answer.Refused refused -> refused.problems().stream().map(Problem::message).toList();
        case Answer.Failed failed -> failed.problems().stream().map(Problem::message).toList();
      };
    }
  }

  private CampaignState steered(int measured, String change) {
    List<String> refusals = new ArrayList<>();
    RunOutcome outcome = bench.start(at(measured, change, refusals));
    assertThat(refusals).isEmpty();
    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    CampaignState campaign = campaign();
    assertThat(campaign.course()).hasSize(1);
    replayed();
    return campaign;
  }

  private CampaignState campaign() {
    return CampaignState.of(bench.events(RUN)).orElseThrow();
  }

  private void replayed() {
    try (RunLog log = bench.home.read(RUN)) {
      ReplayReport report = Replayer.replay(bench.reader, log, bench.home);
      assertThat(report.differences()).isEmpty();
    }
  }

  private static List<Integer> sites(CampaignState campaign) {
    return campaign.measured().stream().map(CampaignEvent.Measured::site).toList();
  }

  private List<Integer> unsteered() {
    Campaigns other = new Campaigns(folder.resolve("other"));
    RunId run = other.start(state -> {}).run();
    return sites(CampaignState.of(other.events(run)).orElseThrow());
  }

  @Test
  void sitesAreRankedOtherwiseFromTheNextBatchOn() {
    CampaignState campaign =
        steered(
            4,
            "{\"kind\": \"rank\", \"acquisition_function\": {\"kind\": \"maximum_uncertainty\"}}");
    assertThat(campaign.batches().get(1).why().canonical()).contains("log_expected_improvement");
    assertThat(campaign.batches().getLast().why().canonical()).contains("maximum_uncertainty");
    assertThat(sites(campaign))
        .hasSize(7)
        .startsWith(unsteered().subList(0, 5).toArray(Integer[]::new));
  }

  @Test
  void sitesToVisitComeNextAndCountAmongThePoints() {
    CampaignState campaign = steered(4, "{\"kind\": \"visit\", \"sites\": [17, 2499]}");
    assertThat(sites(campaign)).hasSize(7);
    assertThat(sites(campaign).subList(4, 6)).containsExactly(17, 2499);
  }

  @Test
  void nothingInsideARectangleIsProposedAnyMore() {
    List<Integer> before = unsteered();
    Set<Integer> everything = new HashSet<>(before.subList(4, 7));
    CampaignState campaign =
        steered(
            4,
            "{\"kind\": \"avoid\", \"x_min\": \"0 m\", \"x_max\": \"2 µm\", \"y_min\": \"1.5 µm\","
                + " \"y_max\": \"2 µm\"}");
    assertThat(sites(campaign)).hasSize(7);
    assertThat(sites(campaign).subList(4, 7))
        .allMatch(site -> campaign.started().sites().point(site).y().metres() < 1.5e-6);
    assertThat(everything)
        .anyMatch(site -> campaign.started().sites().point(site).y().metres() >= 1.5e-6);
  }

  @Test
  void aPartThatThePlanLeavesOutIsNeverMeasuredNotEvenAtFirstOrOnAWord() {
    List<String> refusals = new ArrayList<>();
    bench.start(
        Campaigns.plan(", \"avoid\": \"lower_right\""),
        at(4, "{\"kind\": \"visit\", \"sites\": [49]}", refusals));
    assertThat(refusals)
        .containsExactly(
            "site 49 lies in the part that the approved campaign leaves out; name another");
    CampaignState campaign = campaign();
    assertThat(sites(campaign))
        .hasSize(7)
        .noneMatch(site -> campaign.started().sites().isIn(GridPart.LOWER_RIGHT, site));
    assertThat(unsteered())
        .anyMatch(site -> campaign.started().sites().isIn(GridPart.LOWER_RIGHT, site));
    replayed();
  }

  @Test
  void aSmallerBudgetEndsItAndALargerOneIsRefused() {
    assertThat(sites(steered(4, "{\"kind\": \"spend\", \"points\": 5}"))).hasSize(5);
    lay(folder.resolve("more"));
    List<String> refusals = new ArrayList<>();
    bench.start(at(4, "{\"kind\": \"spend\", \"points\": 8}", refusals));
    assertThat(refusals).containsExactly("7 points were approved; ask for more in a new plan");
    assertThat(sites(campaign())).hasSize(7);
  }

  private void lay(Path elsewhere) {
    bench = new Campaigns(elsewhere);
  }

  @Test
  void whatWasMeasuredIsValuedAnewWhereSomethingElseIsWanted() {
    CampaignState campaign =
        steered(
            5,
            "{\"kind\": \"want\", \"reward\": {\"terms\": [{\"scalariser\": \"loop_area\","
                + " \"weight\": -1}]}}");
    assertThat(bench.events(RUN).stream().filter(CampaignEvent.Revalued.class::isInstance))
        .hasSize(5);
    assertThat(campaign.measured()).allMatch(one -> one.reward() < 0);
  }

  @Test
  void aVoteChangesWhereItGoes() {
    List<Integer> before = unsteered();
    CampaignState campaign =
        steered(
            4, "{\"kind\": \"vote\", \"site\": %d, \"liking\": -1}".formatted(before.getFirst()));
    CampaignState liked = campaign;
    assertThat(sites(liked).subList(0, 5)).isEqualTo(before.subList(0, 5));
    assertThat(campaign.batches().getLast().why())
        .isNotEqualTo(batches(folder.resolve("other")).getLast().why());
  }

  private static List<CampaignEvent.BatchProposed> batches(Path folder) {
    return CampaignState.of(new Campaigns(folder).events(RUN)).orElseThrow().batches();
  }

  @Test
  void whatCannotBeIsRefusedWithWhatCan() {
    List<String> refusals = new ArrayList<>();
    bench.start(
        at(4, "{\"kind\": \"visit\", \"sites\": [2500]}", refusals)
            .andThen(at(5, "{\"kind\": \"vote\", \"site\": 2499, \"liking\": 1}", refusals)));
    assertThat(refusals)
        .containsExactly("the sites are numbered from 0 to 2499", "site 2499 is not measured yet");
    assertThat(
            call(
                "campaign.steer",
                "{\"run\": \"run-0001\", \"change\": {\"kind\": \"spend\", \"points\": 3}}"))
        .containsExactly("no campaign is running in run-0001; the verb runs lists all runs");
  }

  @Test
  void aPausedRunWaitsUntilAPersonLetsItGoOn() {
    List<Integer> before = unsteered();
    for (boolean atCheckpoint : List.of(false, true)) {
      lay(folder.resolve("paused-" + atCheckpoint));
      Home home = bench.home;
      RunEvent pause = new RunEvent.PauseRequested("a visitor", atCheckpoint);
      List<Integer> held = new ArrayList<>();
      RunOutcome outcome =
          bench.start(
              once(
                  4,
                  () -> {
                    home.tell(RUN, pause);
                    Thread person =
                        new Thread(
                            () -> {
                              held.add(settled(home));
                              home.tell(RUN, new RunEvent.Continued());
                            });
                    person.start();
                  }));
      assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(held).containsExactly(atCheckpoint ? 5 : 4);
      assertThat(sites(campaign())).isEqualTo(before);
      replayed();
    }
  }

  /** How many sites are measured once that does not change for half a second. */
  private static int settled(Home home) {
    int last = -1;
    for (int now = done(home); now != last; now = done(home)) {
      last = now;
      sleep();
    }
    return last;
  }

  private static int done(Home home) {
    return CampaignState.of(home.find(RUN).orElseThrow().campaign()).orElseThrow().done();
  }

  private static void sleep() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  /** A campaign over conditions, too, waits in the middle of its call. */
  @Test
  void aPausedSearchWaitsAndAStopFreesIt() {
    Plan search =
        Campaigns.plan(
            "tough",
            Campaigns.call(
                "campaign.search",
                "{\"instrument\": \"crossed-barrel\", \"points\": 6, \"seed_points\": 5, \"goals\":"
                    + " [{\"outcome\": \"toughness\", \"direction\": \"maximise\"}]}"));
    List<Integer> held = new ArrayList<>();
    RunOutcome outcome =
        bench.start(
            search,
            run -> {
              if (observed(run) == 3 && run.pauseRequested().isEmpty()) {
                bench.home.tell(RUN, new RunEvent.PauseRequested("a visitor", false));
                Thread person =
                    new Thread(
                        () -> {
                          sleep();
                          held.add(observed(bench.home.find(RUN).orElseThrow()));
                          bench.home.requestStop(RUN, "enough");
                        });
                person.start();
              }
            });
    assertThat(outcome.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(held).containsExactly(3);
    replayed();
  }

  private static int observed(RunState run) {
    return (int) run.search().stream().filter(SearchEvent.Observed.class::isInstance).count();
  }

  @Test
  void aStopFreesWhatWaits() {
    RunOutcome outcome =
        bench.start(
            once(
                4,
                () -> {
                  bench.home.tell(RUN, new RunEvent.PauseRequested("a visitor", false));
                  bench.home.requestStop(RUN, "enough");
                }));
    assertThat(outcome.status()).isEqualTo(RunStatus.STOPPED);
    assertThat(sites(campaign())).hasSize(4);
  }

  private static Consumer<RunState> once(int measured, Runnable deed) {
    List<Boolean> done = new ArrayList<>();
    return run -> {
      boolean due = CampaignState.of(run.campaign()).filter(c -> c.done() == measured).isPresent();
      if (due && done.isEmpty()) {
        done.add(true);
        deed.run();
      }
    };
  }
}
