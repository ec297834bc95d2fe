package dev.cantilever.numerics.hypothesis;

import dev.cantilever.numerics.structured.Evidence;
import dev.cantilever.numerics.structured.ParameterSummary;
import java.util.List;

/**
 * One hypothesis fitted to all observations so far; physical numbers.
 *
 * @param hypothesis its place in the list
 * @param isConverged whether its draws were accepted
 * @param medianVariance over the pool, of the function without noise
 * @param candidate where its variance is largest among the open ones; −1 where none is open
 * @param evidence of all observations so far
 * @param parameters what it learnt; kernel and noise in the numbers of the core
 */
public record Trial(
    int hypothesis,
    boolean isConverged,
    double medianVariance,
    int candidate,
    Evidence evidence,
    List<ParameterSummary> parameters) {

  public Trial {
    parameters = List.copyOf(parameters);
  }
}
