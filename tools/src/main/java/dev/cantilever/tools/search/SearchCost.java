package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.acquisition.AcquisitionFunction.Scale;
import dev.cantilever.numerics.cost.WayCost;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.CostedFunction;
import dev.cantilever.tools.cost.CostForm;
import dev.cantilever.tools.cost.CostKind;
import dev.cantilever.vocabulary.problem.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * What the next trial costs, seen from the last one.
 *
 * @param otherwise the instrument's own time for a trial, s
 */
record SearchCost(CostForm form, double otherwise) {

  static SearchCost of(CostForm form, SearchSpecification specification, Offer.Conditions offer) {
    double seconds = offer.fidelities().get(specification.fidelity()).time().seconds();
    return new SearchCost(form, seconds);
  }

  /** A fixed part and a rate; only where {@link #form} is such. */
  WayCost way() {
    return ((CostForm.Way) form).cost(otherwise);
  }

  /** Of a candidate, when the instrument is at another. */
  double of(Points pool, int candidate, int present) {
    return switch (form) {
      case CostForm.Each each -> each.costs().get(candidate);
      case CostForm.Way way -> way().at(pool.distance(candidate, present));
    };
  }

  /** Every reason why costs do not fit the rest. */
  static List<Problem> problems(
      SearchSpecification input, Policy.Improve policy, Offer.Conditions offer) {
    return policy.cost().map(form -> problems(form, input, policy, offer)).orElse(List.of());
  }

  private static List<Problem> problems(
      CostForm form, SearchSpecification input, Policy.Improve policy, Offer.Conditions offer) {
    List<String> reasons = new ArrayList<>();
    try {
      CostedFunction.requireDivisible(policy.acquisitionFunction());
    } catch (IllegalArgumentException refused) {
      reasons.add(refused.getMessage());
    }
    if (!input.limits().isEmpty() && policy.acquisitionFunction().scale() != Scale.LOGARITHM) {
      reasons.add("with limits and costs only log_expected_improvement can be weighed; choose it");
    }
    if (!(policy.batchRule() instanceof BatchRule.Sequential
        || policy.batchRule() instanceof BatchRule.Spread)) {
      reasons.add("costs are weighed by the batch rules sequential and spread; choose one of them");
    }
    if (input.fidelity() < offer.fidelities().size()) {
      reasons.addAll(ofForm(form, of(form, input, offer).otherwise(), offer));
    }
    return reasons.stream().map(PolicyCheck::conflict).toList();
  }

  private static List<String> ofForm(CostForm form, double otherwise, Offer.Conditions offer) {
    return switch (form) {
      case CostForm.Each each ->
          each.costs().size() == offer.entries().size()
              ? List.of()
              : List.of(
                  "%d costs for the %d conditions that are listed; give one for each, or a way"
                      .formatted(each.costs().size(), offer.entries().size()));
      case CostForm.Way way -> ofWay(way, otherwise);
    };
  }

  private static List<String> ofWay(CostForm.Way way, double otherwise) {
    List<String> reasons = new ArrayList<>();
    if (way.from().isPresent()) {
      reasons.add("a search goes on from where it measured last; leave from out");
    }
    boolean hasOwn = way.of() == CostKind.TIME && otherwise > 0;
    if (way.fixed().isEmpty() && !hasOwn) {
      reasons.add("the instrument does not say what a trial costs; give the fixed part");
    }
    return reasons;
  }
}
