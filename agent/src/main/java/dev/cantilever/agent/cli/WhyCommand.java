package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.tools.audit.Why;
import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.id.RunId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code why RUN STEP}. */
@Command(
    name = "why",
    description = {
      "Who asked for a step, what was known, who approved it, under which rule and limits, and what",
      "would have been chosen otherwise; from the log alone."
    })
final class WhyCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Parameters(
      index = "1",
      paramLabel = "STEP",
      description = "A call (call-7), a batch of a campaign (batch-3), or a step's number (2#1.1).")
  private String step;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Home place = home.installation().home();
    RunId run = argument.in(place);
    Why why =
        Why.of(place, run, step)
            .orElseThrow(
                () ->
                    new ConfigurationProblem(
                        "%s has no step \"%s\"; the verb show lists its steps, batches and calls"
                            .formatted(run, step)));
    why.lines().forEach(screen::say);
    return ExitCode.OK;
  }
}
