package dev.cantilever.agent.model;

import dev.cantilever.agent.trace.NumberTrace;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person is told before approving: which arguments of a plan stand in a text that nobody
 * vouches for, and were neither said by the person nor returned by a tool.
 */
final class FromText {

  private FromText() {}

  static List<String> lines(Plan plan, NumberTrace trace) {
    List<String> lines = new ArrayList<>();
    for (PlanText.Line line : PlanText.lines(plan)) {
      for (String detail : line.details()) {
        String value = detail.substring(detail.indexOf(':') + 1).strip().replace("\"", "");
        if (trace.isOnlyQuoted(value)) {
          lines.add(
              "from untrusted text, not from you: %s of step %s (%s)"
                  .formatted(detail, line.number(), line.words()));
        }
      }
    }
    return lines;
  }
}
