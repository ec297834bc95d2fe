package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.app.Planners;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.vocabulary.event.Actor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ask "…"}. */
@Command(name = "ask", description = "One sentence in, an experiment out.")
final class AskCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private TalkOptions talk;

  @Parameters(arity = "1..*", paramLabel = "SENTENCE", description = "What is wanted.")
  private List<String> words;

  @Override
  public Integer call() {
    return run(home, talk, String.join(" ", words));
  }

  static int run(HomeOption home, TalkOptions talk, String sentence) {
    Installation installation = home.installation();
    Screen screen = new Screen(System.out, System.err);
    try (Desk desk = installation.desk()) {
      Experiment experiment =
          new Experiment(
              installation,
              home.inCommands(),
              Planners.named(talk.planner, System.getenv(), screen::draft),
              Installation.person(Actor.Channel.COMMAND_LINE),
              screen,
              Terminal.approval(talk.yes, System.out));
      Outcome outcome = experiment.say(experiment.conversation(desk, talk.seed), sentence);
      if (talk.json) {
        screen.outcome(outcome);
      }
      return Experiment.exitCode(outcome);
    }
  }
}
