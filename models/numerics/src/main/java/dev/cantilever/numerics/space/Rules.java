package dev.cantilever.numerics.space;

import java.util.ArrayList;
import java.util.List;

/**
 * All constraints of a space.
 *
 * @param linear those that bound a polytope
 * @param curved the others
 */
record Rules(List<LinearRule> linear, List<Rule> curved) {

  static Rules of(List<Constraint> constraints, Layout layout) {
    List<LinearRule> linear = new ArrayList<>();
    List<Rule> curved = new ArrayList<>();
    for (Constraint constraint : constraints) {
      switch (constraint) {
        case Constraint.Linear one -> linear.add(LinearRule.of(one, layout));
        case Constraint.Avoid one -> curved.add(new RegionRule(one, layout));
        case Constraint.Callable one -> curved.add(new CallableRule(one, layout));
      }
    }
    return new Rules(linear, curved);
  }

  /** In the order in which they are checked. */
  List<Rule> all() {
    List<Rule> all = new ArrayList<>(linear);
    all.addAll(curved);
    return all;
  }

  boolean allow(double[] natural) {
    for (LinearRule rule : linear) {
      if (!rule.allows(natural)) {
        return false;
      }
    }
    return curvedAllow(natural);
  }

  boolean curvedAllow(double[] natural) {
    for (Rule rule : curved) {
      if (!rule.allows(natural)) {
        return false;
      }
    }
    return true;
  }

  /** By how much those that bound no polytope are missed in sum; infinite where one cannot tell. */
  double curvedExcess(double[] natural) {
    double sum = 0;
    for (Rule rule : curved) {
      if (!rule.allows(natural)) {
        double excess = rule.excess(natural);
        sum += Double.isNaN(excess) ? Double.POSITIVE_INFINITY : excess;
      }
    }
    return sum;
  }

  List<Refusal> refusals(double[] natural) {
    return all().stream()
        .filter(rule -> !rule.allows(natural))
        .map(rule -> rule.refusal(natural))
        .toList();
  }
}
