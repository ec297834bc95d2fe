package dev.cantilever.agent.cli;

import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.instrument.AcquireLoop;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.run.TimeLeft;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.SearchEvent;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Shows how far a campaign is: redrawn in place on a terminal, one line per tenth elsewhere. Goes
 * to standard error, so that standard output stays readable for programs.
 */
final class ProgressBar implements Consumer<RunState> {

  private static final int WIDTH = 16;

  private final PrintStream out;
  private final boolean terminal;
  private int shown = -1;

  ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public void accept(RunState run) {
    if (!run.campaign().isEmpty() && isWorthShowing(run.campaign().getLast())) {
      CampaignState campaign = CampaignState.of(run.campaign()).orElseThrow();
      int points = campaign.specification().points();
      String best =
          campaign
              .best()
              .map(b -> String.format(Locale.ROOT, "  best %.4g", b.reward()))
              .orElse("");
      show(run, campaign.done(), points, best, saved(run, campaign, points));
    } else if (!run.search().isEmpty() && isWorthShowing(run.search().getLast())) {
      SearchState search = SearchState.of(run.search()).orElseThrow();
      show(run, search.done(), search.specification().points(), "", "");
    }
  }

  private static boolean isWorthShowing(Event last) {
    return last instanceof CampaignEvent.Measured
        || last instanceof CampaignEvent.BatchProposed
        || last instanceof SearchEvent.Observed
        || last instanceof SearchEvent.Proposed;
  }

  private void show(RunState run, int done, int points, String best, String saved) {
    int step = terminal ? done : done * 10 / points;
    if (step == shown) {
      return;
    }
    shown = step;
    int filled = done * WIDTH / points;
    String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
    List<Duration> times = run.proposalTimes();
    String iteration =
        times.isEmpty() ? "" : "  %d ms/iteration".formatted(times.getLast().toMillis());
    String left =
        TimeLeft.of(run.pointTimes(), points - done).map(time -> "  " + time.inWords()).orElse("");
    String line =
        "%s %d/%d points%s%s%s%s   ".formatted(bar, done, points, best, iteration, saved, left);
    out.print(terminal ? "\r" + line + (done == points ? "\n" : "") : line + "\n");
    out.flush();
  }

  /** Instrument time that measuring every site would have cost and this campaign does not. */
  private static String saved(RunState run, CampaignState campaign, int points) {
    int spared = campaign.started().sites().size() - points;
    return run.calls().reversed().stream()
        .filter(call -> call.tool().equals("instrument.acquire"))
        .flatMap(call -> call.result().stream())
        .findFirst()
        .map(result -> AcquireLoop.readOutput(result).duration().seconds())
        .map(seconds -> String.format(Locale.ROOT, "  saves %,.0f s", spared * seconds))
        .orElse("");
  }
}
