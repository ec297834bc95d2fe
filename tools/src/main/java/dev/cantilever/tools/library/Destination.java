package dev.cantilever.tools.library;

import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a wanted composition is, or why it is nowhere. */
sealed interface Destination {

  /** There. */
  record Place(SurfacePoint point, List<Fraction> composition, String table)
      implements Destination {

    public Place {
      composition = List.copyOf(composition);
    }
  }

  /** Nowhere. */
  record None(Problem problem) implements Destination {}

  static Destination of(GotoComposition.Input input, SurfacePoint here, Bench bench) {
    return switch (Library.of(input.instrument(), bench)) {
      case Library.Found.Nothing nothing -> new None(nothing.problem());
      case Library.Found.Ready ready -> in(ready.library(), input, here);
    };
  }

  private static Destination in(Library library, GotoComposition.Input input, SurfacePoint here) {
    List<String> elements = library.map().elements();
    Map<Integer, Double> wanted = new TreeMap<>();
    for (GotoComposition.Wanted one : input.composition()) {
      int element = elements.indexOf(one.element());
      if (element < 0 || wanted.put(element, one.fraction()) != null) {
        return none(
            ProblemCode.ARG_CONFLICT,
            "name each element once, out of those that the table states: "
                + String.join(", ", elements));
      }
    }
    Optional<PlaceSearch.Best> best =
        new PlaceSearch(library.map(), library.ground(), wanted).nearestTo(here, input.tolerance());
    if (best.isEmpty()) {
      return none(
          ProblemCode.LIMIT,
          "the envelope lets the stage stand nowhere on this library; ask the operator");
    }
    SurfacePoint point = best.get().place();
    List<Fraction> there = library.map().at(point);
    return best.get().largest() <= input.tolerance()
        ? new Place(point, there, library.table())
        : none(
            ProblemCode.ARG_RANGE,
            "%s lies outside of this library; the nearest that can be reached is %s, at (%s, %s)"
                .formatted(wanted(input), words(there), point.x(), point.y()));
  }

  private static Destination none(ProblemCode code, String words) {
    return new None(Problem.of(code, words));
  }

  private static String wanted(GotoComposition.Input input) {
    return input.composition().stream()
        .map(one -> word(one.element(), one.fraction()))
        .collect(Collectors.joining(", "));
  }

  private static String words(List<Fraction> fractions) {
    return fractions.stream()
        .map(one -> word(one.element(), one.fraction()))
        .collect(Collectors.joining(", "));
  }

  private static String word(String element, double fraction) {
    return String.format(Locale.ROOT, "%s %.4f", element, fraction);
  }
}
