package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.request.PlanCard;
import dev.cantilever.tools.approval.House;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.event.Actor;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code autonomy [LEVEL]}. */
@Command(name = "autonomy", description = "Shows or sets how much happens without a person.")
final class AutonomyCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Parameters(
      arity = "0..1",
      paramLabel = "LEVEL",
      description =
          "One of ${COMPLETION-CANDIDATES}, in rising order; without it, shows the level.")
  private Level level;

  /** Levels as people type them. */
  enum Level {
    observe,
    assist,
    supervise,
    autonomous
  }

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    if (level != null) {
      Autonomy wanted = Autonomy.valueOf(level.name().toUpperCase(Locale.ROOT));
      new House(installation.home()).set(wanted, Installation.person(Actor.Channel.COMMAND_LINE));
    }
    screen.say(inWords(installation.home().autonomy()));
    return ExitCode.OK;
  }

  /** A level with what it means. */
  static String inWords(Autonomy level) {
    return PlanCard.autonomy(level);
  }
}
