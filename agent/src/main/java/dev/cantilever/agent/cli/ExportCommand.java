package dev.cantilever.agent.cli;

import dev.cantilever.tools.audit.Export;
import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code export RUN FILE}. */
@Command(
    name = "export",
    description = {
      "Writes a run into one file: log, data, signatures, proofs, and the program that checks them",
      "(java Verifier.java FILE), which needs nothing but a JDK."
    })
final class ExportCommand implements Callable<Integer> {

  @Mixin private HomeOption home;
  @Mixin private RunArgument argument;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file, for example run-0001.zip.")
  private Path file;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    Home place = home.installation().home();
    RunId run = argument.in(place);
    Optional<String> hindrance = Export.write(place, run, file);
    screen.say(hindrance.orElseGet(() -> "%s: written to %s".formatted(run, file)));
    return hindrance.isPresent() ? ExitCode.FAILED : ExitCode.OK;
  }
}
