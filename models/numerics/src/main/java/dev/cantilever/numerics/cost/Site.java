package dev.cantilever.numerics.cost;

import dev.cantilever.vocabulary.reading.Series;

/**
 * Where and how something is measured, as far as a cost depends on it.
 *
 * @param candidate its number in the pool
 * @param positionMetres coordinates, at least one, finite
 * @param cell of a library or holder; 0 where there is one
 * @param fidelity 0 is the cheapest
 */
public record Site(int candidate, Series positionMetres, int cell, int fidelity) {

  public Site {
    if (candidate < 0 || cell < 0 || fidelity < 0) {
      throw new IllegalArgumentException(
          "candidate %d, cell %d and fidelity %d; all are numbered from 0"
              .formatted(candidate, cell, fidelity));
    }
    if (positionMetres.size() == 0 || !positionMetres.isFinite()) {
      throw new IllegalArgumentException(
          "position %s of candidate %d; it needs at least one coordinate, all finite"
              .formatted(positionMetres, candidate));
    }
  }

  /** In the only cell, at the only fidelity. */
  public static Site of(int candidate, double... positionMetres) {
    return new Site(candidate, Series.of(positionMetres), 0, 0);
  }

  public Site inCell(int other) {
    return new Site(candidate, positionMetres, other, fidelity);
  }

  public Site atFidelity(int other) {
    return new Site(candidate, positionMetres, cell, other);
  }

  /** Straight-line distance to a position, in metres. */
  double distance(Series position) {
    if (position.size() != positionMetres.size()) {
      throw new IllegalArgumentException(
          "position %s against %s; both need the same number of coordinates"
              .formatted(positionMetres, position));
    }
    double squares = 0;
    for (int j = 0; j < position.size(); j++) {
      double difference = positionMetres.get(j) - position.get(j);
      squares += difference * difference;
    }
    return Math.sqrt(squares);
  }
}
