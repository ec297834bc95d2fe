package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.multitask.TaskPoints;
import dev.cantilever.numerics.multitask.TaskStandardisation;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

/**
 * Observations as a surrogate learns from them: standardised, each task by its own, with noise
 * where all have an error.
 */
final class Standardised {

  private Standardised() {}

  static Observations of(List<Observation> observations, Optional<Tasks> tasks) {
    Points x = Points.of(observations.stream().map(o -> o.x().toArray()).toArray(double[][]::new));
    return tasks.map(all -> several(observations, all, x)).orElseGet(() -> one(observations, x));
  }

  private static Observations one(List<Observation> observations, Points x) {
    double[] y = values(observations);
    Standardisation scale = Standardisation.of(y);
    double[] noise =
        observations.stream()
            .mapToDouble(o -> o.error() / scale.deviation())
            .map(error -> error * error)
            .toArray();
    return new Observations(x, Series.of(scale.apply(y)), measured(observations, noise));
  }

  private static Observations several(List<Observation> observations, Tasks tasks, Points places) {
    Points x = TaskPoints.of(places, observations.stream().map(tasks::number).toList());
    double[] y = values(observations);
    TaskStandardisation scale = TaskStandardisation.of(x, y, tasks.names().size());
    double[] noise = new double[y.length];
    for (int i = 0; i < noise.length; i++) {
      Observation own = observations.get(i);
      double error = own.error() / scale.each().get(tasks.number(own)).deviation();
      noise[i] = error * error;
    }
    return new Observations(x, Series.of(scale.apply(x, y)), measured(observations, noise));
  }

  private static double[] values(List<Observation> observations) {
    return observations.stream().mapToDouble(Observation::y).toArray();
  }

  private static Optional<Series> measured(List<Observation> observations, double[] noise) {
    boolean isMeasured = observations.stream().allMatch(o -> o.error() > 0);
    return isMeasured ? Optional.of(Series.of(noise)) : Optional.empty();
  }
}
