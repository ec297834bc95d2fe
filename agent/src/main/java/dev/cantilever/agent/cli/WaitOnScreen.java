package dev.cantilever.agent.cli;

import dev.cantilever.tools.plan.OpenQuestion;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.StepEvent;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Shows what a run waits for: a question, with how to answer it from another terminal, or an
 * instrument.
 */
final class WaitOnScreen implements Consumer<RunState> {

  private final Screen screen;
  private final String homeInCommands;
  private String shown = "";
  private Optional<RunEvent.Suspended> suspended = Optional.empty();

  WaitOnScreen(Screen screen, String homeInCommands) {
    this.screen = screen;
    this.homeInCommands = homeInCommands;
  }

  @Override
  public void accept(RunState run) {
    OpenQuestion.of(run).filter(asked -> !asked.step().equals(shown)).ifPresent(this::show);
    if (!run.suspended().equals(suspended)) {
      suspended = run.suspended();
      screen.say(
          suspended
              .map(one -> "The run waits for %s: %s".formatted(one.instrument(), one.reason()))
              .orElse("The run goes on."));
    }
  }

  private void show(StepEvent.Asked asked) {
    shown = asked.step();
    screen.say("The run waits for an answer: " + asked.question());
    asked
        .options()
        .forEach(
            option ->
                screen.say(
                    "  ./cantilever answer last \"%s\"%s".formatted(option, homeInCommands)));
  }
}
