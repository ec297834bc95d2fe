package dev.cantilever.tools.review;

import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One call in a list: what it can be found by, and where the journal says more.
 *
 * @param actor who asked for it, by {@code kind}, {@code id} and {@code channel}
 * @param effect of one that was let through
 * @param state {@code proposed}, {@code open}, {@code settled}, {@code refused}, {@code failed} or
 *     {@code reconciled}
 * @param rule by which it was let through
 * @param problem code of the first, where there are some
 * @param proposed where that stands
 * @param dispatched the same
 * @param ended the same
 */
public record CallRow(
    String call,
    Map<String, String> actor,
    Optional<String> parent,
    Optional<String> step,
    String tool,
    Optional<Effect> effect,
    String state,
    Optional<String> rule,
    Optional<String> problem,
    Place proposed,
    Optional<Place> dispatched,
    Optional<Place> ended) {

  private static final String REFUSED = "refused";

  /** An entry of the journal: its number, and when it was written. */
  public record Place(long seq, String at) {}

  public boolean isRefused() {
    return state.equals(REFUSED);
  }

  /** Refused because nobody has approved it. */
  public boolean isOutsidePlan() {
    String code = ProblemCode.NEEDS_APPROVAL.name().toLowerCase(Locale.ROOT);
    return isRefused() && problem.equals(Optional.of(code));
  }

  /** Let through and meant to leave an instrument other than before. */
  public boolean changes() {
    return effect.filter(Effect::actsOnInstrument).isPresent();
  }
}
