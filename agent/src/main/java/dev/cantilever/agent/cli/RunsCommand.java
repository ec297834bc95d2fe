package dev.cantilever.agent.cli;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.report.RunFacts;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.RunId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code runs}. */
@Command(name = "runs", description = "Lists all runs, oldest first.")
final class RunsCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Home place = home.installation().home();
    if (place.runs().isEmpty()) {
      screen.say("There is no run yet; ./cantilever demo makes one.");
    }
    for (RunId run : place.runs()) {
      RunState state = place.find(run).orElseThrow();
      RunFacts facts = RunFacts.of(run, state, Optional.empty());
      screen.say(
          "%s  %-10s  %d of %d sites  %s"
              .formatted(
                  run,
                  facts.status(),
                  facts.measured(),
                  facts.pool(),
                  state.opened().orElseThrow().plan().goal()));
    }
    return ExitCode.OK;
  }
}
