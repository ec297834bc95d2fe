package dev.cantilever.tools.plan;

import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.Optional;

/** Plans that somebody had checked at the desk, or was shown in chat, and may now run. */
public final class CheckedPlans {

  /** The fewest characters of a hash that name a plan. */
  private static final int FEWEST = "sha256:".length() + 8;

  private CheckedPlans() {}

  /** A plan and whose it is. */
  public record Checked(Plan plan, Actor by) {}

  /** The newest of which the hash begins like this; {@code desk} is the state of the desk. */
  public static Optional<Checked> find(RunState desk, String hash) {
    return hash.length() < FEWEST
        ? Optional.empty()
        : called(desk, hash).or(() -> shown(desk, hash));
  }

  private static Optional<Checked> shown(RunState desk, String hash) {
    return desk.desk().shown().reversed().stream()
        .filter(one -> one.plan().planHash().startsWith(hash))
        .findFirst()
        .map(one -> new Checked(one.plan().plan(), one.by()));
  }

  private static Optional<Checked> called(RunState desk, String hash) {
    return desk.calls().reversed().stream()
        .filter(call -> call.tool().equals(CheckPlan.NAME) && hasHash(call, hash))
        .findFirst()
        .map(call -> new Checked(CheckPlan.readInput(call.arguments().orElseThrow()), call.by()));
  }

  private static boolean hasHash(CallState call, String beginning) {
    return call.result()
        .flatMap(result -> CheckPlan.readOutput(result).hash())
        .filter(hash -> hash.startsWith(beginning))
        .isPresent();
  }
}
