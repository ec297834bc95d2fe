package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where a plan is written down: a file, or the run that followed it. */
final class PlanArgument {

  private PlanArgument() {}

  private static Optional<RunId> run(String name, Home home) {
    if (name.equals("last")) {
      return home.runs().reversed().stream().findFirst();
    }
    return RunId.FORM.matcher(name).matches() ? Optional.of(new RunId(name)) : Optional.empty();
  }

  /**
   * The plan as it was written, not yet checked.
   *
   * @throws ConfigurationProblem where there is none
   */
  static Parsed<Plan> read(String name, Home home) {
    Optional<RunId> run = run(name, home);
    if (run.isPresent()) {
      return home.find(run.get())
          .flatMap(RunState::opened)
          .map(RunEvent.Opened::plan)
          .<Parsed<Plan>>map(Parsed.Valid::new)
          .orElseThrow(
              () ->
                  new ConfigurationProblem("there is no %s; runs lists all runs".formatted(name)));
    }
    try {
      return PlanDocument.read(
          name.equals("-")
              ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
              : Files.readString(Path.of(name)));
    } catch (IOException unreadable) {
      throw new ConfigurationProblem("the file %s cannot be read".formatted(name));
    }
  }
}
