package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.Installation;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where state lives. */
final class HomeOption {

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "Folder of runs and instruments; else CANTILEVER_HOME, else ./.cantilever.")
  private Path folder;

  Installation installation() {
    return Installation.at(Optional.ofNullable(folder), System.getenv());
  }

  /** As it must stand in a command that continues this one. */
  String inCommands() {
    return folder == null ? "" : " --home " + folder;
  }
}
