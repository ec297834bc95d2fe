package dev.cantilever.agent.cli;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reset INSTRUMENT}. */
@Command(
    name = "reset",
    description = "Opens an instrument that was stopped or has tripped; moves nothing.")
final class ResetCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Parameters(paramLabel = "INSTRUMENT", description = "Its name, for example afm.")
  private String name;

  @Option(names = "--person", required = true, description = "Who has looked at the instrument.")
  private String person;

  @Option(names = "--reason", required = true, description = "Why it may move again.")
  private String reason;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    try (InstrumentRack rack = InstrumentRack.open(home.installation().home().instruments())) {
      rack.reset(new InstrumentId(name), person, reason);
      screen.say(name + " may be used again; nothing has moved.");
      return ExitCode.OK;
    } catch (ConnectionFailure | IllegalStateException | IllegalArgumentException failure) {
      screen.say(failure.getMessage());
      return ExitCode.REFUSED;
    }
  }
}
