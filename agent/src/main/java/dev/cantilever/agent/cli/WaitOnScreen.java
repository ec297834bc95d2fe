package dev.cantilever.agent.cli;

import dev.cantilever.tools.plan.OpenQuestion;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.StepEvent;
import java.util.function.Consumer;

/** Shows the question for which a run waits, and how to answer it from another terminal. */
final class QuestionOnScreen implements Consumer<RunState> {

  private final Screen screen;
  private final String homeInCommands;
  private String shown = "";

  QuestionOnScreen(Screen screen, String homeInCommands) {
    this.screen = screen;
    this.homeInCommands = homeInCommands;
  }

  @Override
  public void accept(RunState run) {
    OpenQuestion.of(run).filter(asked -> !asked.step().equals(shown)).ifPresent(this::show);
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
