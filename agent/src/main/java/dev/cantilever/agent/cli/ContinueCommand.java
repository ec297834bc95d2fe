package dev.cantilever.agent.cli;

import dev.cantilever.vocabulary.event.RunEvent;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code continue RUN}. */
@Command(name = "continue", description = "Lets a run go on that was paused.")
final class ContinueCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Override
  public Integer call() {
    return PauseCommand.told(
        home.installation().home(), argument, new RunEvent.Continued(), "%s goes on.");
  }
}
