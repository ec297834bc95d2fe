package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.rehearsal.Rehearsed;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.StepEvent;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plan rehearse PLAN}. */
@Command(
    name = "rehearse",
    description = "Runs a plan on copies of simulated instruments and tells what would come of it.")
final class PlanRehearseCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private PlanArgument plan;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    return plan.with(
        installation,
        screen,
        read -> told(installation.rehearsal(screen.progressBar()).of(read), screen));
  }

  private static String value(StepEvent.Measured finding) {
    return PlanText.value(StrictJson.ours(finding.value().canonical()));
  }

  private static String word(RunStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  private static int told(Rehearsed rehearsed, Screen screen) {
    return switch (rehearsed) {
      case Rehearsed.NoStage none -> {
        screen.say("This cannot be rehearsed: " + none.reason());
        yield ExitCode.REFUSED;
      }
      case Rehearsed.Refused refused -> {
        screen.say("This cannot be done:");
        screen.problems(refused.problems());
        yield ExitCode.REFUSED;
      }
      case Rehearsed.Ran ran -> {
        screen.say("Rehearsed %s %s".formatted(word(ran.status()), ran.reason()).strip());
        ran.spent()
            .forEach(
                (instrument, cost) -> screen.say("  %s: %s".formatted(instrument, cost.inWords())));
        ran.findings().forEach(one -> screen.say("  %s = %s".formatted(one.name(), value(one))));
        screen.say("Pictures " + ran.page());
        yield ran.status() == RunStatus.COMPLETED ? ExitCode.OK : ExitCode.FAILED;
      }
    };
  }
}
