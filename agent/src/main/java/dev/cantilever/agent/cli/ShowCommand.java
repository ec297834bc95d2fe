package dev.cantilever.agent.cli;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.report.RunText;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.id.RunId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code show RUN}. */
@Command(name = "show", description = "What happened in a run, step by step.")
final class ShowCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Home place = home.installation().home();
    RunId run = argument.in(place);
    try (RunLog log = place.read(run)) {
      RunText.lines(run, log.state()).forEach(screen::say);
    }
    return ExitCode.OK;
  }
}
