package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.surrogate.Learned;
import java.util.List;
import java.util.Optional;

/**
 * Where to measure next and everything it rests on.
 *
 * @param choices in order; fewer than asked for where the candidates end
 * @param learned of each standardised outcome; empty for criteria without surrogates
 * @param fitted to be handed to the next proposal
 */
public record NoveltyProposal(
    List<NoveltyChoice> choices, List<Learned> learned, Optional<OutcomeModels.Fitted> fitted) {

  public NoveltyProposal {
    choices = List.copyOf(choices);
    learned = List.copyOf(learned);
  }
}
