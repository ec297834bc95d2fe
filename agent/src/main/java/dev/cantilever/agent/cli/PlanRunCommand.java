package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.planner.WrittenPlan;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan run PLAN}. */
@Command(
    name = "run",
    description =
        "Checks a plan, shows it, and runs it once a person says yes; or begins an approved ticket.")
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
    return plan.ticket().isPresent()
        ? run(installation, plan.ticket().get(), screen)
        : plan.with(installation, screen, read -> run(installation, read, screen));
  }

  private int run(Installation installation, TicketId ticket, Screen screen) {
    Actor person = Installation.person(Actor.Channel.COMMAND_LINE);
    Plan nothing = new Plan("", List.of());
    return told(
        experiment(installation, new WrittenPlan(person, nothing), person, screen).run(ticket),
        screen);
  }

  private Experiment experiment(
      Installation installation, WrittenPlan planner, Actor person, Screen screen) {
    return new Experiment(
        installation,
        home.inCommands(),
        planner,
        person,
        screen,
        Terminal.approval(yes, System.out));
  }

  private int told(Outcome outcome, Screen screen) {
    if (json) {
      screen.outcome(outcome);
    }
    return Experiment.exitCode(outcome);
  }

  private int run(Installation installation, Plan written, Screen screen) {
    Actor person = Installation.person(Actor.Channel.COMMAND_LINE);
    try (Desk desk = installation.desk()) {
      WrittenPlan planner = new WrittenPlan(plan.author(installation.home(), person), written);
      Experiment experiment = experiment(installation, planner, person, screen);
      return told(experiment.say(experiment.conversation(desk, 0), written.goal()), screen);
    }
  }
}
