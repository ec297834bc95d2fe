package dev.cantilever.numerics.acquisition;

import dev.cantilever.numerics.surrogate.PoolPosterior;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How much the best posterior mean is expected to rise by one noisy observation at a candidate
 * (Frazier, Powell and Dayanik, INFORMS J. Comput. 21 (2009) 599, doi:10.1287/ijoc.1080.0314),
 * exactly, over a finite set of places where the best is looked for.
 *
 * @param screened so many candidates of greatest expected improvement are looked at
 * @param decisions the best is looked for at so many places of greatest upper bound
 */
public record KnowledgeGradient(
    @Doc("Only so many candidates of greatest expected improvement are looked at.")
        @Bounds(min = 1, max = 100_000)
        @Default("200")
        int screened,
    @Doc("The best mean is looked for at so many candidates of greatest upper bound.")
        @Bounds(min = 2, max = 100_000)
        @Default("500")
        int decisions)
    implements AcquisitionFunction {

  @Override
  public Scale scale() {
    return Scale.POSITIVE;
  }

  @Override
  public double[] values(Situation situation) {
    int[] ranks = Screening.best(situation, screened);
    int[] places = places(situation.posterior());
    double[] means = Arrays.stream(places).mapToDouble(situation.posterior()::mean).toArray();
    double[] values = new double[ranks.length];
    for (int i = 0; i < ranks.length; i++) {
      int candidate = situation.candidate(ranks[i]);
      double[] reach = situation.posterior().covarianceWith(candidate);
      double spread = situation.posterior().variance(candidate) + situation.noiseVariance();
      double[] slopes = new double[places.length];
      for (int j = 0; j < slopes.length; j++) {
        slopes[j] = reach[places[j]] / Math.sqrt(spread);
      }
      values[i] = ExpectedMaximum.gain(means, slopes);
    }
    return Screening.spread(situation.size(), ranks, values);
  }

  private int[] places(PoolPosterior posterior) {
    return IntStream.range(0, posterior.size())
        .boxed()
        .sorted(
            Comparator.comparingDouble(
                (Integer c) -> -(posterior.mean(c) + 2 * posterior.deviation(c))))
        .limit(decisions)
        .mapToInt(c -> c)
        .sorted()
        .toArray();
  }
}
