package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.report.ReportFile;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code report RUN}. */
@Command(name = "report", description = "Writes the report of a run: one page of HTML.")
final class ReportCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Override
  public Integer call() {
    Installation installation = home.installation();
    ReportFile.Written written =
        ReportFile.write(installation.home(), argument.in(installation.home()));
    new Screen(System.out, System.err).say(written.file().toString());
    return ExitCode.OK;
  }
}
