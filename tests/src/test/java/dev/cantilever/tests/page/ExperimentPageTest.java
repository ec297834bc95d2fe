package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.web.Served;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A running campaign on the page: looked at, steered by hand, and asked what would have been. */
@InABrowser
class ExperimentPageTest {

  private static final String LOOPS =
      """
      {"goal": "Loops", "steps": [
        {"kind": "call", "tool": "campaign.start", "arguments":
          {"instrument": "pfm-pto", "points": %d, "seed_points": 5, "batch": 3, "restarts": 1,
           "bias_amplitude": "8.5 V"}}]}
      """;

  /** Margins of the plot inside the map, in pixels: left, top, right, bottom. */
  private static final int[] RIM = {46, 10, 88, 40};

  @TempDir private Path home;
  private Served served;
  private Browser browser;

  @BeforeEach
  void serve() {
    served =
        new Served(
            home, Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1)));
    browser = Browser.at(served.port());
    browser.sized(1280, 1800).with(served.secret(Role.OPERATOR));
  }

  @AfterEach
  void end() {
    if (browser != null) {
      assertThat(browser.complaints()).noneMatch(line -> line.contains("Content Security Policy"));
      browser.close();
    }
    served.close();
  }

  @Test
  void aRunningCampaignIsFollowedAndSteeredByClickByDrawingAndBySlider() {
    run(LOOPS.formatted(400));
    browser.open("#/work/run-0001");
    browser.see(".why", "equal to the log");
    int seen = points();
    browser.awaited("more points without a reload", () -> points() > seen ? yes() : no());
    browser.click(".controls button", "Pause");
    browser.see(".experiment .badge", "paused");

    hover(25, 25);
    assertThat(browser.see(".read-out", "site 1275").getText()).contains("x 1.02, y 1.02 µm", "±");
    click(10, 30);
    browser.see(".site-sheet", "site 1510");

    browser.click("[data-mode=visit]");
    click(7, 11);
    browser.see(".pending", "Measure site 557");
    browser.see(".why", "chosen already, the first site 557");
    int before = entries();
    browser.click(".pending button", "Apply");
    JsonNode visit = asked(1).path("body").path("change").path("change");
    assertThat(visit.path("kind").asText()).isEqualTo("visit");
    assertThat(visit.path("sites").get(0).asInt()).isEqualTo(557);
    assertThat(entries()).isGreaterThan(before);

    browser.click("[data-mode=box]");
    drag(20, 20, 30, 28);
    browser.see(".pending", "Leave out the region");
    browser.click(".pending button", "Apply");
    JsonNode avoid = asked(2).path("body").path("change").path("change");
    assertThat(avoid.path("kind").asText()).isEqualTo("avoid");
    assertThat(avoid.path("x_min").path("value").asDouble()).isBetween(0.79e-6, 0.84e-6);
    assertThat(avoid.path("y_max").path("value").asDouble()).isBetween(1.12e-6, 1.17e-6);

    int still = entries();
    slide("Response span", "0.5");
    browser.see(".pending", "response span");
    browser.see(".pending", "Nothing is written");
    browser.see(".map-figure", "previewed");
    assertThat(entries()).as("a preview writes nothing").isEqualTo(still);
    browser.picture("experiment-steered");
    browser.click(".pending button", "Discard");

    browser.click(".controls button", "Continue");
    browser.see(".course", "visit site 557");
    browser.see(".course", "a region is left out");
    browser.awaited("site 557 is measured", () -> sites().contains(557) ? yes() : no());
    browser.click(".controls button", "End this run");
    browser.see(".experiment .badge", "stopped");
    assertThat(browser.all(".steer [data-mode]")).noneMatch(WebElement::isDisplayed);
  }

  @Test
  void theKeyboardDoesWhatTheMouseDoes() {
    run(LOOPS.formatted(400));
    browser.open("#/work/run-0001");
    browser.see(".why", "Next:");
    browser.click(".controls button", "Pause");
    browser.see(".experiment .badge", "paused");
    browser.run("document.querySelector('.map').focus()");
    browser.type(Keys.ARROW_LEFT, Keys.ARROW_UP);
    browser.see(".read-out", "site 1324");
    browser.type(Keys.ENTER);
    browser.see(".site-sheet", "site 1324");
    browser.click("[data-mode=box]");
    browser.run("document.querySelector('.map').focus()");
    browser.type(Keys.ENTER);
    browser.mouse().keyDown(Keys.SHIFT).sendKeys(Keys.ARROW_RIGHT).keyUp(Keys.SHIFT).perform();
    browser.type(Keys.ARROW_UP, Keys.ENTER);
    browser.see(".pending", "Leave out the region of 224 nm × 61.2 nm");
    browser.see(".pending", "Nothing is written");
    browser.click(".pending button", "Discard");
    browser.click("[data-mode=visit]");
    browser.run("document.querySelector('.map').focus()");
    browser.type(Keys.ARROW_DOWN, Keys.ENTER);
    browser.see(".pending", "Measure site");
  }

  @Test
  void thePastTellsWhatAnotherRankingWouldHaveChosen() throws Exception {
    run(LOOPS.formatted(20));
    sealed();
    browser.open("#/work/run-0001");
    browser.see(".why", "all 20 points are measured");
    assertThat(browser.all(".controls button")).isEmpty();
    history(8);
    browser.see(".why", "equal to the log");
    browser.see(".history output", "after 8 of 20 points");
    choose("upper_confidence_bound");
    browser.see(".why", "Under this course");
    int site =
        served
            .post(
                Role.VIEWER,
                "/api/runs/run-0001/preview?points=8",
                "{\"change\": {\"kind\": \"rank\", \"acquisition_function\":"
                    + " {\"kind\": \"upper_confidence_bound\", \"beta\": 4}}}")
            .json()
            .path("sites")
            .path("then")
            .path("next")
            .get(0)
            .asInt();
    browser.see(".why", "site " + site);
    assertThat(browser.all(".pending button"))
        .extracting(WebElement::getText)
        .doesNotContain("Apply");
    click(site(4) % 50, site(4) / 50);
    browser.see(".site-sheet svg.scatter text", "bias / V");
    for (int width : new int[] {1280, 390}) {
      for (boolean dark : new boolean[] {false, true}) {
        browser.sized(width, width == 390 ? 3400 : 1900).coloured(dark).fits();
        browser.picture("experiment-%d-%s".formatted(width, dark ? "dark" : "light"));
      }
    }
  }

  @Test
  void aTradeOffShowsItsParetoFrontAndWhatIsBelieved() throws Exception {
    run(
        """
        {"goal": "Conductivity for little polymer", "steps": [
          {"kind": "call", "tool": "campaign.search", "arguments":
            {"instrument": "p3ht", "points": 12, "seed_points": 6, "policy": {"kind": "front"},
             "goals": [{"outcome": "conductivity", "direction": "maximise"},
                       {"outcome": "polymer_share", "direction": "minimise"}]}}]}
        """);
    sealed();
    browser.open("#/work/run-0001");
    browser.see("svg.scatter text", "conductivity / S/cm");
    int front = look("experiment").path("search").path("front").size();
    assertThat(browser.all("svg.scatter .mark")).hasSize(front);
    browser.see(".slices .line canvas");
    browser.fits().picture("experiment-tradeoff");
  }

  @Test
  void curvesThatVerbsHaveReadAreDrawnWithUnits() throws Exception {
    run(
        """
        {"goal": "A spectrum", "steps": [
          {"kind": "call", "tool": "stage.home", "arguments": {"instrument": "library"}},
          {"kind": "call", "tool": "raman.acquire",
           "arguments": {"instrument": "library", "exposure": "1 s", "power": "1 mW"}}]}
        """);
    sealed();
    browser.open("#/work/run-0001");
    browser.see(".readings h3", "raman.acquire");
    browser.see(".readings svg.scatter text.name");
    browser.fits().picture("experiment-readings");
  }

  private void run(String plan) {
    JsonNode checked = served.post(Role.OPERATOR, "/api/plans/check", plan).json();
    assertThat(checked.path("problems")).isEmpty();
    String hash = checked.path("hash").asText();
    assertThat(served.post(Role.OPERATOR, "/api/plans/" + hash + "/run", "").status())
        .isEqualTo(202);
  }

  private void sealed() throws InterruptedException {
    while (!served.installation().home().isSealed(new RunId("run-0001"))) {
      Thread.sleep(20);
    }
  }

  private JsonNode look(String what) {
    return served.get(Role.VIEWER, "/api/runs/run-0001/" + what).json();
  }

  /** As many as the page says. */
  private int points() {
    String text =
        browser.awaited(
            "points",
            () ->
                browser.all(".progress-row .number").stream().map(WebElement::getText).findFirst());
    return Integer.parseInt(text.substring(0, text.indexOf(' ')));
  }

  private int entries() {
    return look("log?filter=type:run.*").path("entries").size();
  }

  /** The change of course that was asked for as the n-th. */
  private JsonNode asked(int number) {
    return browser.awaited(
        "course " + number,
        () -> {
          JsonNode all = look("log?filter=type:run.course-requested").path("entries");
          return all.size() >= number ? Optional.of(all.get(number - 1)) : Optional.empty();
        });
  }

  private List<Integer> sites() {
    List<Integer> sites = new ArrayList<>();
    look("experiment")
        .path("sites")
        .path("points")
        .forEach(point -> sites.add(point.path("site").asInt()));
    return sites;
  }

  private int site(int number) {
    return sites().get(number);
  }

  /** Where a site of the first map lies from the middle of the map. */
  private int[] from(WebElement map, int column, int row) {
    double wide = map.getSize().width - RIM[0] - RIM[2];
    double high = map.getSize().height - RIM[1] - RIM[3];
    double x = RIM[0] + wide * column / 49 - map.getSize().width / 2.0;
    double y = RIM[1] + high * (1 - row / 49.0) - map.getSize().height / 2.0;
    return new int[] {(int) Math.round(x), (int) Math.round(y)};
  }

  private void hover(int column, int row) {
    WebElement map = browser.see(".map");
    int[] at = from(map, column, row);
    browser.mouse().moveToElement(map, at[0], at[1]).perform();
  }

  private void click(int column, int row) {
    WebElement map = browser.see(".map");
    int[] at = from(map, column, row);
    browser.mouse().moveToElement(map, at[0], at[1]).click().perform();
  }

  private void drag(int column, int row, int otherColumn, int otherRow) {
    WebElement map = browser.see(".map");
    int[] at = from(map, column, row);
    int[] to = from(map, otherColumn, otherRow);
    browser
        .mouse()
        .moveToElement(map, at[0], at[1])
        .clickAndHold()
        .moveToElement(map, to[0], to[1])
        .release()
        .perform();
  }

  private void slide(String label, String value) {
    set("input[aria-label='%s']".formatted(label), value, "input");
  }

  private void history(int points) {
    set(".history input", Integer.toString(points), "input");
  }

  private void choose(String kind) {
    set(".steer select", kind, "change");
  }

  private void set(String css, String value, String event) {
    browser.see(css);
    browser.run(
        "const one = document.querySelector(arguments[0]); one.value = arguments[1];"
            + " one.dispatchEvent(new Event(arguments[2]))",
        css,
        value,
        event);
  }

  private static Optional<Boolean> yes() {
    return Optional.of(true);
  }

  private static Optional<Boolean> no() {
    return Optional.empty();
  }
}
