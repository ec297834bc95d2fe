package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/** Whether a search fits what the instrument offers. */
final class PolicyCheck {

  private PolicyCheck() {}

  /** Every reason why it does not. */
  static List<Problem> problems(SearchSpecification input, Offer.Conditions offer) {
    List<Problem> problems = new ArrayList<>();
    List<String> known = offer.outcomes().stream().map(Offer.Outcome::name).toList();
    for (String wanted : SearchSummary.wanted(input)) {
      if (!known.contains(wanted)) {
        problems.add(
            conflict(
                "%s has no outcome \"%s\"; it has %s"
                    .formatted(input.instrument(), wanted, String.join(", ", known))));
      }
    }
    int entries = offer.entries().size();
    if (entries > 0 && input.points() > entries) {
      problems.add(
          conflict(
              "%d points are more than the %d conditions of %s; ask for at most %d"
                  .formatted(input.points(), entries, input.instrument(), entries)));
    }
    problems.addAll(ofPolicy(input));
    return problems;
  }

  private static List<Problem> ofPolicy(SearchSpecification input) {
    return switch (input.policy()) {
      case Policy.Improve improve -> List.of();
      case Policy.Front front ->
          front.referencePoint().filter(point -> point.size() != input.goals().size()).isPresent()
              ? List.of(conflict("the reference point needs one value for each goal"))
              : List.of();
    };
  }

  static Problem conflict(String message) {
    return Problem.of(ProblemCode.ARG_CONFLICT, message);
  }
}
