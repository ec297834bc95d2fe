package dev.cantilever.numerics.space;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The search from good points to better ones, everything it meets being kept in the survey: the
 * continuous part uphill, then the best neighbour in one discrete setting, in turn until neither
 * helps. Points that are closed are climbed over, not stopped at.
 */
final class Climb {

  private static final int MOST_ROUNDS = 50;
  private static final int MOST_DETOURS = 500;

  /** Starts are at first no closer than this times √d, so that they do not share one hill. */
  private static final double APART = 0.05;

  private final SearchSpace space;
  private final Survey survey;
  private final Ascent ascent;
  private final Neighbours neighbours;
  private final boolean hasDiscrete;

  Climb(SearchSpace space, Survey survey, Ascent ascent) {
    this.space = space;
    this.survey = survey;
    this.ascent = ascent;
    this.neighbours = new Neighbours(space);
    this.hasDiscrete =
        space.layout().columns().stream().anyMatch(column -> column.kind().isDiscrete());
  }

  /** From the best of what was judged, well apart, and from further points. */
  void fromBest(int starts, List<double[]> others) {
    List<Integer> from = new ArrayList<>(best(starts));
    for (int other : survey.judge(others)) {
      from.add(other);
    }
    from.forEach(this::from);
  }

  private List<Integer> best(int starts) {
    List<Integer> ranked =
        IntStream.range(0, survey.size())
            .boxed()
            .sorted((a, b) -> Double.compare(survey.value(b), survey.value(a)))
            .toList();
    List<Integer> chosen = new ArrayList<>();
    double apart = APART * Math.sqrt(space.inputs());
    for (double distance : new double[] {apart, 0}) {
      for (int candidate : ranked) {
        if (chosen.size() < starts && isApart(candidate, chosen, distance)) {
          chosen.add(candidate);
        }
      }
    }
    return chosen;
  }

  private boolean isApart(int candidate, List<Integer> chosen, double distance) {
    return chosen.stream()
        .allMatch(
            other ->
                other != candidate
                    && Spacing.distance(survey.inputs(candidate), survey.inputs(other))
                        >= distance);
  }

  private void from(int start) {
    int here = start;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      here = survey.best(new int[] {here, survey.judge(ascent.from(survey.natural(here)))});
      List<double[]> around = hasDiscrete ? neighbours.of(survey.natural(here)) : List.of();
      int next = around.isEmpty() ? here : survey.best(survey.judge(around));
      if (survey.value(next) <= survey.value(here)) {
        return;
      }
      here = next;
    }
  }

  /**
   * While a closed point is better than every open one, looks at the neighbours of the best such
   * point: so the next best open point of a lattice is found however many are taken.
   */
  void aroundClosed(IntPredicate isOpen) {
    if (!hasDiscrete) {
      return;
    }
    List<Integer> closed = new ArrayList<>();
    double bestOpen = Double.NEGATIVE_INFINITY;
    int looked = 0;
    for (int detour = 0; detour < MOST_DETOURS; detour++) {
      for (; looked < survey.size(); looked++) {
        if (isOpen.test(looked)) {
          bestOpen = Math.max(bestOpen, survey.value(looked));
        } else {
          closed.add(looked);
        }
      }
      if (closed.isEmpty()) {
        return;
      }
      int best = survey.best(closed.stream().mapToInt(i -> i).toArray());
      if (survey.value(best) < bestOpen) {
        return;
      }
      closed.remove((Integer) best);
      survey.judge(neighbours.of(survey.natural(best)));
    }
  }

  /** From a point along the borders of avoided regions and callable constraints, if any. */
  void alongBorders(int start) {
    double[] end = new BorderSlide(space, ascent).from(survey.natural(start));
    if (space.allows(end)) {
      survey.judge(end);
    }
  }
}
