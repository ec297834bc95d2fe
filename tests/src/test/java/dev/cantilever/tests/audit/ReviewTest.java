package dev.cantilever.tests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.InMemory;
import dev.cantilever.tools.audit.Why;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.campaign.Decider;
import dev.cantilever.tools.campaign.Decision;
import dev.cantilever.tools.campaign.Explanation;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reviewer asks, and the log alone answers. What is right is known here from what was said and
 * approved, from files beside the log, or worked out anew.
 */
class ReviewTest {

  private static final int QUESTIONS = 20;
  private static final long SEED = 11;
  private static final String WISH = "map the loop area with 18 points, 6 at a time";
  private static final String TRIALS = "Find the toughest crossed barrel with 6 trials";
  private static final Actor AUTHOR =
      new Actor(Actor.Kind.PERSON, "author", Actor.Channel.COMMAND_LINE);
  private static final String PLAN =
      """
      goal: look twice, the second time where the first was
      steps:
        - {kind: call, tool: stage.home, arguments: {instrument: library}}
        - kind: repeat
          at_most: 2
          steps:
            - kind: call
              tool: raman.acquire
              arguments: {instrument: library, exposure: 1 s, power: 1 mW}
              as: look
        - kind: call
          tool: raman.acquire
          arguments: {instrument: library, exposure: {$: look.duration}, power: 1 mW}
      """;

  @TempDir(factory = InMemory.class)
  private Path folder;

  private Wishes wishes;
  private Wishes.Granted map;
  private Wishes.Granted trials;
  private RunId written;
  private String writtenHash;

  /** One question: about which step, and a text that a right answer holds. */
  private record Question(RunId run, String step, String asked, String right) {}

  @BeforeEach
  void threeRunsOfThreeKinds() {
    wishes = new Wishes(folder);
    map = wishes.grant(WISH, SEED);
    trials = wishes.grant(TRIALS, SEED);
    written = runFile();
  }

  private Home home() {
    return wishes.installation().home();
  }

  private RunId runFile() {
    Plan plan = ((Parsed.Valid<Plan>) PlanDocument.read(PLAN)).value();
    try (InstrumentRack rack = InstrumentRack.open(home().instruments())) {
      Verdict.Ready ready =
          (Verdict.Ready) new PlanCheck(wishes.installation().calls()).check(plan, rack);
      writtenHash = ready.hash();
      plan = ready.plan();
    }
    return wishes
        .installation()
        .runner(state -> {})
        .start(plan, AUTHOR, Wishes.PERSON, begun -> {})
        .run();
  }

  private String why(RunId run, String step) {
    return String.join("\n", Why.of(home(), run, step).orElseThrow().lines());
  }

  @Test
  void twentySeededQuestionsAreAnsweredFromTheLogAlone() throws IOException {
    List<Question> all = all();
    RandomStream draw = RandomStream.of(SEED, "questions");
    int answered = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = all.remove(draw.nextInt(all.size()));
      String answer = why(question.run(), question.step());
      assertThat(answer)
          .as("%s of %s %s", question.asked(), question.run(), question.step())
          .contains(question.right());
      answered++;
    }
    Figures.atLeast(
        "runtime-4c",
        "questions of a reviewer (who, what, why, else) answered from the log alone",
        answered,
        "of " + QUESTIONS,
        QUESTIONS,
        String.valueOf(SEED));
  }

  private List<Question> all() throws IOException {
    List<Question> all = new ArrayList<>();
    for (int call = 1; call <= 37; call++) {
      about(all, map, WISH, "call-" + call, "pfm-pto");
      String rule = call == 1 ? "step 1 of the approved plan" : "inside call-1";
      all.add(new Question(map.run(), "call-" + call, "rule", "let through by: " + rule));
    }
    for (int call = 1; call <= 7; call++) {
      about(all, trials, TRIALS, "call-" + call, "crossed-barrel");
    }
    for (String step : List.of("1", "2#1.1", "2#2.1", "3")) {
      all.add(new Question(written, step, "who proposed", "person author by command line"));
      all.add(new Question(written, step, "who approved", "approved " + writtenHash));
      all.add(new Question(written, step, "limits", envelope("library")));
      all.add(new Question(written, step, "rule", "step " + step + " of the approved plan"));
    }
    all.add(new Question(written, "3", "what it knew", "look.duration, from call-3"));
    all.addAll(choices());
    return all;
  }

  private void about(
      List<Question> all, Wishes.Granted run, String sentence, String step, String instrument)
      throws IOException {
    all.add(new Question(run.run(), step, "which words", "\"" + sentence + "\""));
    all.add(new Question(run.run(), step, "who said so", "person reviewed by chat"));
    all.add(new Question(run.run(), step, "who planned", "planner " + wishes.planner().id()));
    all.add(new Question(run.run(), step, "approved what", "approved " + run.plan().hash()));
    all.add(new Question(run.run(), step, "limits", envelope(instrument)));
  }

  /** As the file lies on the disk. */
  private String envelope(String instrument) throws IOException {
    return Hash.of(Files.readAllBytes(home().instruments().resolve(instrument + "/envelope.yaml")))
        .text();
  }

  /** Every choice of the campaign with its runner-up, worked out anew. */
  private List<Question> choices() {
    List<CampaignEvent> events = home().find(map.run()).orElseThrow().campaign();
    CampaignState whole = CampaignState.of(events).orElseThrow();
    Decider decider = new Decider(whole.started().sites());
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof CampaignEvent.BatchProposed batch && batch.iteration() > 0) {
        CampaignState before = CampaignState.of(events.subList(0, i)).orElseThrow();
        Decision.Propose due = (Decision.Propose) decider.decide(before);
        Explanation anew = Explanation.read(decider.propose(before, due).why());
        anew.choices().forEach(choice -> questions.add(runnerUp(events, choice)));
      }
    }
    return questions;
  }

  private Question runnerUp(List<CampaignEvent> events, Explanation.ChoiceNumbers choice) {
    String call =
        events.stream()
            .filter(CampaignEvent.Measured.class::isInstance)
            .map(CampaignEvent.Measured.class::cast)
            .filter(measured -> measured.site() == choice.site())
            .map(measured -> measured.call().value())
            .findFirst()
            .orElseThrow();
    String right =
        String.format(
            Locale.ROOT,
            "otherwise  site %d with value %.6g",
            choice.runnerUp(),
            choice.runnerUpValue());
    return new Question(map.run(), call, "what otherwise", right);
  }

  @Test
  void aCallThatWasRefusedSaysByWhomAndWhy() {
    Actor host = new Actor(Actor.Kind.MODEL, "a host", Actor.Channel.MCP);
    String call;
    try (Desk desk = wishes.installation().desk()) {
      call = desk.call(host, "stage.home", "{\"instrument\": \"library\"}").call().value();
    }
    assertThat(why(new RunId("desk"), call))
        .contains("model a host by mcp: stage.home", "not let through", "no person has approved it")
        .contains("nobody; nothing may act");
  }

  @Test
  void aMotionOfACampaignIsExplainedByWhatItWasDoneFor() {
    assertThat(why(map.run(), "call-14")).contains("instrument.move", "chose      site ");
    assertThat(why(map.run(), "batch-2")).contains("knew       16 measurements");
    assertThat(Why.of(home(), map.run(), "call-999")).isEmpty();
    assertThat(Why.of(home(), map.run(), "batch-9")).isEmpty();
  }
}
