package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.web.Served;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A trip that nobody overlooks and who may end it; limits and readings in their units. */
@InABrowser
class InstrumentsPageTest {

  @TempDir private Path home;
  private Served served;
  private Browser browser;

  @BeforeEach
  void serve() {
    served = new Served(home, Limits.USUAL);
    browser = Browser.at(served.port());
  }

  @AfterEach
  void end() {
    browser.close();
    served.close();
  }

  @Test
  void aTripIsShownEverywhereAndEndedBySafetyOfficersAloneWithAReason() throws Exception {
    served.post(Role.OPERATOR, "/api/instruments/library/stop", "{\"reason\": \"smell of smoke\"}");
    browser.with(served.secret(Role.OPERATOR)).open("#/instruments");
    assertThat(browser.see(".instrument-card.latched").getText())
        .contains("library", "STOPPED", "smell of smoke");
    browser.open("#/instruments/library");
    assertThat(browser.see(".trip[role=alert]").getText())
        .contains(
            "Nothing moves until a person resets it", "smell of smoke", "since", "safety officer");
    browser.see(".reset", "A reset needs the role safety-officer; you are operator");
    assertThat(browser.see(".reset button").isEnabled()).isFalse();
    browser.picture("tripped");

    browser.with(served.secret(Role.SAFETY_OFFICER)).open("#/instruments/library");
    browser.see(".trip[role=alert]");
    browser.click(".reset button");
    assertThat(home.resolve("instruments/library/tripped")).as("without a reason").exists();
    browser.fill(".reset input", "aired the room, looked at the stage").type(Keys.ENTER);
    browser.see(".badge", "free");
    assertThat(browser.all(".trip")).isEmpty();
    assertThat(Files.readString(home.resolve("instruments/library/resets.log")))
        .contains("safety-officer", "aired the room");
  }

  @Test
  void whoWritesAReasonKeepsItWhileThePageLooksAgain() throws Exception {
    served.post(Role.OPERATOR, "/api/instruments/afm/stop", "{}");
    browser.with(served.secret(Role.SAFETY_OFFICER)).open("#/instruments/afm");
    browser.fill(".reset input", "half a sen");
    Thread.sleep(4_500); // twice as long as the page waits
    assertThat(browser.see(".reset input").getAttribute("value")).isEqualTo("half a sen");
    assertThat(browser.run("return document.activeElement.closest('.reset') !== null"))
        .isEqualTo(true);
  }

  @Test
  void theButtonOfAnInstrumentStopsThatOneAlone() {
    browser.with(served.secret(Role.OPERATOR)).open("#/instruments/pfm");
    browser.click(".stops button", "Stop pfm");
    browser.see(".trip[role=alert]");
    assertThat(home.resolve("instruments/pfm/tripped")).exists();
    assertThat(home.resolve("instruments/afm/tripped")).doesNotExist();
  }

  @Test
  void limitsAreBarsWithUnitsAndWhatATwinHasUnderItIsCalledSimulated() {
    for (boolean dark : List.of(false, true)) {
      for (int width : List.of(1280, 390)) {
        browser.sized(width, 900).coloured(dark).with(served.secret(Role.VIEWER));
        browser.open("#/instruments/afm");
        browser.see(".sight canvas");
        browser.see(".sight .badge", "simulated");
        assertThat(browser.see("[data-channel=frame_width]").getText())
            .contains("frame width", "10 nm", "20 µm", "1 µm");
        assertThat(browser.see("[data-channel=frame_width] .rail").getAttribute("aria-label"))
            .isEqualTo("frame width: 1 µm of 10 nm to 20 µm");
        browser.see(".budget-line", "0 s of 10 h");
        browser.fits().picture("afm-%d-%s".formatted(width, dark ? "dark" : "light"));
        browser.open("#/instruments");
        browser.see(".instrument-card", "stem");
        browser.fits().picture("instruments-%d-%s".formatted(width, dark ? "dark" : "light"));
      }
    }
    assertThat(browser.complaints()).allMatch(line -> line.contains("favicon.ico"));
  }

  @Test
  void nothingMovesOnThePageWhileNothingChanges() throws Exception {
    browser.with(served.secret(Role.VIEWER)).open("#/instruments/stem");
    browser.see(".sight canvas");
    browser.see(".facts", "from a copy");
    browser.see(".interlocks .badge", "ok");
    browser.run(
        "window.changes = []; new MutationObserver((all) => window.changes.push(...all.map((one) =>"
            + " one.type + ' in ' + one.target.outerHTML))).observe(document.getElementById('place'),"
            + " {childList: true, subtree: true, attributes: true})");
    Thread.sleep(5_000);
    assertThat((List<?>) browser.run("return window.changes")).isEmpty();
  }
}
