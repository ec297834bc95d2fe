package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.web.Served;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports in the page: shown, printed, and followed to the calls that they rest on. */
@InABrowser
class ReportsPageTest {

  private static final String PLAN =
      """
      {"goal": "One spectrum <img src=x onerror=alert(1)>", "steps": [
        {"kind": "call", "tool": "stage.home", "arguments": {"instrument": "library"}},
        {"kind": "call", "tool": "raman.acquire",
         "arguments": {"instrument": "library", "exposure": "1 s", "power": "1 mW"}}]}
      """;

  @TempDir private Path home;
  private Served served;
  private Browser browser;

  @BeforeEach
  void serve() throws InterruptedException {
    served = new Served(home, Limits.USUAL);
    browser = Browser.at(served.port()).with(served.secret(Role.OPERATOR));
    String hash = served.post(Role.OPERATOR, "/api/plans/check", PLAN).json().path("hash").asText();
    served.post(Role.OPERATOR, "/api/plans/" + hash + "/run", "");
    for (int i = 0; i < 200; i++) {
      if (served.get(Role.VIEWER, "/api/runs/run-0001").text().contains("\"completed\"")) {
        return;
      }
      Thread.sleep(50);
    }
    throw new AssertionError("it never ended");
  }

  @AfterEach
  void end() {
    browser.close();
    served.close();
  }

  @Test
  void aClickOnACallInTheReportOpensThatCall() {
    browser.open("#/reports").click(".report-list a", "run-0001");
    browser.awaited("the report", this::firstLink);
    browser.picture("report");
    browser.run(
        "document.querySelector('iframe.report').contentDocument.querySelector('a[data-call]').click()");
    assertThat(browser.run("return location.hash")).isEqualTo("#/runs/run-0001/calls/call-2");
  }

  private Optional<Object> firstLink() {
    return Optional.ofNullable(
        browser.run(
            "const frame = document.querySelector('iframe.report'); const link = frame &&"
                + " frame.contentDocument && document.querySelector('.calls-of-report a') &&"
                + " frame.contentDocument.querySelector('a[data-call]'); return link ?"
                + " link.textContent : null"));
  }

  @Test
  void nothingInAReportRunsAndItsStyleHolds() {
    browser.open("#/reports/run-0001");
    browser.awaited("the report", this::firstLink);
    assertThat(browser.see("iframe.report").getAttribute("sandbox")).doesNotContain("scripts");
    assertThat(
            browser.run(
                "const doc = document.querySelector('iframe.report').contentDocument; return"
                    + " [doc.images.length, doc.scripts.length,"
                    + " doc.defaultView.getComputedStyle(doc.querySelector('.facts')).display].join()"))
        .isEqualTo("0,0,flex");
    assertThat(browser.complaints()).noneMatch(line -> line.contains("Security Policy"));
    for (boolean dark : List.of(false, true)) {
      for (int width : List.of(1280, 390)) {
        browser.sized(width, 900).coloured(dark).open("#/reports/run-0001");
        browser.awaited("the report", this::firstLink);
        browser.fits().picture("report-%d-%s".formatted(width, dark ? "dark" : "light"));
      }
    }
  }

  @Test
  void printedItIsPagesOfA4WithoutWhatOnlyAScreenNeeds() throws Exception {
    Path page = home.resolve("report.html");
    Files.writeString(page, served.get(Role.VIEWER, "/api/runs/run-0001/report").text());
    Path pdf = home.resolve("report.pdf");
    Path chromium = Path.of("/usr/bin/chromium");
    Assumptions.assumeTrue(Files.isExecutable(chromium), "Chromium is not installed");
    Process printing =
        new ProcessBuilder(
                chromium.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--no-pdf-header-footer",
                "--user-data-dir=" + home.resolve("browser"),
                "--print-to-pdf=" + pdf,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(home.resolve("printing.log").toFile())
            .start();
    assertThat(printing.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String text = new String(Files.readAllBytes(pdf), StandardCharsets.ISO_8859_1);
    assertThat(text)
        .startsWith("%PDF-")
        .containsPattern("/MediaBox ?\\[0 0 59[45][.0-9]* 84[12][.0-9]*]");
  }
}
