package dev.cantilever.numerics.novelty;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Values of one outcome with mean 0 and standard deviation 1, so that outcomes of unlike units
 * count alike.
 *
 * @param scale between these values and the outcome's own
 */
record Scaled(Standardisation scale, Series values) {

  /** Every component of measured outcomes. */
  static List<Scaled> each(Points outcomes) {
    List<Scaled> each = new ArrayList<>();
    for (int j = 0; j < outcomes.dimension(); j++) {
      double[] column = new double[outcomes.size()];
      for (int i = 0; i < column.length; i++) {
        column[i] = outcomes.get(i, j);
      }
      Standardisation scale = Standardisation.of(column);
      each.add(new Scaled(scale, Series.of(scale.apply(column))));
    }
    return List.copyOf(each);
  }

  Scaled plus(double value) {
    double[] longer = Arrays.copyOf(values.toArray(), values.size() + 1);
    longer[values.size()] = value;
    return new Scaled(scale, Series.of(longer));
  }
}
