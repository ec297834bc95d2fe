package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.plan.CheckedPlans;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.plan.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Parameters;

/** Which plan: a file, the run that followed it, or the hash under which it was checked. */
final class PlanArgument {

  private static final String HASH = "sha256:";

  @Parameters(
      paramLabel = "PLAN",
      description =
          "A file, - for standard input, a run, the hash of a checked plan, or a ticket (run).")
  private String name;

  /** The approval that is meant, if it is one. */
  Optional<TicketId> ticket() {
    return TicketId.FORM.matcher(name).matches()
        ? Optional.of(new TicketId(name))
        : Optional.empty();
  }

  /** What {@code use} yields for the plan; where it does not read, the screen says why. */
  int with(Installation installation, Screen screen, ToIntFunction<Plan> use) {
    return switch (read(name, installation.home())) {
      case Parsed.Invalid<Plan> invalid -> {
        screen.problems(invalid.problems());
        yield ExitCode.REFUSED;
      }
      case Parsed.Valid<Plan> valid -> use.applyAsInt(valid.value());
    };
  }

  /** Who wrote it: whoever had it checked, else the person who runs it. */
  Actor author(Home home, Actor person) {
    return name.startsWith(HASH) ? checked(name, home).by() : person;
  }

  /**
   * The plan as it was written, not yet checked.
   *
   * @throws ConfigurationProblem where there is none
   */
  static Parsed<Plan> read(String name, Home home) {
    if (name.startsWith(HASH)) {
      return new Parsed.Valid<>(checked(name, home).plan());
    }
    Optional<RunId> run = run(name, home);
    return run.isPresent() ? followed(run.get(), home) : written(name);
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

  private static Parsed<Plan> followed(RunId run, Home home) {
    return home.find(run)
        .flatMap(RunState::opened)
        .map(RunEvent.Opened::plan)
        .<Parsed<Plan>>map(Parsed.Valid::new)
        .orElseThrow(
            () -> new ConfigurationProblem("there is no %s; runs lists all runs".formatted(run)));
  }

  private static Parsed<Plan> written(String name) {
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
