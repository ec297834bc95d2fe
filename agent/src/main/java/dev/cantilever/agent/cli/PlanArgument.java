package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.plan.CheckedPlans;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.Actor;
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

  /** Who wrote a plan: whoever had it checked, or the person who runs it. */
  static Actor author(String name, Home home, Actor person) {
    return name.startsWith("sha256:") ? checked(name, home).by() : person;
  }

  private static CheckedPlans.Checked checked(String hash, Home home) {
    return home.find(new RunId("desk"))
        .flatMap(desk -> CheckedPlans.find(desk, hash))
        .orElseThrow(
            () ->
                new ConfigurationProblem(
                    "nobody had a plan %s checked; plan.check tells the hash".formatted(hash)));
  }

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
    if (name.startsWith("sha256:")) {
      return new Parsed.Valid<>(checked(name, home).plan());
    }
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
