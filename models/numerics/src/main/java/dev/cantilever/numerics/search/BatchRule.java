package dev.cantilever.numerics.search;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/** How a batch is spread, given that its members are chosen before any of them is measured. */
public sealed interface BatchRule {

  /**
   * After each choice the surrogate is told a made-up observation there (Ginsbourger, Le Riche and
   * Carraro 2010, doi:10.1007/978-3-642-10701-6_6), and candidates closer than a distance to any
   * earlier choice of the batch are passed over while others remain.
   *
   * @param lie what it is told
   * @param minimumDistance in scaled inputs; 0 for none
   */
  record Sequential(
      @Doc("What the surrogate is told at each chosen candidate before it is measured.")
          @Default("\"believed\"")
          Lie lie,
      @Doc("Candidates nearer than this to a member of the batch are passed over; scaled inputs.")
          @Bounds(min = 0, max = 2)
          @Default("0")
          double minimumDistance)
      implements BatchRule {}

  /**
   * The best of the ranked list, then the best further than a radius from all chosen, and so on;
   * the surrogate is asked once.
   *
   * @param radius in scaled inputs
   */
  record Spread(
      @Doc("Candidates nearer than this to a member of the batch are passed over; scaled inputs.")
          @Bounds(min = 0, max = 2)
          @Default("0.05")
          double radius)
      implements BatchRule {}

  /** A made-up observation. */
  enum Lie {
    /** The least observation: the batch spreads most. */
    MINIMUM,
    MEAN,
    MAXIMUM,
    /** What the surrogate itself expects there (kriging believer). */
    BELIEVED
  }
}
