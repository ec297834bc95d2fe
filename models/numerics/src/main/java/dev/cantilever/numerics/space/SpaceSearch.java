package dev.cantilever.numerics.space;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Finds where an acquisition function is largest among the feasible conditions that are still open.
 *
 * <p>A finite space of a few thousand conditions is listed in full. In any other, feasible draws
 * are judged, and from the best of them and the incumbent, moved a little, the search climbs:
 * continuous numbers and fractions along the gradient, discrete settings from neighbour to
 * neighbour. What comes back is feasible, open, and the best of everything that was judged; in a
 * large space it need not be the best there is.
 */
public final class SpaceSearch {

  private static final int LISTED = 4096;
  private static final double JITTER = 1e-2;
  private static final int JITTERS = 4;

  private final SearchSpace space;
  private final Options options;

  /** How hard to search. */
  public record Options(
      @Doc("Feasible draws that are judged first.") @Bounds(min = 1, max = 65_536) @Default("256")
          int draws,
      @Doc("How many of the best of them are climbed from.")
          @Bounds(min = 1, max = 1000)
          @Default("8")
          int starts,
      @Doc("Most steps of one climb along the gradient.")
          @Bounds(min = 1, max = 10_000)
          @Default("200")
          int iterations,
      @Doc("How often each condition may be measured.")
          @Bounds(min = 1, max = 1_000_000)
          @Default("1")
          int replicates) {

    /** 256 draws, 8 starts, 200 steps, and no condition twice. */
    public static final Options USUAL = new Options(256, 8, 200, 1);

    public Options {
      Problems problems = new Problems();
      problems.demand(draws >= 1, "draws must be at least 1, not " + draws);
      problems.demand(starts >= 1, "starts must be at least 1, not " + starts);
      problems.demand(iterations >= 1, "iterations must be at least 1, not " + iterations);
      problems.demand(replicates >= 1, "replicates must be at least 1, not " + replicates);
      problems.refuse();
    }
  }

  public SpaceSearch(SearchSpace space, Options options) {
    this.space = space;
    this.options = options;
  }

  /**
   * The next place to measure.
   *
   * @param visited what is not to be proposed again
   * @param incumbent the best condition so far, if any
   * @param stream spreads the draws and decides between equal values
   * @throws NoFeasiblePoint where no condition meets all constraints
   * @throws IllegalArgumentException where the function gives NaN or plus infinity
   */
  public SpaceProposal maximise(
      ScaledAcquisitionFunction function,
      Visited visited,
      Optional<Condition> incumbent,
      RandomStream stream) {
    visited.demandAxesOf(space);
    Survey survey = new Survey(space, function);
    IntPredicate isOpen = i -> visited.isOpen(survey.inputs(i), options.replicates());
    if (new Lattice(space).hasAtMost(LISTED)) {
      return listed(survey, visited, isOpen, stream);
    }
    survey.judge(new SpaceDraws(space).naturals(options.draws(), stream));
    Ascent ascent = new Ascent(space, survey, options.iterations(), survey.spread());
    Climb climb = new Climb(space, survey, ascent);
    climb.fromBest(options.starts(), around(incumbent, stream));
    climb.aroundClosed(isOpen);
    Choosing choosing = new Choosing(space, survey, isOpen);
    for (int leader : choosing.leaders()) {
      climb.alongBorders(leader);
    }
    return choosing
        .found(stream)
        .map(SpaceProposal.class::cast)
        .orElseGet(() -> atLast(survey, visited, isOpen, stream));
  }

  /** The best of all conditions of a finite space. */
  private SpaceProposal listed(
      Survey survey, Visited visited, IntPredicate isOpen, RandomStream stream) {
    List<double[]> all = new Lattice(space).points();
    List<double[]> feasible = all.stream().filter(space::allows).toList();
    if (feasible.isEmpty()) {
      new SpaceDraws(space).naturals(1, stream); // says why
    }
    List<double[]> open =
        feasible.stream()
            .filter(one -> visited.isOpen(space.layout().encode(one), options.replicates()))
            .toList();
    survey.judge(open);
    return new Choosing(space, survey, isOpen)
        .found(stream)
        .map(SpaceProposal.class::cast)
        .orElseGet(() -> Exhaustion.of(space, "space", all, visited, options.replicates()));
  }

  /** Where everything that was met is closed. */
  private SpaceProposal atLast(
      Survey survey, Visited visited, IntPredicate isOpen, RandomStream stream) {
    return new Lattice(space).hasAtMost(Lattice.LISTED_AT_LAST)
        ? listed(survey, visited, isOpen, stream)
        : Exhaustion.unproven(visited, options.draws());
  }

  /** Feasible points about the incumbent. */
  private List<double[]> around(Optional<Condition> incumbent, RandomStream stream) {
    List<double[]> around = new ArrayList<>();
    if (incumbent.isPresent()) {
      WorkingCoordinates coordinates = WorkingCoordinates.continuous(space);
      double[] natural = space.natural(incumbent.get());
      Mending mending = new Mending(space);
      for (int i = 0; i < JITTERS; i++) {
        double[] working = coordinates.of(natural);
        for (int j = 0; j < working.length; j++) {
          working[j] += JITTER * stream.nextNormal();
        }
        mending
            .mended(coordinates.moved(natural, working), -1)
            .filter(space::allows)
            .ifPresent(around::add);
      }
    }
    return around;
  }
}
