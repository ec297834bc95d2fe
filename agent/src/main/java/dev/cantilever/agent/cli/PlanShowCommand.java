package dev.cantilever.agent.cli;

import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan show PLAN}. */
@Command(
    name = "show",
    description = "Shows the steps of a plan; with --yaml, as a file that plan run takes.")
final class PlanShowCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private PlanArgument plan;

  @Option(names = "--yaml", description = "As YAML.")
  private boolean yaml;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    return plan.with(
        home.installation(),
        screen,
        read -> {
          shown(read).forEach(screen::say);
          return ExitCode.OK;
        });
  }

  private List<String> shown(Plan read) {
    return yaml
        ? PlanDocument.write(read).lines().toList()
        : Stream.concat(Stream.of(read.goal()), PlanText.indented(read).stream()).toList();
  }
}
