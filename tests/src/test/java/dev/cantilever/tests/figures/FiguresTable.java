package dev.cantilever.tests.figures;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.page.Browser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs after all other tests: prints every figure. Fails where a promise was not measured or not
 * kept; a time that a slow machine exceeds is printed and does not fail the build, and neither does
 * a figure of the other tiers.
 */
@Tag("figures")
class FiguresTable {

  private static final List<String> PROMISED =
      List.of(
          "first-light-1a",
          "first-light-1b",
          "first-light-2a",
          "first-light-2b",
          "first-light-2c",
          "first-light-3a",
          "first-light-3b",
          "first-light-3c",
          "first-light-4a",
          "first-light-4b",
          "first-light-5",
          "first-light-6a",
          "first-light-6b",
          "bayesian-core-1",
          "bayesian-core-2",
          "bayesian-core-3",
          "door-1a",
          "door-1b",
          "door-2a",
          "door-2b",
          "door-2c",
          "door-2d",
          "door-2f",
          "door-2g",
          "door-3a",
          "door-3b",
          "door-3c",
          "door-3d",
          "door-3e",
          "door-3f",
          "door-3g",
          "door-3h",
          "door-3i",
          "door-3j",
          "door-3k",
          "door-3m",
          "door-3n",
          "door-3o",
          "door-4a",
          "door-4b",
          "door-4c",
          "door-4d",
          "door-6",
          "runtime-1",
          "runtime-2a",
          "runtime-2c",
          "runtime-3a",
          "runtime-3b",
          "runtime-3c",
          "runtime-3d",
          "runtime-3e",
          "runtime-3f",
          "runtime-4a",
          "runtime-4b",
          "runtime-4c",
          "runtime-5a",
          "runtime-5b",
          "runtime-5c",
          "runtime-5d",
          "page-3f",
          "page-4b",
          "page-4c",
          "page-5a",
          "page-5b",
          "page-5c",
          "page-5d",
          "runtime-8a");

  /** Those for which a browser must be installed. */
  private static final Set<String> IN_A_BROWSER =
      Set.of(
          "page-1a", "page-1b", "page-1c", "page-1d", "page-2a", "page-2b", "page-4a", "page-4d");

  private static final Set<String> TIMES = Set.of("ms", "s");

  @Test
  void everyPromiseIsMeasuredAndKept() {
    Instant started = Instant.parse(System.getProperty("build.started"));
    Figures.atMost(
        "first-light-6a",
        "mvn verify, from its start to this table",
        Duration.between(started, Instant.now()).toMillis() / 1000.0,
        "s",
        300,
        "-");
    List<Figure> figures = Figures.all();
    System.out.println(Figures.publish(figures));
    assertThat(figures.stream().map(Figure::id)).containsAll(PROMISED);
    if (Browser.isHere()) {
      assertThat(figures.stream().map(Figure::id)).containsAll(IN_A_BROWSER);
    } else {
      System.out.println("Not measured, for Chromium is not installed: " + IN_A_BROWSER);
    }
    assertThat(figures)
        .filteredOn(figure -> figure.tier().equals("fast"))
        .filteredOn(figure -> !TIMES.contains(figure.unit()))
        .allMatch(Figure::holds);
  }
}
