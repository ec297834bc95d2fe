package dev.cantilever.tools.plan;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** In which lines two plans differ. */
public final class PlanDiff {

  private static final int CONTEXT = 3;

  private PlanDiff() {}

  /** A unified difference of what {@link PlanText} says; nothing where the plans are equal. */
  public static List<String> lines(Plan from, Plan to) {
    List<String> before = text(from);
    List<String> after = text(to);
    return UnifiedDiffUtils.generateUnifiedDiff(
        PlanCheck.hash(from), PlanCheck.hash(to), before, DiffUtils.diff(before, after), CONTEXT);
  }

  private static List<String> text(Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(plan.goal());
    lines.addAll(PlanText.indented(plan));
    return lines;
  }
}
