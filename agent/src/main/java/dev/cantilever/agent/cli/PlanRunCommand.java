package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.planner.WrittenPlan;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan run PLAN}. */
@Command(name = "run", description = "Checks a plan, shows it, and runs it once a person says yes.")
final class PlanRunCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private PlanArgument plan;

  @Option(names = "--yes", description = "Approves the plan without asking.")
  private boolean yes;

  @Option(
      names = "--json",
      description = "The last line of standard output is one JSON object with the outcome.")
  private boolean json;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Installation installation = home.installation();
    return plan.with(installation, screen, read -> run(installation, read, screen));
  }

  private int run(Installation installation, Plan written, Screen screen) {
    Actor person = Installation.person(Actor.Channel.COMMAND_LINE);
    try (Desk desk = installation.desk()) {
      Experiment experiment =
          new Experiment(
              installation,
              home.inCommands(),
              new WrittenPlan(plan.author(installation.home(), person), written),
              person,
              screen,
              Terminal.approval(yes, System.out));
      Outcome outcome = experiment.say(experiment.conversation(desk, 0), written.goal());
      if (json) {
        screen.outcome(outcome);
      }
      return Experiment.exitCode(outcome);
    }
  }
}
