package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.plan.OpenQuestion;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code answer RUN CHOICE}. */
@Command(
    name = "answer",
    description = "Answers the question for which a run waits; without an answer, shows it.")
final class AnswerCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CHOICE",
      description = "One of the answers that the question offers.")
  private String choice;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    RunId run = argument.in(installation.home());
    if (choice == null) {
      Optional<StepEvent.Asked> asked =
          installation.home().find(run).flatMap((RunState state) -> OpenQuestion.of(state));
      screen.say(
          asked
              .map(one -> "%s (%s)".formatted(one.question(), String.join(", ", one.options())))
              .orElse(run + " waits for no answer"));
      return ExitCode.OK;
    }
    Optional<String> refused =
        OpenQuestion.answer(
            installation.home(), run, choice, Installation.person(Actor.Channel.COMMAND_LINE));
    screen.say(refused.orElse("%s goes on with \"%s\".".formatted(run, choice)));
    return refused.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
  }
}
