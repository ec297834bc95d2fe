package dev.cantilever.tools.tool;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Demand;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.List;

/**
 * A typed function that planners may call.
 *
 * @param <I> its arguments
 * @param <O> its result
 */
public interface Tool<I extends Record, O extends Record> {

  /** What it is called, what it does, and what it may change. */
  ToolCard<I, O> card();

  /** How its arguments are read, described and written. */
  default RecordType<I> arguments() {
    return RecordType.forTool(card().input());
  }

  /** Every reason why this call cannot run now; acts on nothing. */
  default List<Problem> check(I input, Bench bench) {
    return List.of();
  }

  /** What a call wants of channels, as far as its arguments alone say it. */
  default List<Demand> demands(I input) {
    return List.of();
  }

  /** What a call would use up of its instrument, for a person to see before approving. */
  default Cost predict(I input, Bench bench) {
    return Cost.NONE;
  }

  /** Does it. Expected failures are results, not exceptions. */
  ToolResult<O> run(I input, CallContext context);

  /** What became of a call whose outcome was lost in a crash; reads only. */
  default Recalled<O> recall(I input, CallContext context) {
    return new Recalled.CannotTell<>("this tool keeps no record outside the journal");
  }

  /**
   * Whether its result holds what strangers wrote: files, notes, other agents. Such a result is
   * untrusted, and so is whatever is worked out of it.
   */
  default boolean quotes() {
    return false;
  }

  /** Whether a call cut short by a crash goes on where it was when run again. */
  default boolean resumable() {
    return false;
  }
}
