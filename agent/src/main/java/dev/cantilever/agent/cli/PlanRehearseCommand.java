package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.request.RehearsalText;
import dev.cantilever.tools.rehearsal.Effort;
import dev.cantilever.tools.rehearsal.Rehearsed;
import dev.cantilever.vocabulary.event.RunStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan rehearse PLAN}. */
@Command(
    name = "rehearse",
    description = "Runs a plan on copies of simulated instruments and tells what would come of it.")
final class PlanRehearseCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private PlanArgument plan;

  @Option(
      names = "--times",
      defaultValue = "1",
      description = "How often, each time with other noise, to tell how far the time may vary.")
  private int times;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    return plan.with(
        installation,
        screen,
        read ->
            told(
                installation
                    .rehearsal(screen.progressBar())
                    .of(read, new Effort(Double.POSITIVE_INFINITY, times)),
                screen));
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
        screen.say("Rehearsed");
        RehearsalText.of(ran).forEach(line -> screen.say("  " + line));
        yield ran.status() == RunStatus.COMPLETED ? ExitCode.OK : ExitCode.FAILED;
      }
    };
  }
}
