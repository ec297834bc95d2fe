package dev.cantilever.agent.request;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person reads before saying yes, line by line. */
public final class PlanCard {

  private PlanCard() {}

  /** Of a plan that was checked before; the cost is told anew. */
  public static List<String> lines(Installation installation, Plan plan) {
    return lines(PlanSheet.of(installation, plan));
  }

  private static List<String> lines(PlanSheet sheet) {
    List<String> lines = new ArrayList<>();
    if (!sheet.problems().isEmpty()) {
      steps(lines, sheet);
      lines.add("As things are now this plan cannot run:");
      sheet.problems().forEach(problem -> lines.add("  - " + problem));
      return lines;
    }
    lines.add("Plan " + sheet.hash().substring(0, "sha256:".length() + 12));
    steps(lines, sheet);
    if (!sheet.foreign().isEmpty()) {
      lines.add(
          "Words of others, which nobody vouches for, decide what is done in step "
              + String.join(", ", sheet.foreign()));
    }
    lines.add("Envelope");
    sheet.envelopes().forEach(envelope -> lines.addAll(envelope.lines()));
    lines.add("Root     " + shortened(sheet.root()));
    lines.add(sheet.autonomy());
    lines.add("Predicted cost");
    lines.add("  at most, as far as it can be told before, " + sheet.cost());
    sheet.comparisons().forEach(comparison -> lines.add("  " + comparison));
    return lines;
  }

  private static void steps(List<String> lines, PlanSheet sheet) {
    sheet.steps().forEach(step -> step.line().indented().forEach(line -> lines.add("  " + line)));
  }

  /** How much happens without a person, with what it means. */
  public static String autonomy(Autonomy level) {
    return "Autonomy %s: %s".formatted(level.name().toLowerCase(Locale.ROOT), level.words());
  }

  /** Whom the rules ask, and which of them. */
  public static String asked(Terms.Asked asked) {
    return asked.step().isEmpty()
        ? "Rules    none speaks of it (" + shortened(asked.rules()) + ")"
        : "Rules    step %s %s by rule %s (%s)"
            .formatted(asked.step(), asked.level().words(), asked.rule(), shortened(asked.rules()));
  }

  static String shortened(String hash) {
    return hash.length() > 19 ? hash.substring(0, 19) : hash;
  }
}
