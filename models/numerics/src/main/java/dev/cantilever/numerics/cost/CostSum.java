package dev.cantilever.numerics.cost;

import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;

/** Several costs added up, such as travel, a constant dwell and a dose per fidelity. */
public record CostSum(@Doc("What is added up.") @Items(min = 1, max = 8) List<CostModel> terms) {

  public CostSum {
    terms = List.copyOf(terms);
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("a sum of costs needs at least one term");
    }
  }

  /**
   * The cost of measuring at {@code to}, coming from {@code from}; summed in the order of terms.
   */
  public Cost of(Site from, Site to) {
    Cost sum = Cost.NOTHING;
    for (CostModel term : terms) {
      sum = sum.plus(term.of(from, to));
    }
    return sum;
  }

  /** The cost of a whole tour through these sites, the first being where it starts. */
  public Cost of(List<Site> tour) {
    Cost sum = Cost.NOTHING;
    for (int i = 1; i < tour.size(); i++) {
      sum = sum.plus(of(tour.get(i - 1), tour.get(i)));
    }
    return sum;
  }
}
