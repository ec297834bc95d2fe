package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.id.RunId;
import java.util.List;
import picocli.CommandLine.Parameters;

/** Which run. */
final class RunArgument {

  @Parameters(
      paramLabel = "RUN",
      defaultValue = "last",
      description = "Name of the run, for example run-0001; last is the newest, desk the talk.")
  private String name;

  /**
   * The run of that name.
   *
   * @throws ConfigurationProblem where there is none
   */
  RunId in(Home home) {
    return named(name, home);
  }

  /** The same of a name that was given otherwise. */
  static RunId named(String name, Home home) {
    if (name.equals("last")) {
      List<RunId> runs = home.runs();
      if (runs.isEmpty()) {
        throw new ConfigurationProblem("there is no run yet; ./cantilever demo makes one");
      }
      return runs.getLast();
    }
    if (!RunId.FORM.matcher(name).matches() || !home.exists(new RunId(name))) {
      throw new ConfigurationProblem(
          "there is no run \"%s\"; the verb runs lists all runs".formatted(name));
    }
    return new RunId(name);
  }
}
