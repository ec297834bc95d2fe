package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.web.Served;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every tool as a form that its schema gives, and what is refused beside its field. */
@InABrowser
class ToolFormsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps what the page would send, and sends nothing. */
  private static final String LISTEN =
      """
      window.sent = [];
      window.fetch = ((real) => (path, init = {}) => {
        if (init.method !== 'POST') return real(path, init);
        window.sent.push({ path, body: init.body });
        return Promise.resolve(new Response('{}', { status: 200 }));
      })(window.fetch);
      """;

  /** As if somebody had typed in every box what stands in it. */
  private static final String TOUCH =
      "document.querySelectorAll('form input, form textarea')"
          + ".forEach((box) => box.dispatchEvent(new Event('input')))";

  @TempDir private Path home;
  private Served served;
  private Browser browser;

  @BeforeEach
  void serve() {
    served =
        new Served(
            home, Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1)));
    browser = Browser.at(served.port()).with(served.secret(Role.OPERATOR));
  }

  @AfterEach
  void end() {
    browser.close();
    served.close();
  }

  @Test
  void theFormOfEveryToolFilledWithItsExampleSendsExactlyTheExample() throws IOException {
    browser.open("#/tools");
    browser.see(".tool-list a");
    browser.run(LISTEN);
    List<String> others = new ArrayList<>();
    int tools = 0;
    for (JsonNode tool : served.get(Role.VIEWER, "/api/tools").json().path("tools")) {
      String name = tool.path("name").asText();
      browser.run("location.hash = arguments[0]", "#/tools/" + name);
      browser.see("h1", name);
      browser.click(".example");
      JsonNode untouched = sent(tool);
      browser.run(TOUCH); // from now on every box says what it shows
      for (JsonNode given : List.of(untouched, sent(tool))) {
        if (!given.equals(tool.path("example"))) {
          others.add("%s: %s instead of %s".formatted(name, given, tool.path("example")));
        }
      }
      tools++;
    }
    assertThat(others).isEmpty();
    assertThat(tools).isGreaterThan(80);
    assertThat(browser.complaints()).noneMatch(line -> line.contains("page/views"));
  }

  /** The arguments that the form sends now: of a call, or of the one step of a plan. */
  private JsonNode sent(JsonNode tool) throws IOException {
    browser.run("window.sent = []");
    browser.click("form button[type=submit]");
    JsonNode sent =
        JSON.readTree(
            browser.awaited(
                tool.path("name").asText(),
                () ->
                    Optional.ofNullable(
                        (String)
                            browser.run(
                                "return window.sent[0] ? JSON.stringify(window.sent[0]) : null"))));
    boolean acts = !List.of("compute", "read").contains(tool.path("effect").asText());
    JsonNode body = JSON.readTree(sent.path("body").asText());
    assertThat(sent.path("path").asText())
        .isEqualTo(acts ? "/api/plans/check" : "/api/tools/" + tool.path("name").asText());
    return acts ? body.at("/steps/0/arguments") : body;
  }

  @Test
  void whatIsRefusedIsSaidBesideItsField() {
    browser.open("#/tools/pareto.front");
    browser.click(".example");
    browser.fill("[data-name=outcomes] textarea", "4 1\n3 three");
    browser.click("form button[type=submit]");
    browser.see("[data-name=outcomes] .problem", "number");
    assertThat(browser.see("[data-name=outcomes] textarea").getAttribute("aria-invalid"))
        .isEqualTo("true");
    browser.fill("[data-name=outcomes] textarea", "4 1\n3 3\n2 2");
    browser.click("form button[type=submit]");
    browser.see(".answer h2", "Result");
    assertThat(browser.all(".problem")).isEmpty();
    browser.picture("tool-result");
  }

  @Test
  void anotherKindHasOtherFieldsAndWhatIsNotGivenIsNotSent() {
    browser.open("#/tools/acquisition.evaluate");
    browser.see("h1", "acquisition.evaluate");
    String part = "[data-name=acquisition_function] ";
    browser.see(part + "p", "not given");
    browser.click(part + "button", "give");
    browser.see(part + "select");
    browser.run(
        "const box = document.querySelector(arguments[0]); box.value = 'upper_confidence_bound';"
            + " box.dispatchEvent(new Event('change'))",
        part + "select");
    browser.see(part + "[data-name=beta]");
    browser.click(part + "button", "leave out");
    assertThat(browser.all(part + "select")).isEmpty();
  }

  @Test
  void aToolThatActsBecomesAPlanOfOneStep() {
    browser.open("#/tools/stage.home");
    browser.fill("[data-name=instrument] input", "afm");
    browser.click("form button[type=submit]", "plan of one step");
    browser.see(".answer .notice", "Refused"); // it has no stage
    browser.fill("[data-name=instrument] input", "library");
    browser.click("form button[type=submit]", "plan of one step");
    browser.see(".card .steps", "stage.home");
    assertThat(served.get(Role.VIEWER, "/api/runs").json().path("runs")).isEmpty();
  }

  @Test
  void listAndFormFitWideAndNarrowAndTheSearchFinds() {
    for (boolean dark : List.of(false, true)) {
      for (int width : List.of(1280, 390)) {
        browser.sized(width, 900).coloured(dark).open("#/tools");
        browser.fill(".tool-list input", "pareto");
        browser.see(".tool-list a", "front");
        assertThat(browser.all(".tool-list a")).hasSizeLessThan(10);
        browser.fits();
        browser.open("#/tools/campaign.search");
        browser.see("h1", "campaign.search");
        browser.click(".example");
        browser.fits().picture("tool-%d-%s".formatted(width, dark ? "dark" : "light"));
      }
    }
  }
}
