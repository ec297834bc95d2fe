package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.replay.ReplayReport;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Campaigns over conditions that are steered while they run, each replayed afterwards. */
class SearchSteeringTest {

  private static final RunId RUN = new RunId("run-0001");
  private static final String FILMS =
      "{\"instrument\": \"p3ht\", \"points\": 7, \"seed_points\": 4, \"goals\":"
          + " [{\"outcome\": \"conductivity\"}]%s}";
  private static final String SPINS =
      "{\"instrument\": \"ising\", \"points\": 7, \"seed_points\": 4, \"candidates\": 100, \"goals\":"
          + " [{\"outcome\": \"heat_capacity\"}]%s}";

  @TempDir private Path folder;
  private Campaigns bench;

  @BeforeEach
  void lay() {
    bench = new Campaigns(folder);
  }

  private static Plan plan(String arguments) {
    return Campaigns.plan("a test", Campaigns.call("campaign.search", arguments));
  }

  /** What is asked at the desk once, when so many trials are observed. */
  private Consumer<RunState> at(int observed, String change, List<String> refusals) {
    List<String> asked = new ArrayList<>();
    return run -> {
      if (observed(run).size() == observed && asked.isEmpty()) {
        asked.add(change);
        refusals.addAll(steer("\"search\": " + change));
      }
    };
  }

  private List<String> steer(String field) {
    String arguments = "{\"run\": \"run-0001\", %s}".formatted(field);
    try (RunLog desk = bench.home.openDesk();
        InstrumentRack rack = InstrumentRack.open(bench.home.instruments())) {
      Answer answer =
          new Dispatcher(bench.reader, desk, rack, bench.home)
              .dispatch(
                  Campaigns.TESTER,
                  new Authority.None(),
                  Optional.empty(),
                  "campaign.steer",
                  arguments);
      return switch (answer) {
        case Answer.Settled settled -> List.of();
        case Answer.Refused refused -> refused.problems().stream().map(Problem::message).toList();
        case Answer.Failed failed -> failed.problems().stream().map(Problem::message).toList();
      };
    }
  }

  private static List<SearchEvent.Observed> observed(RunState run) {
    return run.search().stream()
        .filter(SearchEvent.Observed.class::isInstance)
        .map(SearchEvent.Observed.class::cast)
        .toList();
  }

  private SearchState steered(String arguments, int observed, String change) {
    List<String> refusals = new ArrayList<>();
    RunOutcome outcome = bench.start(plan(arguments), at(observed, change, refusals));
    assertThat(refusals).isEmpty();
    assertThat(outcome.reason()).isEmpty();
    assertThat(outcome.status()).isEqualTo(RunStatus.COMPLETED);
    return replayed();
  }

  private SearchState replayed() {
    SearchState search = SearchState.of(bench.state(RUN).search()).orElseThrow();
    assertThat(search.course()).hasSize(1);
    try (RunLog log = bench.home.read(RUN)) {
      ReplayReport report = Replayer.replay(bench.reader, log, bench.home);
      assertThat(report.differences()).isEmpty();
      assertThat(report.compared()).isGreaterThan(7);
    }
    return search;
  }

  /** The conditions in the order in which they were tried. */
  private static List<List<Setting>> tried(SearchState search) {
    return search.order().stream().map(number -> search.trials().get(number).settings()).toList();
  }

  private SearchState unsteered(String arguments) {
    Campaigns other = new Campaigns(folder.resolve("other"));
    RunId run = other.start(plan(arguments), state -> {}).run();
    return SearchState.of(other.state(run).search()).orElseThrow();
  }

  @Test
  void conditionsAreRankedOtherwiseFromTheNextTrialOn() {
    SearchState search =
        steered(
            FILMS.formatted(""),
            5,
            "{\"kind\": \"rank\", \"acquisition_function\": {\"kind\": \"maximum_uncertainty\"}}");
    assertThat(search.proposals().get(1).why().canonical()).contains("log_expected_improvement");
    assertThat(search.proposals().getLast().why().canonical()).contains("maximum_uncertainty");
    assertThat(tried(search).subList(0, 5))
        .isEqualTo(tried(unsteered(FILMS.formatted(""))).subList(0, 5));
  }

  @Test
  void conditionsToVisitComeNextAndCountAmongThePoints() {
    SearchState search =
        steered(
            SPINS.formatted(""),
            2,
            "{\"kind\": \"visit\", \"conditions\": [%s, %s]}"
                .formatted(condition("coupling", 0.25), condition("coupling", 0.65)));
    assertThat(tried(search)).hasSize(7);
    assertThat(tried(search).subList(2, 4))
        .containsExactly(
            List.of(new Setting("coupling", 0.25)), List.of(new Setting("coupling", 0.65)));
    assertThat(tried(search).subList(4, 6))
        .isEqualTo(tried(unsteered(SPINS.formatted(""))).subList(2, 4));
  }

