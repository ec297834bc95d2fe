package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.replay.ReplayReport;
import dev.cantilever.tools.replay.Replayer;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.id.RunId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code replay RUN}. */
@Command(
    name = "replay",
    description = {
      "Recomputes every proposal and every number of a run from its log, bit for bit;",
      "exit code 1 where one differs."
    })
final class ReplayCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    RunId run = argument.in(installation.home());
    try (RunLog log = installation.home().read(run)) {
      ReplayReport report = Replayer.replay(installation.calls(), log, installation.home());
      for (ReplayReport.Difference difference : report.differences()) {
        screen.say(difference.what() + " differs");
        screen.say("  journalled  " + difference.journalled());
        screen.say("  recomputed  " + difference.recomputed());
      }
      screen.say("%s: %s".formatted(run, report.inWords()));
      return report.isEqual() ? ExitCode.OK : ExitCode.FAILED;
    }
  }
}
