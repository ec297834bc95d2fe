package dev.cantilever.numerics.fidelity;

import dev.cantilever.numerics.acquisition.ExpectedMaximum;
import dev.cantilever.numerics.special.Normal;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What measuring a candidate at a fidelity promises for each unit of its cost; larger is better.
 * Values are in the scale of the standardised observations unless a rule says otherwise.
 */
public sealed interface FidelityRule {

  /**
   * All values.
   *
   * @return one row for each fidelity, one number for each candidate, closed ones included; −∞ for
   *     a candidate that was not looked at
   */
  double[][] values(FidelityPool pool);

  /**
   * Expected further improvement, the rule of the published two-fidelity loops. The highest
   * fidelity promises its expected improvement {@code a_h}, a lower one {@code |a_h − a_f|}; each
   * over its cost. Where both are poor a difference says nothing, so that it counts no more than
   * the range of {@code a_h} over the candidates. It does not look at the correlation between
   * fidelities.
   */
  record ExpectedFurtherImprovement() implements FidelityRule {

    @Override
    public double[][] values(FidelityPool pool) {
      double[] high = Improvements.at(pool, pool.highest());
      double range =
          Arrays.stream(high).max().orElseThrow() - Arrays.stream(high).min().orElseThrow();
      double[][] values = new double[pool.fidelities().size()][];
      for (int f = 0; f < values.length; f++) {
        values[f] = Improvements.at(pool, f);
        for (int c = 0; c < high.length; c++) {
          double further = Math.min(range, Math.abs(high[c] - values[f][c]));
          values[f][c] =
              (f == pool.highest() ? high[c] : further) / pool.fidelities().get(f).cost();
        }
      }
      return values;
    }
  }

  /**
   * Augmented expected improvement: {@code a_h |corr(y_f(x), f_h(x))| / c_f}, the expected
   * improvement of the highest fidelity where an observation at fidelity f, its noise included, is
   * correlated with it (Huang, Allen, Notz and Miller, Struct. Multidiscip. Optim. 32 (2006) 369,
   * doi:10.1007/s00158-005-0587-0). Their separate factor for noise is part of the correlation
   * here.
   *
   * @param screened only so many candidates of greatest {@code a_h} are looked at
   */
  record AugmentedImprovement(
      @Doc("Only so many candidates of greatest expected improvement are looked at.")
          @Bounds(min = 1, max = 100_000)
          @Default("200")
          int screened)
      implements FidelityRule {

    @Override
    public double[][] values(FidelityPool pool) {
      double[] high = Improvements.at(pool, pool.highest());
      return Improvements.perCost(
          pool,
          pool.ranked(c -> high[c], screened),
          pair -> high[pair.candidate()] * Improvements.correlation(pool, pair));
    }
  }

  /**
   * Knowledge gradient per cost: how much the greatest posterior mean at the highest fidelity is
   * expected to rise by one observation of the pair, exactly, over a finite set of decisions
   * (Frazier, Powell and Dayanik, INFORMS J. Comput. 21 (2009) 599, doi:10.1287/ijoc.1080.0314;
   * over fidelities and costs Poloczek, Wang and Frazier, NIPS 2017, arXiv:1603.00389). The
   * correlation between fidelities enters through the covariance of the pair with the decisions.
   *
   * @param screened so many candidates of greatest upper bound at the highest fidelity are looked
   *     at, at every fidelity
   * @param decisions the best is looked for at so many of them
   */
  record KnowledgePerCost(
      @Doc("Only so many candidates of greatest upper bound are looked at.")
          @Bounds(min = 1, max = 100_000)
          @Default("500")
          int screened,
      @Doc("The best mean is looked for at so many candidates of greatest upper bound.")
          @Bounds(min = 2, max = 100_000)
          @Default("500")
          int decisions)
      implements FidelityRule {

    @Override
    public double[][] values(FidelityPool pool) {
      int[] places = Improvements.byUpperBound(pool, decisions);
      double[] means =
          Arrays.stream(places).mapToDouble(c -> pool.mean(new Pair(c, pool.highest()))).toArray();
      return Improvements.perCost(
          pool,
          Improvements.byUpperBound(pool, screened),
          pair -> {
            double[] reach = pool.reach(pair);
            double deviation = Math.sqrt(pool.spread(pair));
            return ExpectedMaximum.gain(
                means, Arrays.stream(places).mapToDouble(c -> reach[c] / deviation).toArray());
          });
    }
  }

  /**
   * Information per cost, in nats, that an observation gives of the greatest value at the highest
   * fidelity, {@code −½ log(1 − ρ² r (r + γ)) / c_f} with {@code γ = (f* − μ_h)/σ_h}, {@code r =
   * φ(γ)/Φ(γ)} and ρ the correlation of the observation with the highest fidelity at the same
   * place, averaged over f* (Moss, Leslie, Gonzalez and Rayson, J. Mach. Learn. Res. 22 (2021) 235,
   * arXiv:2102.03324; multi-fidelity max-value entropy, Takeno et al., ICML 2020,
   * arXiv:1901.08275). As values of f* stand evenly spaced quantiles of the maximum of independent
   * candidates.
   *
   * @param screened only so many candidates of greatest upper bound are looked at
   * @param quantiles how many values of f*
   */
  record MaximumEntropy(
      @Doc("Only so many candidates of greatest upper bound are looked at.")
          @Bounds(min = 1, max = 100_000)
          @Default("500")
          int screened,
      @Doc("Averaged over so many quantiles of the greatest value.")
          @Bounds(min = 1, max = 1000)
          @Default("16")
          int quantiles)
      implements FidelityRule {

    @Override
    public double[][] values(FidelityPool pool) {
      int[] ranked = Improvements.byUpperBound(pool, screened);
      double[] greatest =
          IntStream.range(0, quantiles)
              .mapToDouble(k -> GreatestValue.quantile(pool, (k + 0.5) / quantiles))
              .toArray();
      return Improvements.perCost(pool, ranked, pair -> information(pool, pair, greatest));
    }

    private static double information(FidelityPool pool, Pair pair, double[] greatest) {
      Pair high = new Pair(pair.candidate(), pool.highest());
      double correlation = Improvements.correlation(pool, pair);
      double sum = 0;
      for (double value : greatest) {
        double gamma = (value - pool.mean(high)) / pool.deviation(high);
        double ratio = Normal.density(gamma) / Normal.cumulative(gamma);
        double known = correlation * correlation * ratio * (ratio + gamma);
        sum -= 0.5 * StrictMath.log1p(-Math.min(known, 1 - 1e-12)) / greatest.length;
      }
      return sum;
    }
  }
}
