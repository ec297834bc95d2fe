package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * All that an approval binds to; where one of it has changed since, it counts no more.
 *
 * @param plan what is to be run, in canonical form
 * @param planHash SHA-256 of it
 * @param root Merkle root over the calls that it may make, with the words of their tools
 * @param instruments how the instruments stood that it acts on
 * @param planner whose plan it is
 * @param asked whom the rules ask; empty in journals from before there were rules
 */
public record Terms(
    Plan plan,
    String planHash,
    String root,
    List<Standing> instruments,
    Actor planner,
    Optional<Asked> asked) {

  public Terms {
    instruments = List.copyOf(instruments);
  }

  /** Where no rule was asked. */
  public Terms(Plan plan, String planHash, String root, List<Standing> instruments, Actor planner) {
    this(plan, planHash, root, instruments, planner, Optional.empty());
  }

  /**
   * The strictest of what the rules say to the calls of the plan.
   *
   * @param rules hash of the list of rules
   * @param level whom it asks
   * @param rule which rule of the list
   * @param step number of the step to which it says so
   */
  public record Asked(String rules, Asking level, String rule, String step) {}

  /** How many different persons must say yes; one at least. */
  public int persons() {
    return Math.max(1, asked.map(one -> one.level().persons()).orElse(1));
  }

  /**
   * How an instrument stood.
   *
   * @param envelope hash of its envelope
   * @param epoch how often anybody had taken it or stopped it
   */
  public record Standing(InstrumentId instrument, String envelope, long epoch) {}
}
