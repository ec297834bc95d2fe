package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Reading;
import dev.cantilever.tools.dispatch.Received;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Checks a plan as a whole: every step read strictly and asked whether it can run. */
public final class PlanCheck {

  private static final RecordType<Plan> TYPE = RecordType.of(Plan.class);

  private final CallReader reader;

  public PlanCheck(CallReader reader) {
    this.reader = reader;
  }

  /** The name of a plan by its content. */
  public static String hash(Plan plan) {
    return Hash.of(CanonicalJson.bytes(TYPE.write(plan))).text();
  }

  /** The verdict; acts on nothing. */
  public Verdict check(Proposed proposed, Bench bench) {
    List<Step> steps = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Cost predicted = Cost.NONE;
    if (proposed.steps().isEmpty()) {
      problems.add(Problem.of(ProblemCode.ARG_MISSING, "a plan needs at least one step"));
    }
    for (Proposed.RawStep raw : proposed.steps()) {
      switch (reader.read(raw.tool(), raw.arguments())) {
        case Reading.Malformed malformed -> {
          problems.addAll(malformed.problems());
          steps.add(new Step(Received.keep(raw.tool()), asReceived(raw.arguments())));
        }
        case Reading.Understood<?, ?> understood -> {
          List<Problem> reasons = reader.check(understood, bench);
          problems.addAll(reasons);
          steps.add(understood.step());
          predicted = predicted.plus(reasons.isEmpty() ? predict(understood, bench) : Cost.NONE);
        }
      }
    }
    Plan plan = new Plan(proposed.goal(), steps);
    return problems.isEmpty()
        ? new Verdict.Ready(plan, hash(plan), predicted)
        : new Verdict.Refused(plan, problems);
  }

  private static <I extends Record, O extends Record> Cost predict(
      Reading.Understood<I, O> step, Bench bench) {
    return step.entry().tool().predict(step.input(), bench);
  }

  private static JsonText asReceived(String arguments) {
    return new JsonText(
        CanonicalJson.text(JsonNodeFactory.instance.textNode(Received.keep(arguments))));
  }
}
