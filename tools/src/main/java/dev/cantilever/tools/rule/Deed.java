package dev.cantilever.tools.rule;

import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import java.util.Map;

/**
 * What rules look at of one call.
 *
 * @param planner whose plan it belongs to
 * @param autonomy how much happens without a person
 * @param used how much of the limit of each channel it uses, 1 at the limit itself
 * @param firstUse whether the tool has not run in this run yet
 * @param untrusted whether an argument comes from a text that nobody vouches for
 */
public record Deed(
    String tool,
    Effect effect,
    Actor.Kind planner,
    Autonomy autonomy,
    Map<Channel, Double> used,
    boolean firstUse,
    boolean untrusted) {

  public Deed {
    used = Map.copyOf(used);
  }

  /** The same where the tool has run before. */
  public Deed again() {
    return new Deed(tool, effect, planner, autonomy, used, false, untrusted);
  }
}
