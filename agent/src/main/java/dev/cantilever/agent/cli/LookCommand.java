package dev.cantilever.agent.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.dispatch.Reading;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.instrument.Profile;
import dev.cantilever.tools.plan.PlanText;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.report.ReportFile;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code look INSTRUMENT}. */
@Command(
    name = "look",
    description = "Takes pictures of what an instrument sees, by the calls that its profile lists.")
final class LookCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Parameters(paramLabel = "INSTRUMENT", description = "Its name, for example afm.")
  private String name;

  @Option(names = "--yes", description = "Does not ask before anything moves.")
  boolean yes;

  @Override
  public Integer call() {
    Installation installation = home.installation();
    Screen screen = new Screen(System.out, System.err);
    try {
      Plan plan = plan(installation);
      PlanText.lines(plan).forEach(line -> screen.say("  " + line.inOne()));
      if (!Terminal.approval(yes, System.out).ask().getAsBoolean()) {
        screen.say("Declined; nothing was moved.");
        return ExitCode.OK;
      }
      Actor person = Installation.person(Actor.Channel.COMMAND_LINE);
      RunOutcome ended =
          installation
              .runner(state -> {})
              .start(plan, person, person, run -> screen.say("Running as " + run));
      screen.say("%s %s %s".formatted(ended.run(), ended.status(), ended.reason()).strip());
      screen.say("Report   " + ReportFile.write(installation.home(), ended.run()).file());
      return ended.status() == RunStatus.COMPLETED ? ExitCode.OK : ExitCode.FAILED;
    } catch (ConnectionFailure failure) {
      screen.say(failure.getMessage());
      return ExitCode.REFUSED;
    }
  }

  private Plan plan(Installation installation) {
    InstrumentId instrument = new InstrumentId(name);
    List<Step> steps = new ArrayList<>();
    try (InstrumentRack rack = InstrumentRack.open(installation.home().instruments())) {
      Profile profile = rack.profile(instrument);
      if (profile.look().isEmpty()) {
        throw new ConnectionFailure(
            "the profile of %s lists no calls under look; add some, or ask for an experiment"
                .formatted(instrument));
      }
      for (Profile.Look look : profile.look()) {
        steps.add(step(installation, instrument, look));
      }
    }
    return new Plan("Look at what " + instrument + " sees", steps);
  }

  private static Step.Call step(
      Installation installation, InstrumentId instrument, Profile.Look look) {
    ObjectNode arguments = (ObjectNode) StrictJson.ours(look.arguments().canonical());
    arguments.put("instrument", instrument.value());
    return switch (installation.calls().read(look.tool(), arguments.toString())) {
      case Reading.Understood<?, ?> understood -> understood.step();
      case Reading.Malformed malformed ->
          throw new ConnectionFailure(
              "the profile of %s, look, %s: %s"
                  .formatted(instrument, look.tool(), malformed.problems().getFirst().message()));
    };
  }
}
