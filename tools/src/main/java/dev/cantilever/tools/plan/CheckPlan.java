package dev.cantilever.tools.plan;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.tool.Tool;
import dev.cantilever.tools.tool.ToolCard;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;
import java.util.Optional;

/** {@code plan.check}: whether a plan could run; who has the hash can ask a person to run it. */
public final class CheckPlan implements Tool<Plan, CheckPlan.Output> {

  /** Its name. */
  public static final String NAME = "plan.check";

  private static final RecordType<Plan> INPUT = RecordType.forTool(Plan.class);
  private static final RecordType<Output> OUTPUT = RecordType.of(Output.class);

  private final PlanCheck check;

  /** A check of plans that call these tools. */
  public CheckPlan(Catalogue catalogue) {
    this.check = new PlanCheck(new CallReader(catalogue));
  }

  /**
   * The verdict.
   *
   * @param hash of the plan in canonical form; absent where it cannot run
   * @param predicted the most that it would use up, as far as it can be told before
   * @param problems every reason why it cannot run
   */
  public record Output(Optional<String> hash, Optional<Cost> predicted, List<Problem> problems) {

    public Output {
      problems = List.copyOf(problems);
    }
  }

  /** Reads a journalled argument back. */
  static Plan readInput(JsonText json) {
    return INPUT.ours(json);
  }

  /** Reads a journalled result back. */
  static Output readOutput(JsonText json) {
    return OUTPUT.ours(json);
  }

  @Override
  public ToolCard<Plan, Output> card() {
    return new ToolCard<>(
        NAME,
        "Checks a plan as a whole and tells every problem at once, or its hash and cost. Acts on"
            + " nothing; a person runs a checked plan with ./cantilever plan run and its hash.",
        Effect.READ,
        Plan.class,
        Output.class,
        "{\"goal\": \"Where does the probe stand?\", \"steps\": [{\"kind\": \"call\","
            + " \"tool\": \"instrument.state\", \"arguments\": {\"instrument\": \"pfm-pto\"}}]}");
  }

  @Override
  public ToolResult<Output> run(Plan input, CallContext context) {
    return ToolResult.of(
        switch (check.check(input, context.bench())) {
          case Verdict.Ready ready ->
              new Output(Optional.of(ready.hash()), Optional.of(ready.predicted()), List.of());
          case Verdict.Refused refused ->
              new Output(Optional.empty(), Optional.empty(), refused.problems());
        });
  }
}
