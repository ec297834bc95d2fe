package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

/**
 * What was learnt of one number from the trials so far.
 *
 * @param of what it is, in words
 * @param values as they were measured, with the sign that makes larger better
 * @param standardisation between them and the surrogate's
 * @param notes further numbers, such as parameters of a formula
 */
record Belief(
    String of, Series values, Standardisation standardisation, Learned learned, List<Term> notes) {

  Belief {
    notes = List.copyOf(notes);
  }

  /**
   * Learns.
   *
   * @param errors standard errors of the values; a noise is inferred unless all are above 0
   */
  static Belief learn(
      String of,
      Learner learner,
      Points inputs,
      double[] values,
      double[] errors,
      Optional<Hyperparameters> before,
      RandomStream stream) {
    Standardisation scale = Standardisation.of(values);
    Observations data =
        new Observations(inputs, Series.of(scale.apply(values)), noise(errors, scale));
    Learner.Learnt learnt = learner.learn(data, scale, before, stream);
    return new Belief(of, Series.of(values), scale, learnt.learned(), learnt.notes());
  }

  private static Optional<Series> noise(double[] errors, Standardisation scale) {
    double[] noise = new double[errors.length];
    for (int i = 0; i < errors.length; i++) {
      if (!(errors[i] > 0)) {
        return Optional.empty();
      }
      noise[i] = errors[i] * errors[i] / (scale.deviation() * scale.deviation());
    }
    return Optional.of(Series.of(noise));
  }

  /** The values as the surrogate saw them. */
  double[] standardised() {
    return standardisation.apply(values.toArray());
  }

  Reasons.FitNumbers numbers() {
    return new Reasons.FitNumbers(
        of,
        learned.hyperparameters(),
        standardisation.mean(),
        standardisation.deviation(),
        learned.logMarginalLikelihood(),
        learned.warnings(),
        notes);
  }
}
