package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.Program;
import dev.cantilever.tests.web.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long somebody waits who opens the page, or starts its server. */
@InABrowser
@Tag("timed")
class OpeningTest {

  private static final int TIMES = 5;

  /** Seconds from asking for the page until a map has colours. */
  private static final String DRAWN =
      """
      return new Promise((done) => {
        const look = () => {
          const canvas = [...document.querySelectorAll('.experiment canvas')].find((one) => one.width > 50);
          const middle = canvas?.getContext('2d').getImageData(canvas.width / 3, canvas.height / 2, 1, 1).data;
          if (middle?.[3] > 0) done(performance.now() / 1000);
          else requestAnimationFrame(look);
        };
        look();
      })""";

  @TempDir private Path home;

  @Test
  void theFirstChartIsDrawnAtOnce() {
    try (Served served = new Served(home, Limits.USUAL);
        Browser browser = Browser.at(served.port())) {
      Campaigns.run(served, 60);
      browser.with(served.secret(Role.OPERATOR));
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < TIMES; i++) {
        browser.open("#/work");
        seconds.add(((Number) browser.run(DRAWN)).doubleValue());
        browser.open("page/vendor/uPlot-LICENSE.txt");
      }
      double first = seconds.getFirst();
      Figures.atMost(
          "page-4a",
          "page opened until its first chart is drawn, median",
          middle(seconds),
          "s",
          1,
          "-");
      Figures.atMost("page-4d", "the same for the first who opens it", first, "s", 2, "-");
      assertThat(seconds).hasSize(TIMES);
    }
  }

  @Test
  void theServerIsThereAtOnce() throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      seconds.add(started());
    }
    Figures.atMost(
        "page-4b", "server started until it can be opened, median", middle(seconds), "s", 2, "-");
  }

  private double started() throws IOException, InterruptedException {
    Path out = home.resolve("said");
    Files.writeString(out, "");
    long begun = System.nanoTime();
    Process process = new Program(home.resolve("started")).start(out, "serve", "--port", "0");
    try {
      while (!Files.readString(out).contains("Open http://")) {
        assertThat(process.isAlive()).isTrue();
        Thread.sleep(5);
      }
      return (System.nanoTime() - begun) / 1e9;
    } finally {
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static double middle(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
