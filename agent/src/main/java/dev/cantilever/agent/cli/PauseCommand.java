package dev.cantilever.agent.cli;

import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code pause RUN}. */
@Command(name = "pause", description = "Lets a run finish its present step and wait.")
final class PauseCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Option(
      names = "--at-checkpoint",
      description = "Goes on until the next checkpoint of the plan or batch of the campaign.")
  private boolean atCheckpoint;

  @Override
  public Integer call() {
    RunEvent pause = new RunEvent.PauseRequested("asked at the command line", atCheckpoint);
    return told(
        home.installation().home(),
        argument,
        pause,
        "%s waits before its next step; ./cantilever continue lets it go on.");
  }

  /** Tells a run something and says so. */
  static int told(Home home, RunArgument argument, RunEvent event, String answer) {
    return told(home, argument.in(home), event, answer);
  }

  static int told(Home home, RunId run, RunEvent event, String answer) {
    Screen screen = new Screen(System.out, System.err);
    Optional<String> objection = home.objection(run, event);
    boolean told = objection.isEmpty() && home.tell(run, event);
    screen.say(
        told
            ? answer.formatted(run)
            : "%s cannot do that: %s".formatted(run, objection.orElse("it has just ended")));
    return told ? ExitCode.OK : ExitCode.REFUSED;
  }
}
