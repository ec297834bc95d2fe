package dev.cantilever.tools.home;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator may choose of a home.
 *
 * @param checkpoints folder that gets a second copy of every signed checkpoint, best on another
 *     machine; the home's own folder {@code checkpoints} where it is empty
 * @param database URL of the PostgreSQL database of the journals; a SQLite file per run where it is
 *     empty
 */
public record HomeSettings(Optional<Path> checkpoints, Optional<String> database) {

  /** Everything in the home. */
  public static final HomeSettings USUAL = new HomeSettings(Optional.empty(), Optional.empty());

  /** As {@code CANTILEVER_CHECKPOINTS} and {@code CANTILEVER_DATABASE} say. */
  public static HomeSettings of(Map<String, String> environment) {
    return new HomeSettings(
        set(environment, "CANTILEVER_CHECKPOINTS").map(Path::of).map(Path::toAbsolutePath),
        set(environment, "CANTILEVER_DATABASE"));
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
