package dev.cantilever.agent.foreign.wire;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How a server is reached. */
public sealed interface Address {

  /**
   * A program that we start.
   *
   * @param command it and its arguments
   * @param folder in which it is started
   * @param environment names of the variables that are handed on
   */
  record Program(List<String> command, Path folder, List<String> environment) implements Address {

    public Program {
      command = List.copyOf(command);
      environment = List.copyOf(environment);
    }
  }

  /**
   * One that runs already.
   *
   * @param token file with the line that it wants to see
   */
  record Web(URI url, Optional<Path> token) implements Address {}
}
