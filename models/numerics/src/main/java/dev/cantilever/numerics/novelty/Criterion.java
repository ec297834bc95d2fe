package dev.cantilever.numerics.novelty;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/** What makes a candidate worth measuring when behaviours are collected. Larger values win. */
public sealed interface Criterion {

  /**
   * The {@link OutcomeNovelty} that one function drawn from each outcome's posterior promises
   * (Tang, Chakrabarty and Paulson, BEACON, arXiv:2406.03616). Draws are without noise, and what
   * lies within two standard deviations of the noise from a measured outcome is not new.
   *
   * @param neighbours k; published with 10, but 3 fill a grid of outcomes sooner
   */
  record OutcomeDraws(
      @Doc("How many nearest measured outcomes a drawn outcome is compared with.")
          @Bounds(min = 1, max = 1000)
          @Default("3")
          int neighbours)
      implements Criterion {

    public OutcomeDraws {
      Require.atLeast("the number of neighbours", 1, neighbours);
    }
  }

  /** The sum of the outcomes' posterior variances, each in units of the outcome's own variance. */
  record MaximumVariance() implements Criterion {}

  /**
   * The sum of the distances to the k nearest measured inputs.
   *
   * @param neighbours k
   */
  record InputNovelty(
      @Doc("How many nearest measured inputs a candidate is compared with.")
          @Bounds(min = 1, max = 1000)
          @Default("10")
          int neighbours)
      implements Criterion {

    public InputNovelty {
      Require.atLeast("the number of neighbours", 1, neighbours);
    }
  }

  /** Any candidate, all alike. */
  record Random() implements Criterion {}

  /** The next point of one scrambled Sobol sequence; of a pool, the candidate nearest to it. */
  record SobolSequence() implements Criterion {}

  /** Whether it rests on surrogates of the outcomes. */
  default boolean usesModels() {
    return switch (this) {
      case OutcomeDraws draws -> true;
      case MaximumVariance variance -> true;
      case InputNovelty inputs -> false;
      case Random random -> false;
      case SobolSequence sobol -> false;
    };
  }
}
