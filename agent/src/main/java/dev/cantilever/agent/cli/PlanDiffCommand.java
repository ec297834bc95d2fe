package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.tools.plan.PlanDiff;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plan diff PLAN PLAN}. */
@Command(
    name = "diff",
    description = "Shows in which lines two plans differ; exit code 1 where they do.")
final class PlanDiffCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Parameters(index = "0", paramLabel = "FROM", description = "A file or a run.")
  private String from;

  @Parameters(index = "1", paramLabel = "TO", description = "A file or a run.")
  private String to;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    Optional<Plan> before = read(from, installation, screen);
    Optional<Plan> after = read(to, installation, screen);
    if (before.isEmpty() || after.isEmpty()) {
      return ExitCode.REFUSED;
    }
    List<String> lines = PlanDiff.lines(before.get(), after.get());
    lines.forEach(screen::say);
    return lines.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private static Optional<Plan> read(String name, Installation installation, Screen screen) {
    return switch (PlanArgument.read(name, installation.home())) {
      case Parsed.Invalid<Plan> invalid -> {
        screen.say(name + " is no plan:");
        screen.problems(invalid.problems());
        yield Optional.empty();
      }
      case Parsed.Valid<Plan> valid -> Optional.of(canonical(valid.value(), installation));
    };
  }

  /** With units converted and defaults written out, so that only what matters differs. */
  private static Plan canonical(Plan plan, Installation installation) {
    try (Desk desk = installation.desk()) {
      return desk.check(plan).plan();
    }
  }
}
