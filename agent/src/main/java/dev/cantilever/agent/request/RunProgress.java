package dev.cantilever.agent.request;

import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.run.TimeLeft;
import dev.cantilever.tools.search.SearchState;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How far a run is: one for every call of its plan, and one for every point of a campaign instead
 * of the call that does the campaign.
 *
 * @param done of {@code planned}
 * @param planned at most, as far as it is known by now
 */
public record RunProgress(long done, long planned, String words) {

  private static final Set<String> CAMPAIGNS = Set.of("campaign.start", "campaign.search");

  /** Of a run as its journal tells. */
  public static RunProgress of(RunState run) {
    Plan plan = run.opened().orElseThrow().plan();
    List<CallState> steps = run.calls().stream().filter(call -> call.step().isPresent()).toList();
    long ended = steps.stream().filter(call -> call.last().isPresent()).count();
    long calls = PlanCheck.mostCalls(plan);
    return campaign(run)
        .map(
            points -> {
              long inside = campaignHasEnded(steps) ? 1 : 0;
              return new RunProgress(
                  ended - inside + points.done(), calls - 1 + points.planned(), points.words());
            })
        .orElseGet(() -> new RunProgress(ended, calls, words(ended, calls, steps)));
  }

  private static Optional<RunProgress> campaign(RunState run) {
    Optional<RunProgress> map =
        CampaignState.of(run.campaign())
            .map(state -> points(run, state.done(), state.specification().points()));
    return map.or(
        () ->
            SearchState.of(run.search())
                .map(state -> points(run, state.done(), state.specification().points())));
  }

  /** Of the campaign that it does; empty where it does none or nothing can be told yet. */
  public static Optional<TimeLeft> timeLeft(RunState run) {
    return campaign(run)
        .flatMap(points -> TimeLeft.of(run.pointTimes(), (int) (points.planned() - points.done())));
  }

  private static RunProgress points(RunState run, int done, int planned) {
    String left =
        TimeLeft.of(run.pointTimes(), planned - done).map(time -> ", " + time.inWords()).orElse("");
    return new RunProgress(done, planned, "%d of %d points%s".formatted(done, planned, left));
  }

  private static boolean campaignHasEnded(List<CallState> steps) {
    return steps.stream()
        .anyMatch(call -> CAMPAIGNS.contains(call.tool()) && call.last().isPresent());
  }

  private static String words(long ended, long calls, List<CallState> steps) {
    String now = steps.isEmpty() ? "" : ": " + steps.getLast().tool();
    return "%d of %d calls%s".formatted(ended, calls, now);
  }
}
