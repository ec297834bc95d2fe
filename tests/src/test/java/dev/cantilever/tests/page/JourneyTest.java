package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.web.Served;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A day's work in one window: said, approved, watched, steered, stopped, reported. */
@InABrowser
class JourneyTest {

  private static final Limits UNHURRIED =
      Limits.USUAL.with(new Limits.Rate(100_000, 1_000), new Limits.Rate(100_000, 1_000));

  @TempDir private Path home;

  @Test
  void aSentenceBecomesAReport() {
    try (Served served = new Served(home, UNHURRIED);
        Browser browser = Browser.at(served.port())) {
      browser.with(served.secret(Role.SAFETY_OFFICER)).sized(1280, 900).open("#/work");

      browser.fill(".say textarea", "Map the loop area of the film, 400 points").type(Keys.ENTER);
      browser.see(".card .rehearsal li");
      browser.click(".card .approve");

      browser.see(".experiment .badge", "running");
      browser.click(".controls button", "Pause");
      browser.see(".experiment .badge", "paused");
      browser.see(".experiment canvas");
      int before = measured(served);
      assertThat(before).isPositive();

      browser.click("[data-mode=visit]");
      browser.run(
          "const map = document.querySelector('.map-figure [tabindex]'); map.focus();"
              + " map.scrollIntoView({block: 'center'})");
      browser.type(Keys.ARROW_RIGHT, Keys.ARROW_UP, Keys.ENTER);
      browser.click(".pending button", "Apply");
      browser.click(".controls button", "Continue");
      browser.see(".course li", "visit");
      browser.awaited(
          "more points", () -> measured(served) > before ? Optional.of(true) : Optional.empty());
      assertThat(steered(served)).isOne();
      browser.picture("journey-steered");

      browser.type(Keys.F9);
      browser.see("#latched", "STOPPED");
      browser.see(".experiment .badge:not(.good)");
      browser.picture("journey-stopped");

      browser.open("#/reports/run-0001");
      browser.see("iframe");
      browser.picture("journey-report");
      assertThat(browser.complaints()).isEmpty();
      Figures.atMost(
          "page-1a", "steps of a day's work that fail in the browser", 0, "of 6", 0, "-");
    }
  }

  private static JsonNode run(Served served) {
    return served.get(Role.VIEWER, "/api/runs/run-0001").json();
  }

  private static int measured(Served served) {
    return run(served).path("line").path("measured").asInt();
  }

  private static long steered(Served served) {
    return served
        .get(Role.VIEWER, "/api/runs/run-0001/log?filter=type:campaign.steered")
        .json()
        .path("entries")
        .size();
  }
}
