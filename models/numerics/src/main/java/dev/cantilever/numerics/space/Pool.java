package dev.cantilever.numerics.space;

import dev.cantilever.numerics.kernel.Points;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A finite list of conditions to choose from: the rows of a table. Rows with the same scaled
 * inputs, to 1e-9, are one candidate; candidates are numbered in the order of their first rows.
 * Those that a constraint of the space refuses stay in the list and are closed. Immutable.
 */
public final class Pool {

  private final SearchSpace space;
  private final double[][] naturals;
  private final Points inputs;
  private final int[] candidateOfRow;
  private final boolean[] refused;

  private Pool(
      SearchSpace space,
      double[][] naturals,
      Points inputs,
      int[] candidateOfRow,
      boolean[] refused) {
    this.space = space;
    this.naturals = naturals;
    this.inputs = inputs;
    this.candidateOfRow = candidateOfRow;
    this.refused = refused;
  }

  /**
   * A pool of rows.
   *
   * @param rows at least one
   * @throws InvalidInput for rows that are not conditions of the space, with the number of each
   */
  public static Pool of(SearchSpace space, List<Condition> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a pool needs at least one row");
    }
    double[][] all = space.naturals(rows);
    ClosePoints known = new ClosePoints(space.inputs(), all.length);
    int[] candidateOfRow = new int[all.length];
    List<double[]> naturals = new ArrayList<>();
    List<double[]> scaled = new ArrayList<>();
    for (int row = 0; row < all.length; row++) {
      double[] here = space.layout().encode(all[row]);
      int candidate = known.find(here);
      if (candidate < 0) {
        candidate = known.add(here);
        naturals.add(all[row]);
        scaled.add(here);
      }
      candidateOfRow[row] = candidate;
    }
    boolean[] refused = new boolean[naturals.size()];
    for (int c = 0; c < refused.length; c++) {
      refused[c] = !space.rules().allow(naturals.get(c));
    }
    return new Pool(
        space,
        naturals.toArray(double[][]::new),
        Points.of(scaled.toArray(double[][]::new)),
        candidateOfRow,
        refused);
  }

  /** How many candidates there are. */
  public int size() {
    return naturals.length;
  }

  /** How many rows there were. */
  public int rows() {
    return candidateOfRow.length;
  }

  /** Scaled inputs of all candidates. */
  public Points inputs() {
    return inputs;
  }

  /** The candidate that a row became. */
  public int candidateOf(int row) {
    return candidateOfRow[row];
  }

  /** The rows that became a candidate, in order: its replicates. */
  public List<Integer> rowsOf(int candidate) {
    List<Integer> rows = new ArrayList<>();
    for (int row = 0; row < candidateOfRow.length; row++) {
      if (candidateOfRow[row] == candidate) {
        rows.add(row);
      }
    }
    return rows;
  }

  public Condition condition(int candidate) {
    return space.layout().condition(naturals[candidate]);
  }

  /** How often a candidate was measured. */
  public int count(int candidate, Visited visited) {
    return visited.count(condition(candidate));
  }

  /** The constraints that a candidate does not meet. */
  public List<Refusal> refusals(int candidate) {
    return space.rules().refusals(naturals[candidate]);
  }

  /**
   * The candidates that cannot be chosen: refused by a constraint, failed, or measured as often as
   * they may be.
   *
   * @param replicates how often each may be measured, at least 1
   */
  public Set<Integer> closed(Visited visited, int replicates) {
    visited.demandAxesOf(space);
    Set<Integer> closed = new TreeSet<>();
    for (int c = 0; c < refused.length; c++) {
      if (refused[c] || !visited.isOpen(scaled(c), replicates)) {
        closed.add(c);
      }
    }
    return closed;
  }

  /**
   * Why nothing is left to choose; empty while something is.
   *
   * @param replicates how often each may be measured, at least 1
   */
  public Optional<SpaceProposal.Exhausted> exhausted(Visited visited, int replicates) {
    if (closed(visited, replicates).size() < size()) {
      return Optional.empty();
    }
    return Optional.of(Exhaustion.of(space, "pool", Arrays.asList(naturals), visited, replicates));
  }

  private double[] scaled(int candidate) {
    double[] scaled = new double[inputs.dimension()];
    for (int j = 0; j < scaled.length; j++) {
      scaled[j] = inputs.get(candidate, j);
    }
    return scaled;
  }
}
