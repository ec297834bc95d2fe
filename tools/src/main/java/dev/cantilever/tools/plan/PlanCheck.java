package dev.cantilever.tools.plan;

import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;

/** Checks a plan as a whole: every step read strictly and asked whether it can run. */
public final class PlanCheck {

  private static final RecordType<Plan> TYPE = RecordType.of(Plan.class);
  private static final double MOST_CALLS = 10_000;

  private final CallReader reader;

  public PlanCheck(CallReader reader) {
    this.reader = reader;
  }

  /** The name of a plan by its content. */
  public static String hash(Plan plan) {
    return Hash.of(CanonicalJson.bytes(TYPE.write(plan))).text();
  }

  /** How many calls a plan makes at most, those that tools make on their own account aside. */
  public static long mostCalls(Plan plan) {
    return Math.round(Steps.most(plan.steps()));
  }

  /** The verdict, with every problem at once; acts on nothing. */
  public Verdict check(Plan plan, Bench bench) {
    if (plan.steps().isEmpty()) {
      return refused(plan, ProblemCode.ARG_MISSING, "a plan needs at least one step");
    }
    if (Steps.depth(plan.steps()) > Steps.DEEPEST) {
      return refused(
          plan,
          ProblemCode.ARG_RANGE,
          "steps lie more than %d deep inside steps; write it flatter".formatted(Steps.DEEPEST));
    }
    double calls = Steps.most(plan.steps());
    if (!(calls <= MOST_CALLS)) {
      return refused(
          plan,
          ProblemCode.ARG_RANGE,
          "the plan may make %.0f calls; at most %.0f are allowed: lower at_most, or let a campaign do it"
              .formatted(calls, MOST_CALLS));
    }
    StepCheck check = new StepCheck(reader, bench, plan.steps().size() > 1);
    StepCheck.Checked checked = check.all(plan.steps());
    Plan canonical = new Plan(plan.goal(), checked.steps());
    return check.problems().isEmpty()
        ? new Verdict.Ready(canonical, hash(canonical), checked.predicted())
        : new Verdict.Refused(canonical, check.problems());
  }

  private static Verdict refused(Plan plan, ProblemCode code, String message) {
    return new Verdict.Refused(plan, List.of(Problem.of(code, message)));
  }
}
