package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.web.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every view, light and dark, wide and as narrow as a telephone. Pictures are put under {@code
 * target/page}, to be looked at.
 */
@InABrowser
class EveryViewTest {

  private static final Limits UNHURRIED =
      Limits.USUAL.with(new Limits.Rate(100_000, 1_000), new Limits.Rate(100_000, 1_000));

  /** A name of the picture, the address, and what is there once the view is whole. */
  private static final Map<String, String[]> VIEWS = views();

  @TempDir private Path home;

  @Test
  void noViewIsTooWideOrJumpsOrComplains() {
    try (Served served = new Served(home, UNHURRIED);
        Browser browser = Browser.at(served.port())) {
      Campaigns.run(served, 40);
      String hash = Campaigns.checked(served, 20);
      browser.with(served.secret(Role.SAFETY_OFFICER));
      List<String> wrong = new ArrayList<>();
      double worst = 0;
      int pictures = 0;
      for (int width : new int[] {1280, 390}) {
        for (boolean dark : new boolean[] {false, true}) {
          browser.sized(width, width < 700 ? 844 : 900).coloured(dark);
          for (Map.Entry<String, String[]> view : VIEWS.entrySet()) {
            browser.open("").open(view.getValue()[0].replace("PLAN", hash));
            browser.see(view.getValue()[1]);
            worst = Math.max(worst, browser.settled().jumps());
            String name = "%s-%d-%s".formatted(view.getKey(), width, dark ? "dark" : "light");
            browser.picture(name);
            pictures++;
            wrong.addAll(browser.flaws().stream().map(flaw -> name + ": " + flaw).toList());
          }
        }
      }
      wrong.addAll(browser.complaints());
      Figures.atMost(
          "page-2a",
          "views too wide, overlapping or complaining",
          wrong.size(),
          "of " + pictures,
          0,
          "-");
      Figures.atMost(
          "page-2b", "worst layout shift of a view while it loads", worst, "CLS", 0.1, "-");
      assertThat(wrong).isEmpty();
      assertThat(worst).isLessThanOrEqualTo(0.1);
    }
  }

  private static Map<String, String[]> views() {
    Map<String, String[]> views = new LinkedHashMap<>();
    views.put("work", new String[] {"#/work", ".experiment canvas"});
    views.put("plan", new String[] {"#/approvals/plan/PLAN", ".card .rehearsal li"});
    views.put("approvals", new String[] {"#/approvals", ".approvals h2"});
    views.put("runs", new String[] {"#/runs", ".runs table"});
    views.put("run", new String[] {"#/runs/run-0001", ".runs h2"});
    views.put("calls", new String[] {"#/runs/run-0001/calls", ".runs table"});
    views.put("call", new String[] {"#/runs/run-0001/calls/call-3", ".runs h2"});
    views.put("instruments", new String[] {"#/instruments", ".instruments h2"});
    views.put("instrument", new String[] {"#/instruments/afm", ".instruments h2"});
    views.put("tools", new String[] {"#/tools", ".tools a"});
    views.put("tool", new String[] {"#/tools/pareto.front", ".tools form"});
    views.put("report", new String[] {"#/reports/run-0001", ".reports iframe"});
    return views;
  }
}
