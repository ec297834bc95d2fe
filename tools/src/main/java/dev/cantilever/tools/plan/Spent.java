package dev.cantilever.tools.plan;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.dispatch.Aim;
import dev.cantilever.tools.instrument.AcquireLoop;
import dev.cantilever.tools.instrument.EvaluateCondition;
import dev.cantilever.tools.instrument.MoveProbe;
import dev.cantilever.tools.instrument.VerbTool;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a run has used up so far, from the results in its journal. */
public final class Spent {

  private final Map<InstrumentId, Cost> costs = new LinkedHashMap<>();
  private final Map<InstrumentId, SurfacePoint> last = new LinkedHashMap<>();

  /** Nothing so far; calls are {@link #add added} in their order. */
  public Spent() {}

  /** By instrument, in the order in which they were first used. */
  public static Map<InstrumentId, Cost> of(RunState run) {
    Spent spent = new Spent();
    run.calls().forEach(spent::add);
    return spent.costs;
  }

  /** By instrument, in the order in which they were first used. */
  public Map<InstrumentId, Cost> costs() {
    return Collections.unmodifiableMap(costs);
  }

  /** What one more call has used up; nothing where it has no result. */
  public void add(CallState call) {
    if (call.result().isEmpty()) {
      return;
    }
    switch (call.tool()) {
      case "instrument.acquire" -> {
        TimeSpan duration = AcquireLoop.readOutput(call.result().get()).duration();
        add(
            AcquireLoop.readInput(call.arguments().orElseThrow()).instrument(),
            new Cost(duration, new Length(0), 1));
      }
      case "instrument.move" -> {
        InstrumentId instrument = MoveProbe.readInput(call.arguments().orElseThrow()).instrument();
        SurfacePoint now = MoveProbe.readOutput(call.result().get()).position();
        SurfacePoint before = last.getOrDefault(instrument, now);
        last.put(instrument, now);
        add(instrument, new Cost(new TimeSpan(0), before.distanceTo(now), 0));
      }
      case "instrument.evaluate" -> {
        TimeSpan duration = EvaluateCondition.readOutput(call.result().get()).duration();
        add(
            EvaluateCondition.readInput(call.arguments().orElseThrow()).instrument(),
            new Cost(duration, new Length(0), 0));
      }
      default -> {
        if (VerbTool.isVerb(call.tool())) {
          Aim.of(call.arguments().orElseThrow())
              .ifPresent(
                  instrument ->
                      add(instrument, VerbTool.readOutput(call.result().get()).debited()));
        }
      }
    }
  }

  private void add(InstrumentId instrument, Cost cost) {
    costs.merge(instrument, cost, Cost::plus);
  }
}
