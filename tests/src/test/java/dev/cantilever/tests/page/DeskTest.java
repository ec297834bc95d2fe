package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.tests.audit.Wishes;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.web.Copied;
import dev.cantilever.tests.web.Served;
import dev.cantilever.tools.audit.Fact;
import dev.cantilever.tools.audit.Trail;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.campaign.Decider;
import dev.cantilever.tools.campaign.Decision;
import dev.cantilever.tools.campaign.Explanation;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.JournalVerifier;
import dev.cantilever.tools.journal.Verification;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/**
 * A reviewer asks, and what the desk shows answers. What is right is known here from what was said
 * and approved, from files beside the log, or worked out anew.
 */
@InABrowser
class DeskTest {

  private static final int QUESTIONS = 20;
  private static final long SEED = 5;
  private static final String WISH = "map the loop area with 14 points, 4 at a time";
  private static final String OTHER = "map the loop area with 15 points, 4 at a time";
  private static final String REASON =
      "pfm-pto was approved for another film; propose it in a plan";

  @TempDir private Path folder;
  private Served served;
  private Browser browser;
  private Wishes.Granted map;
  private Wishes.Granted other;
  private RunId refused;

  /**
   * One question.
   *
   * @param where what somebody opens who wants to know
   * @param button what is pressed there, if anything
   * @param right a text that a right answer holds
   */
  private record Question(String asked, String where, String button, String right) {}

  @BeforeEach
  void threeRunsBehindABrowser() {
    served = new Served(folder, Limits.USUAL);
    Wishes wishes = new Wishes(served.installation());
    map = wishes.grant(WISH, SEED);
    other = wishes.grant(OTHER, SEED);
    refused = Copied.with(home(), map.run(), DeskTest::withARefusal);
    browser = Browser.at(served.port()).with(served.secret(Role.VIEWER));
  }

  @AfterEach
  void leave() {
    browser.close();
    served.close();
  }

  private Home home() {
    return served.installation().home();
  }

  /** The tenth call as if the gate had not let it through. */
  private static List<Event> withARefusal(Event event) {
    boolean isOfIt = event instanceof CallEvent call && call.call().value().equals("call-10");
    if (!isOfIt || event instanceof CallEvent.Proposed) {
      return List.of(event);
    }
    return event instanceof CallEvent.Dispatched gone
        ? List.of(
            new CallEvent.Refused(
                gone.call(), List.of(Problem.of(ProblemCode.NEEDS_APPROVAL, REASON))))
        : List.of();
  }

  @Test
  void twentySeededQuestionsAreAnsweredFromTheDeskAlone() throws IOException {
    List<Question> all = all();
    RandomStream draw = RandomStream.of(SEED, "questions");
    List<String> unanswered = new ArrayList<>();
    for (int i = 0; i < QUESTIONS; i++) {
      Question question = all.remove(draw.nextInt(all.size()));
      if (!isAnswered(question)) {
        unanswered.add(question + "\n" + browser.text());
      }
    }
    Figures.atLeast(
        "page-1b",
        "questions of a reviewer answered from what the desk shows alone",
        QUESTIONS - unanswered.size(),
        "of " + QUESTIONS,
        QUESTIONS,
        String.valueOf(SEED));
    assertThat(unanswered).isEmpty();
    assertThat(complaints()).isEmpty();
  }

  /** A browser asks every site for a picture of its own, whether it names one or not. */
  private List<String> complaints() {
    return browser.complaints().stream().filter(line -> !line.contains("favicon.ico")).toList();
  }

  private boolean isAnswered(Question question) {
    browser.open("#/runs/" + question.where());
    if (!question.button().isEmpty()) {
      browser.click(".runs-body button", question.button());
    }
    try {
      browser.awaited(
          question.asked(),
          () ->
              Optional.of(browser.see(".runs-body").getText())
                  .filter(text -> text.contains(question.right())));
      return true;
    } catch (AssertionError unanswered) {
      return false;
    }
  }

  private List<Question> all() throws IOException {
    List<Question> all = new ArrayList<>();
    for (int call = 2; call <= 29; call++) {
      String where = "%s/calls/call-%d".formatted(map.run(), call);
      all.add(new Question("who asked for it", where, "", "\"" + WISH + "\""));
      all.add(new Question("who approved it", where, "", "person reviewed by chat: approved"));
      all.add(new Question("what was approved", where, "", map.plan().hash()));
      all.add(new Question("within which limits", where, "", envelope()));
      all.add(new Question("by which rule", where, "", "let through by: inside call-1"));
    }
    all.addAll(choices());
    all.addAll(numbers());
    all.addAll(ofTheRun());
    all.addAll(ofARefusal());
    return all;
  }

  /** As the file lies on the disk. */
  private String envelope() throws IOException {
    return Hash.of(Files.readAllBytes(home().instruments().resolve("pfm-pto/envelope.yaml")))
        .text();
  }

  private List<CampaignEvent> campaign() {
    return home().find(map.run()).orElseThrow().campaign();
  }

