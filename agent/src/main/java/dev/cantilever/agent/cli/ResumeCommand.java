package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.app.Planners;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.vocabulary.event.Actor;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code resume RUN}. */
@Command(
    name = "resume",
    description = "Goes on with a run after a crash; nothing that was measured is measured again.")
final class ResumeCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Option(
      names = "--json",
      description = "The last line of standard output is one JSON object with the outcome.")
  private boolean json;

  @Override
  public Integer call() {
    Installation installation = home.installation();
    Screen screen = new Screen(System.out, System.err);
    Actor person = Installation.person(Actor.Channel.COMMAND_LINE);
    RunOutcome ended =
        installation
            .runner(screen.progressBar().andThen(new WaitOnScreen(screen, home.inCommands())))
            .resume(argument.in(installation.home()), person);
    Experiment experiment =
        new Experiment(
            installation,
            home.inCommands(),
            Planners.named("grammar", Map.of()),
            person,
            screen,
            new Consent(false, () -> false));
    Outcome outcome = experiment.finished(ended);
    if (json) {
      screen.outcome(outcome);
    }
    return Experiment.exitCode(outcome);
  }
}
