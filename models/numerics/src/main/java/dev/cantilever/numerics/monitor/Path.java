package dev.cantilever.numerics.monitor;

import java.util.List;

/**
 * Which members of a pool were measured, in order: first the seeds, then one a step. Repeated
 * measurements of a member are allowed; failed ones are left out.
 *
 * @param poolSize how many members the pool has, numbered from 0
 * @param seeds how many of the picks were made before the first step
 * @param picks all members measured, the seeds first
 */
public record Path(int poolSize, int seeds, List<Integer> picks) {

  public Path {
    picks = List.copyOf(picks);
    if (seeds < 0 || seeds > picks.size()) {
      throw new IllegalArgumentException(
          "%d seeds among %d picks; the seeds are the first of the picks"
              .formatted(seeds, picks.size()));
    }
    for (int pick : picks) {
      if (pick < 0 || pick >= poolSize) {
        throw new IllegalArgumentException(
            "pick %d is not in the pool; its %d members are numbered from 0"
                .formatted(pick, poolSize));
      }
    }
  }

  /** Picks after the seeds. */
  public int steps() {
    return picks.size() - seeds;
  }

  /** The members picked at the steps, in order. */
  public List<Integer> chosen() {
    return picks.subList(seeds, picks.size());
  }

  int[] last(int count) {
    return picks.subList(picks.size() - count, picks.size()).stream().mapToInt(i -> i).toArray();
  }
}
