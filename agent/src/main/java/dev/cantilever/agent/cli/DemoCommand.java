package dev.cantilever.agent.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demo}. */
@Command(
    name = "demo",
    description =
        "The main job on shipped real data: finds the largest hysteresis loops of a film.")
final class DemoCommand implements Callable<Integer> {

  static final String SENTENCE =
      "Map the hysteresis loop area of the PbTiO3 film with 410 points, 10 at a time";

  @Mixin private HomeOption home;
  @Mixin private TalkOptions talk;

  @Override
  public Integer call() {
    System.out.println("> " + SENTENCE);
    return AskCommand.run(home, talk, SENTENCE);
  }
}
