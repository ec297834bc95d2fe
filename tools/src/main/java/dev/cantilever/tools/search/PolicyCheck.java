package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.surrogate.Hypothesis;
import dev.cantilever.tools.surrogate.SurrogateForm;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

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
    if (input.fidelity() >= offer.fidelities().size()) {
      problems.add(
          conflict(
              "%s has no fidelity %d; it has %s, counted from 0"
                  .formatted(
                      input.instrument(),
                      input.fidelity(),
                      offer.fidelities().stream()
                          .map(Offer.Fidelity::name)
                          .collect(Collectors.joining(", ")))));
    }
    int entries = offer.entries().size();
    if (entries > 0 && input.points() > entries) {
      problems.add(
          conflict(
              "%d points are more than the %d conditions of %s; ask for at most %d"
                  .formatted(input.points(), entries, input.instrument(), entries)));
    }
    problems.addAll(ofPolicy(input, offer));
    problems.addAll(ofSurrogate(input, offer));
    return problems;
  }

  private static List<Problem> ofPolicy(SearchSpecification input, Offer.Conditions offer) {
    return switch (input.policy()) {
      case Policy.Improve improve -> SearchCost.problems(input, improve, offer);
      case Policy.Front front ->
          front.referencePoint().filter(point -> point.size() != input.goals().size()).isPresent()
              ? List.of(conflict("the reference point needs one value for each goal"))
              : List.of();
      case Policy.Fidelities fidelities -> ofFidelities(input, offer);
      case Policy.Novelty novelty ->
          input.limits().isEmpty()
              ? List.of()
              : List.of(conflict("the policy novelty learns no limits; leave them out"));
      case Policy.Hypotheses hypotheses -> {
        List<Problem> problems = new ArrayList<>();
        hypotheses.hypotheses().forEach(one -> problems.addAll(of(one, offer)));
        if (input.batch() > 1) {
          problems.add(conflict("competing hypotheses ask for one trial at a time; set batch 1"));
        }
        if (!input.limits().isEmpty()) {
          problems.add(conflict("competing hypotheses learn no limits; leave them out"));
        }
        long names = hypotheses.hypotheses().stream().map(Hypothesis::name).distinct().count();
        if (names < hypotheses.hypotheses().size()) {
          problems.add(conflict("hypotheses need different names"));
        }
        yield problems;
      }
    };
  }

  private static List<Problem> ofFidelities(SearchSpecification input, Offer.Conditions offer) {
    List<Problem> problems = new ArrayList<>();
    if (offer.fidelities().size() < 2) {
      problems.add(
          conflict(
              "%s has only the fidelity %s; use the policy improve"
                  .formatted(input.instrument(), offer.fidelities().getFirst().name())));
    }
    if (input.batch() > 1) {
      problems.add(conflict("the policy fidelities asks for one trial at a time; set batch 1"));
    }
    if (!input.limits().isEmpty()) {
      problems.add(conflict("the policy fidelities learns no limits; leave them out"));
    }
    if (input.fidelity() != 0) {
      problems.add(conflict("the policy fidelities chooses for itself; leave fidelity out"));
    }
    return problems;
  }

  private static List<Problem> ofSurrogate(SearchSpecification input, Offer.Conditions offer) {
    return input.surrogate() instanceof SurrogateForm.Structured structured
        ? of(structured.hypothesis(), offer)
        : List.of();
  }

  private static List<Problem> of(Hypothesis hypothesis, Offer.Conditions offer) {
    return hypothesis.problems(new Formulas(offer).inputs()).stream()
        .map(PolicyCheck::conflict)
        .toList();
  }

  static Problem conflict(String message) {
    return Problem.of(ProblemCode.ARG_CONFLICT, message);
  }
}