  private static String condition(String parameter, double value) {
    return "{\"settings\": [{\"parameter\": \"%s\", \"value\": %s}]}".formatted(parameter, value);
  }

  /** What waits already only comes sooner. */
  @Test
  void aConditionThatWaitsIsTriedOnce() {
    List<String> refusals = new ArrayList<>();
    List<List<Setting>> wished = new ArrayList<>();
    bench.start(
        plan(FILMS.formatted("")),
        run -> {
          if (observed(run).size() == 1 && wished.isEmpty()) {
            SearchState search = SearchState.of(run.search()).orElseThrow();
            wished.add(search.trials().get(search.queue().getLast()).settings());
            refusals.addAll(steer("\"search\": " + visit(wished.getFirst().reversed())));
          }
        });
    assertThat(refusals).isEmpty();
    SearchState search = replayed();
    assertThat(tried(search)).hasSize(7).doesNotHaveDuplicates();
    assertThat(tried(search).get(1)).isEqualTo(wished.getFirst());
  }

  private static String visit(List<Setting> settings) {
    return "{\"kind\": \"visit\", \"conditions\": [{\"settings\": %s}]}"
        .formatted(
            settings.stream()
                .map(
                    one ->
                        "{\"parameter\": \"%s\", \"value\": %s}"
                            .formatted(one.parameter(), one.value()))
                .collect(Collectors.joining(", ", "[", "]")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\": \"improve\"}",
        "{\"kind\": \"improve\", \"batch_rule\": {\"kind\": \"local_penalisation\"}}",
        "{\"kind\": \"fidelities\"}",
        "{\"kind\": \"novelty\"}"
      })
  void nothingInsideABoxIsProposedAnyMore(String policy) {
    String arguments = SPINS.formatted(", \"policy\": " + policy);
    SearchState search =
        steered(
            arguments,
            2,
            "{\"kind\": \"avoid\", \"box\": [{\"parameter\": \"coupling\", \"min\": 0.3, \"max\":"
                + " 0.6}]}");
    List<List<Setting>> tried = tried(search);
    assertThat(tried).hasSize(7);
    assertThat(tried.subList(2, 7))
        .allMatch(one -> one.getFirst().value() < 0.3 || one.getFirst().value() > 0.6);
  }

  @Test
  void aSmallerBudgetEndsItAndALargerOneIsRefused() {
    SearchState search = steered(FILMS.formatted(""), 5, "{\"kind\": \"spend\", \"points\": 6}");
    assertThat(tried(search)).hasSize(6);
    bench = new Campaigns(folder.resolve("shorter"));
    search =
        steered(
            FILMS.formatted(", \"time_limit\": \"3 h\""),
            2,
            "{\"kind\": \"spend\", \"points\": 7, \"time_limit\": \"1 h\"}");
    assertThat(tried(search)).hasSize(4);
    bench = new Campaigns(folder.resolve("more"));
    List<String> refusals = new ArrayList<>();
    bench.start(
        plan(FILMS.formatted(", \"time_limit\": \"3 h\"")),
        at(4, "{\"kind\": \"spend\", \"points\": 8}", refusals)
            .andThen(
                at(5, "{\"kind\": \"spend\", \"points\": 7, \"time_limit\": \"4 h\"}", refusals)));
    assertThat(refusals)
        .containsExactly(
            "7 points were approved; ask for more in a new plan",
            "10800 s of instrument time were approved; ask for more in a new plan");
  }

  @Test
  void whatWasObservedCountsForWhatIsWantedNow() {
    SearchState search =
        steered(
            FILMS.formatted(""),
            5,
            "{\"kind\": \"want\", \"goals\": [{\"outcome\": \"polymer_share\", \"direction\":"
                + " \"minimise\"}]}");
    assertThat(search.proposals().getLast().why().canonical()).contains("smallest polymer_share");
    assertThat(search.observed()).hasSize(7);
    RunState run = bench.state(RUN);
    assertThat(run.calls().getFirst().result().orElseThrow().canonical()).contains("\"best\":[{");
  }

  @Test
  void whatCannotBeIsRefusedWithWhatCan() {
    List<String> refusals = new ArrayList<>();
    bench.start(
        plan(FILMS.formatted("")),
        run -> {
          if (observed(run).size() == 5 && refusals.isEmpty()) {
            SearchState search = SearchState.of(run.search()).orElseThrow();
            List<Setting> done = search.trials().getFirst().settings();
            refusals.addAll(steer("\"search\": " + visit(done)));
            refusals.addAll(steer("\"search\": " + visit(done.subList(0, 2))));
            refusals.addAll(steer("\"search\": " + visit(moved(done))));
            refusals.addAll(
                steer("\"search\": {\"kind\": \"want\", \"goals\": [{\"outcome\": \"colour\"}]}"));
            refusals.addAll(
                steer(
                    "\"search\": {\"kind\": \"avoid\", \"box\": [{\"parameter\": \"x\", \"min\":"
                        + " 0, \"max\": 1}]}"));
            refusals.addAll(
                steer(
                    "\"search\": {\"kind\": \"want\", \"goals\": [{\"outcome\": \"conductivity\"},"
                        + " {\"outcome\": \"polymer_share\"}]}"));
            refusals.addAll(steer("\"change\": {\"kind\": \"vote\", \"site\": 1, \"liking\": 1}"));
            refusals.addAll(
                steer(
                    "\"change\": {\"kind\": \"spend\", \"points\": 5}, \"search\": {\"kind\": \"spend\", \"points\": 5}"));
          }
        });
    assertThat(refusals).hasSize(8);
    assertThat(refusals.get(0)).endsWith("was tried already");
    assertThat(refusals.get(1)).startsWith("a condition has one setting for each of P3HT, D1");
    assertThat(refusals.get(2)).contains("is none of the").endsWith("that the instrument offers");
    assertThat(refusals.get(3)).contains("has no outcome \"colour\"; it has conductivity");
    assertThat(refusals.get(4)).startsWith("there is no parameter \"x\"; there are P3HT, D1");
    assertThat(refusals.get(5)).contains("2 goals do not fit the policy");
    assertThat(refusals.get(6))
        .isEqualTo(
            "run-0001 is a campaign over conditions; it takes rank, want, spend, visit or avoid"
                + " under search, and has no spectra to vote on");
    assertThat(refusals.get(7)).contains("give either change", "or search");
    assertThat(SearchState.of(bench.state(RUN).search()).orElseThrow().course()).isEmpty();
  }

  private static List<Setting> moved(List<Setting> settings) {
    return settings.stream().map(one -> new Setting(one.parameter(), one.value() + 0.5)).toList();
  }

  @Test
  void onlyOnePolicyRanksByAnAcquisitionFunction() {
    List<String> refusals = new ArrayList<>();
    bench.start(
        plan(SPINS.formatted(", \"policy\": {\"kind\": \"novelty\"}")),
        at(
            4,
            "{\"kind\": \"rank\", \"acquisition_function\": {\"kind\": \"maximum_uncertainty\"}}",
            refusals));
    assertThat(refusals)
        .containsExactly(
            "only the policy improve ranks by an acquisition function; take want, spend, visit or"
                + " avoid");
  }

  /** The process dies between the wish and its taking, and again and again behind it. */
  @Test
  void aCourseIsTakenOnceHoweverOftenTheProcessDies() {
    String visit =
        "{\"kind\": \"visit\", \"conditions\": [%s]}".formatted(condition("coupling", 0.25));
    List<List<Setting>> undisturbed = tried(steered(SPINS.formatted(""), 2, visit));
    for (int after = 0; after < 6; after++) {
      bench = new Campaigns(folder.resolve("crash-" + after));
      Consumer<RunState> dying = dyingBehindTheWish(after, visit);
      assertThatThrownBy(() -> bench.start(plan(SPINS.formatted("")), dying))
          .isInstanceOf(IllegalStateException.class);
      assertThat(bench.resumed(RUN, state -> {}).status()).isEqualTo(RunStatus.COMPLETED);
      assertThat(tried(replayed())).isEqualTo(undisturbed);
    }
  }

  private Consumer<RunState> dyingBehindTheWish(int entries, String visit) {
    Consumer<RunState> asking = at(2, visit, new ArrayList<>());
    List<RunState> seen = new ArrayList<>();
    return run -> {
      asking.accept(run);
      if (observed(run).size() >= 2) {
        seen.add(run);
      }
      if (seen.size() > entries) {
        throw new IllegalStateException("killed");
      }
    };
  }

  /** A trial is told by its place, and so is what was asked for. */
  @Test
  void aTrialThatSomebodyWishedForIsNumberedBehindThoseThatWait() {
    SearchState search =
        steered(
            SPINS.formatted(""),
            2,
            "{\"kind\": \"visit\", \"conditions\": [%s]}".formatted(condition("coupling", 0.25)));
    List<SearchEvent.Steered> steered =
        bench.state(RUN).search().stream()
            .filter(SearchEvent.Steered.class::isInstance)
            .map(SearchEvent.Steered.class::cast)
            .toList();
    assertThat(steered).hasSize(1);
    assertThat(steered.getFirst().trials())
        .containsExactly(new Trial(List.of(new Setting("coupling", 0.25)), 0));
    assertThat(search.order().get(2)).isEqualTo(4);
  }
}