  /** What would have been chosen otherwise, worked out anew. */
  private List<Question> choices() {
    List<CampaignEvent> events = campaign();
    Decider decider = new Decider(CampaignState.of(events).orElseThrow().started().sites());
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof CampaignEvent.BatchProposed batch && batch.iteration() > 0) {
        CampaignState before = CampaignState.of(events.subList(0, i)).orElseThrow();
        Decision.Propose due = (Decision.Propose) decider.decide(before);
        Explanation.read(decider.propose(before, due).why()).choices().stream()
            .map(choice -> runnerUp(events, choice))
            .forEach(questions::add);
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
            Locale.ROOT, "site %d with value %.6g", choice.runnerUp(), choice.runnerUpValue());
    return new Question("what otherwise", "%s/calls/%s".formatted(map.run(), call), "", right);
  }

  /** From which call a reward comes. */
  private List<Question> numbers() {
    return campaign().stream()
        .filter(CampaignEvent.Measured.class::isInstance)
        .map(CampaignEvent.Measured.class::cast)
        .map(
            one ->
                new Question(
                    "from which call this number comes",
                    "%s/number?text=%s"
                        .formatted(map.run(), String.format(Locale.ROOT, "%.6g", one.reward())),
                    "",
                    "%s: reward of site %d".formatted(one.call(), one.site())))
        .toList();
  }

  private List<Question> ofTheRun() {
    Verification.Intact intact =
        (Verification.Intact)
            JournalVerifier.verify(home().place(map.run()), map.run().value(), Optional.empty());
    String proof = map.run() + "/proof";
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 4; i++) { // as often as one in ten of the others is about a call
      questions.add(new Question("is it as it was", proof, "Verify", intact.root().text()));
      questions.add(new Question("does it come out again", proof, "Recompute", "✓ "));
      questions.add(
          new Question(
              "what differs from the other run",
              "%s/compare/%s".formatted(map.run(), other.run()),
              "",
              "points, outcome"));
      questions.add(
          new Question("what moved", map.run() + "/calls?filter=effect:move", "", "of 14"));
      questions.add(
          new Question("under which ticket or root", map.run() + "", "", map.plan().hash()));
      questions.add(
          new Question(
              "where strangers' words came in", map.run() + "/untrusted", "", "No call passes."));
    }
    return questions;
  }

  private List<Question> ofARefusal() {
    List<Fact> facts = Trail.of(home().place(refused), refused).facts();
    Fact first =
        facts.stream()
            .filter(fact -> fact.event() instanceof CallEvent.Refused)
            .findFirst()
            .orElseThrow();
    long changed =
        facts.stream()
            .filter(fact -> fact.seq() > first.seq())
            .filter(fact -> fact.event() instanceof CallEvent.Dispatched)
            .count();
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      questions.add(new Question("what was refused and why", refused + "/refusals", "", REASON));
      questions.add(
          new Question(
              "which settings were changed after the first refusal",
              "%s/calls?filter=is:changing%%20after:%s".formatted(refused, first.at()),
              "",
              "of " + changed));
      questions.add(
          new Question(
              "what lay outside the plan",
              refused + "/calls?filter=is:outside-plan",
              "",
              "call-10"));
    }
    return questions;
  }

  @Test
  void everySectionFitsLightAndDarkWideAndNarrow() {
    List<String> sections =
        List.of("", "/calls", "/calls/call-7", "/compare/" + other.run(), "/proof", "/log");
    for (int width : new int[] {1280, 390}) {
      for (boolean dark : new boolean[] {false, true}) {
        browser.sized(width, 900).coloured(dark);
        browser.open("#/runs");
        browser.see(".runs-table a", map.run().value());
        shot("list", width, dark);
        for (String section : sections) {
          browser.open("#/runs/" + refused + section);
          browser.awaited("all of " + section, this::drawn);
          shot(section.isEmpty() ? "sheet" : section, width, dark);
        }
      }
    }
    assertThat(complaints()).isEmpty();
  }

  private Optional<Boolean> drawn() {
    boolean waits = !browser.all("[aria-busy]").isEmpty() || browser.all(".runs-head h1").isEmpty();
    return waits ? Optional.empty() : Optional.of(true);
  }

  private void shot(String name, int width, boolean dark) {
    browser.fits();
    String plain = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
    browser.picture("runs-%s-%d-%s".formatted(plain, width, dark ? "dark" : "light"));
  }

  @Test
  void aNumberInTheReportIsFollowedByOneClick() {
    browser.open("#/runs/" + map.run() + "/report");
    browser.see("iframe.runs-report");
    browser.awaited(
        "the report",
        () ->
            Optional.ofNullable(
                browser.run(
                    "const d = document.querySelector('iframe.runs-report').contentDocument;"
                        + "return d && d.querySelector('.facts b') ? true : null")));
    browser.run(
        "const d = document.querySelector('iframe.runs-report').contentDocument;"
            + "const b = [...d.querySelectorAll('.facts b')].find(e => e.textContent.endsWith(' s'));"
            + "const r = b.getBoundingClientRect();"
            + "b.dispatchEvent(new MouseEvent('click', {bubbles: true, clientX: r.left + 10,"
            + " clientY: r.top + r.height / 2}))");
    browser.see(".runs-sources a", "call-1");
    assertThat(browser.see(".runs-traced").findElements(By.tagName("a"))).isNotEmpty();
    assertThat(complaints()).isEmpty();
  }
}
