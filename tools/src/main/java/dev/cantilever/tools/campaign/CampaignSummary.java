package dev.cantilever.tools.campaign;

import dev.cantilever.tools.instrument.AcquireLoop;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where a campaign stands.
 *
 * @param outcome why it ended, or {@code running}
 * @param points how many were asked for
 * @param pool how many sites there are
 * @param iterations batches proposed after the initial design
 * @param bestSite the site of largest reward
 * @param bestReward that reward
 * @param instrumentTime that its acquisitions of data took
 * @param rewardDefinition exactly what was maximised
 */
public record CampaignSummary(
    String outcome,
    int measured,
    int masked,
    int points,
    int pool,
    int iterations,
    Optional<Integer> bestSite,
    Optional<Double> bestReward,
    TimeSpan instrumentTime,
    String rewardDefinition) {

  /** For writing it down. */
  public static final RecordType<CampaignSummary> TYPE = RecordType.of(CampaignSummary.class);

  /** Of a campaign in its run. */
  public static CampaignSummary of(CampaignState state, RunState run) {
    CampaignSpecification specification = state.specification();
    return new CampaignSummary(
        state.finished().map(end -> end.reason()).orElse("running"),
        state.measured().size(),
        state.masked().size(),
        specification.points(),
        state.started().sites().size(),
        Math.max(0, state.batches().size() - 1),
        state.best().map(Measured::site),
        state.best().map(Measured::reward),
        instrumentTime(state, run),
        specification.reward().inWords());
  }

  /** Sum of the durations that the instrument gave, exact in decimal. */
  private static TimeSpan instrumentTime(CampaignState state, RunState run) {
    BigDecimal seconds = BigDecimal.ZERO;
    for (CallState call : run.calls()) {
      boolean ours = call.parent().equals(Optional.of(state.started().call()));
      if (ours && call.tool().equals("instrument.acquire") && call.result().isPresent()) {
        TimeSpan duration = AcquireLoop.readOutput(call.result().get()).duration();
        seconds = seconds.add(new BigDecimal(Double.toString(duration.seconds())));
      }
    }
    return new TimeSpan(seconds.doubleValue());
  }
}
