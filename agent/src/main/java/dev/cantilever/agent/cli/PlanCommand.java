package dev.cantilever.agent.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plan …}. */
@Command(
    name = "plan",
    description = "Reads, checks, compares and runs plans, which are YAML or JSON files.",
    subcommands = {
      PlanCheckCommand.class,
      PlanShowCommand.class,
      PlanDiffCommand.class,
      PlanRehearseCommand.class,
      PlanRequestCommand.class,
      PlanRunCommand.class,
      PlanSchemaCommand.class
    })
final class PlanCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "say which: check, show, diff, rehearse, request, run, schema");
  }
}
