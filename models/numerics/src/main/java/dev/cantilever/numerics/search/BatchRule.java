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

  /**
   * The acquisition function averaged over surrogates that were each told other draws at the
   * candidates chosen so far (Snoek, Larochelle and Adams, NIPS 2012, section 3.2,
   * arXiv:1206.2944).
   *
   * @param count how many
   */
  record Fantasies(
      @Doc("How many sets of made-up observations are averaged over.")
          @Bounds(min = 2, max = 128)
          @Default("16")
          int count)
      implements BatchRule {}

  /**
   * The expected improvement of the whole batch, one member after another (Wilson, Hutter and
   * Deisenroth, NeurIPS 2018, arXiv:1805.10196). Takes the place of the acquisition function.
   *
   * @param draws number of quasi-random draws
   */
  record MonteCarlo(
      @Doc("Number of quasi-random draws of the chosen members.")
          @Bounds(min = 16, max = 4096)
          @Default("256")
          int draws)
      implements BatchRule {}

  /**
   * The acquisition function, made positive by softplus, times the probability that a candidate
   * lies outside of the ball around each member in which the maximum cannot be (González et al.,
   * AISTATS 2016, equation 10, arXiv:1505.08052).
   */
  record LocalPenalisation() implements BatchRule {}

  /**
   * The arg-max under another draw of the hyper-parameters for each member; of several such sets
   * that whose members lie farthest apart. Of a surrogate with only one set of hyper-parameters
   * every member is simply the next best.
   *
   * @param sets how many sets
   */
  record HyperparameterDraws(
      @Doc("How many sets are drawn; that whose members lie farthest apart is kept.")
          @Bounds(min = 1, max = 64)
          @Default("1")
          int sets)
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
