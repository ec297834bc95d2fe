package dev.cantilever.numerics.novelty;

import dev.cantilever.vocabulary.reading.Series;
import java.util.Optional;

/**
 * One member of a batch and why it was chosen.
 *
 * @param chosen where to measure; a value of 0 says that nothing new is to be expected
 * @param runnerUp the next best, in a box as a rule close by; empty where there was none
 * @param ties how many candidates had exactly this value; the choice among them was drawn
 * @param mean expected outcomes, in their own units, given the batch so far; empty for criteria
 *     without surrogates
 * @param deviation their standard deviations without noise, likewise
 * @param drawn outcomes of the drawn functions, likewise; empty where none were drawn
 */
public record NoveltyChoice(
    Candidate chosen,
    Optional<Candidate> runnerUp,
    int ties,
    Series mean,
    Series deviation,
    Series drawn) {}
