package dev.cantilever.agent.request;

import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.rehearsal.Rehearsed;
import dev.cantilever.tools.rehearsal.Spread;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came of a rehearsal, as lines for people. */
public final class RehearsalText {

  private RehearsalText() {}

  /** With the place of the pictures. */
  public static List<String> of(Rehearsed rehearsed) {
    List<String> lines = new ArrayList<>(withoutPictures(rehearsed));
    if (rehearsed instanceof Rehearsed.Ran ran) {
      lines.add("pictures of where it went: " + ran.page());
    }
    return lines;
  }

  /** For whoever is not at this machine. */
  public static List<String> withoutPictures(Rehearsed rehearsed) {
    return switch (rehearsed) {
      case Rehearsed.NoStage none -> List.of("not rehearsed: " + none.reason());
      case Rehearsed.Refused refused ->
          refused.problems().stream().map(Problem::message).map("refused: "::concat).toList();
      case Rehearsed.Ran ran -> ran(ran);
    };
  }

  private static List<String> ran(Rehearsed.Ran ran) {
    List<String> lines = new ArrayList<>();
    String status = ran.status().name().toLowerCase(Locale.ROOT);
    lines.add(
        ran.cutShort()
            ? "as far as it went in a few seconds, without a refusal"
            : "%s %s".formatted(status, ran.reason()).strip());
    ran.spent()
        .forEach((instrument, cost) -> lines.add("%s: %s".formatted(instrument, cost.inWords())));
    ran.times()
        .forEach((instrument, spread) -> lines.add("%s: %s".formatted(instrument, words(spread))));
    ran.findings().forEach(one -> lines.add("%s = %s".formatted(one.name(), value(one))));
    return lines;
  }

  private static String words(Spread spread) {
    return String.format(
        Locale.ROOT,
        "instrument time %.4g s, 5 to 95 %% %.4g to %.4g s, of %d rehearsals",
        spread.median(),
        spread.low(),
        spread.high(),
        spread.times());
  }

  private static String value(StepEvent.Measured finding) {
    return PlanText.value(StrictJson.ours(finding.value().canonical()));
  }
}
