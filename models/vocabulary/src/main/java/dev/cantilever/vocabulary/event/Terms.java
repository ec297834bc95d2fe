package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;

/**
 * All that an approval binds to; where one of it has changed since, it counts no more.
 *
 * @param plan what is to be run, in canonical form
 * @param planHash SHA-256 of it
 * @param root Merkle root over the calls that it may make, with the words of their tools
 * @param instruments how the instruments stood that it acts on
 * @param planner whose plan it is
 */
public record Terms(
    Plan plan, String planHash, String root, List<Standing> instruments, Actor planner) {

  public Terms {
    instruments = List.copyOf(instruments);
  }

  /**
   * How an instrument stood.
   *
   * @param envelope hash of its envelope
   * @param epoch how often anybody had taken it or stopped it
   */
  public record Standing(InstrumentId instrument, String envelope, long epoch) {}
}
