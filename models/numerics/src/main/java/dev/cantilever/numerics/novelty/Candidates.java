package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Set;

/** Where one may measure next. */
public sealed interface Candidates {

  /** Number of inputs, d. */
  int dimension();

  /**
   * A finite list.
   *
   * @param points N × d, scaled
   * @param closed those that cannot be chosen: measured already, or not allowed
   */
  record Pool(Points points, Set<Integer> closed) implements Candidates {

    public Pool {
      closed = Set.copyOf(closed);
      for (int candidate : closed) {
        Require.between("a closed candidate", candidate, 0, points.size() - 1);
      }
    }

    @Override
    public int dimension() {
      return points.dimension();
    }
  }

  /**
   * Everything in the unit cube, searched by a scrambled Sobol sequence and then around the best
   * found so far.
   *
   * @param dimension d
   * @param scattered how many points of the sequence
   * @param rounds how often the neighbourhood of the best is searched, each time more closely
   * @param perRound how many points a round
   * @param minimumDistance of what is searched for to every measured input, so that none is
   *     repeated; random points and those of a sequence are taken as they come
   */
  record Box(
      @Doc("Number of inputs.") @Bounds(min = 1, max = 128) int dimension,
      @Doc("How many points are scattered over the whole box.")
          @Bounds(min = 2, max = 1_000_000)
          @Default("128")
          int scattered,
      @Doc("How often the neighbourhood of the best is searched.")
          @Bounds(min = 0, max = 1000)
          @Default("8")
          int rounds,
      @Doc("How many points each of these searches takes.")
          @Bounds(min = 1, max = 1_000_000)
          @Default("32")
          int perRound,
      @Doc("Nothing nearer than this to a measured input is proposed; scaled inputs.")
          @Bounds(min = 0, max = 1)
          @Default("0.001")
          double minimumDistance)
      implements Candidates {

    public Box {
      Require.between("the dimension of a box", dimension, 1, 128);
      Require.atLeast("the number of scattered points", 2, scattered);
      Require.atLeast("the number of rounds", 0, rounds);
      Require.atLeast("the number of points per round", 1, perRound);
      Require.between("the minimum distance", minimumDistance, 0, 1);
    }

    /** A box searched as by default. */
    public static Box of(int dimension) {
      return new Box(dimension, 128, 8, 32, 1e-3);
    }
  }
}
