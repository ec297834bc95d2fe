package dev.cantilever.agent.cli;

import dev.cantilever.tools.plan.PlanDocument;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code plan schema}. */
@Command(
    name = "schema",
    description = "The JSON Schema of a plan, for editors and for programs that write plans.")
final class PlanSchemaCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    new Screen(System.out, System.err).json(PlanDocument.schema());
    return ExitCode.OK;
  }
}
