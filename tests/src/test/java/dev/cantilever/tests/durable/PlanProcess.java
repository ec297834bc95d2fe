package dev.cantilever.tests.durable;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.plan.PlanRunner;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A process that runs the plan of a home, or goes on with its run. It says that it is up, when
 * an entry is on the disk, every result that it has, and at last how the run ended.
 */
final class PlanProcess {

  /** It has begun. */
  static final String UP = "up";

  /** Another entry is on the disk. */
  static final String ENTRY = "entry";

  private PlanProcess() {}

  public static void main(String[] arguments) {
    Installation installation = WholePlan.installation(Path.of(arguments[0]));
    System.out.println(UP);
    PlanRunner runner = installation.runner(new Said().andThen(new Company(installation)));
    RunOutcome ended = ended(installation, runner, Integer.parseInt(arguments[1]));
    System.out.println(ended.status() + " " + ended.reason());
  }

  private static RunOutcome ended(Installation installation, PlanRunner runner, int points) {
    if (!installation.home().runs().isEmpty()) {
      return runner.resume(Company.RUN, Company.PERSON);
    }
    Plan plan = WholePlan.of(installation, points);
    return runner.start(plan, Company.PERSON, Company.PERSON, run -> {});
  }

  /** Whoever is told a result may count on it. */
  private static final class Said implements Consumer<RunState> {

    private final Set<String> told = new HashSet<>();

    @Override
    public void accept(RunState run) {
      System.out.println(ENTRY);
      run.calls().forEach(call -> call.result().ifPresent(r -> say(acknowledged(call, r))));
    }

    private void say(String line) {
      if (told.add(line)) {
        System.out.println(line);
      }
    }
  }

  /** A result in one line. */
  static String acknowledged(CallState call, JsonText result) {
    return call.call() + " " + Hash.of(result.canonical().getBytes(StandardCharsets.UTF_8)).text();
  }
}
