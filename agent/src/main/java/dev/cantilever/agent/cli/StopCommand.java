package dev.cantilever.agent.cli;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stop INSTRUMENT} and {@code stop RUN}. */
@Command(
    name = "stop",
    description = {
      "Brings an instrument to rest and keeps it there until a person resets it.",
      "Of a run, aborts it: its instruments are brought to rest, and it is closed."
    })
final class StopCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Parameters(
      paramLabel = "INSTRUMENT",
      description = "Its name, for example afm; or a run, for example run-0001, or last.")
  private String name;

  @Option(
      names = "--halt",
      description = "Closes the run as it is, and leaves its instruments as they are.")
  private boolean halt;

  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      defaultValue = "stopped by hand",
      description = "Why, for whoever resets it.")
  private String reason;

  @Override
  public Integer call() {
    Home installed = home.installation().home();
    if (name.equals("last") || RunId.FORM.matcher(name).matches()) {
      return end(installed, RunArgument.named(name, installed));
    }
    Screen screen = new Screen(System.out, System.err);
    if (halt) {
      screen.say("--halt is for runs; an instrument is stopped at once in any case");
      return ExitCode.USAGE;
    }
    try (InstrumentRack rack = InstrumentRack.open(installed.instruments())) {
      InstrumentId instrument = new InstrumentId(name);
      rack.latch(instrument, reason);
      screen.say("%s is stopped (%s); cantilever reset opens it again.".formatted(name, reason));
      rack.stop(instrument, reason); // may wait for the command that is running
      return ExitCode.OK;
    } catch (ConnectionFailure failure) {
      screen.say(failure.getMessage());
      return ExitCode.REFUSED;
    }
  }

  private int end(Home installed, RunId run) {
    RunEvent event =
        halt ? new RunEvent.StopRequested(reason) : new RunEvent.AbortRequested(reason);
    return PauseCommand.told(
        installed,
        run,
        event,
        halt
            ? "%s is closed before its next step; its instruments stay as they are."
            : "%s is aborted before its next step; its instruments are brought to rest.");
  }
}
