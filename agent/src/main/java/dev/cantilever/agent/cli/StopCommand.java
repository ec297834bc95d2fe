package dev.cantilever.agent.cli;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code stop INSTRUMENT}. */
@Command(
    name = "stop",
    description = "Brings an instrument to rest and keeps it there until a person resets it.")
final class StopCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Parameters(paramLabel = "INSTRUMENT", description = "Its name, for example afm.")
  private String name;

  @Option(
      names = "--reason",
      paramLabel = "WORDS",
      defaultValue = "stopped by hand",
      description = "Why, for whoever resets it.")
  private String reason;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    try (InstrumentRack rack = InstrumentRack.open(home.installation().home().instruments())) {
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
}
