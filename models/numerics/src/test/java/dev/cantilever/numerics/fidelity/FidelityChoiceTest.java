package dev.cantilever.numerics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.multitask.MultiTaskModel;
import dev.cantilever.numerics.multitask.TaskPoints;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FidelityChoiceTest {

  private static final FidelityRule RULE = new FidelityRule.AugmentedImprovement(500);

  private static FidelityChoice choice(FidelityPool pool) {
    return FidelityChoice.of(pool, RULE, RandomStream.of(1, "ties")).orElseThrow();
  }

  @Test
  void theBestPairAndTheNextBestAreNamedWithTheirValues() {
    FidelityPool pool = Example.pool();
    double[] all =
        Arrays.stream(RULE.values(pool)).flatMapToDouble(Arrays::stream).sorted().toArray();
    FidelityChoice choice = choice(pool);
    assertThat(choice.value()).isEqualTo(all[all.length - 1]);
    assertThat(choice.runnerUpValue()).isEqualTo(all[all.length - 2]);
    assertThat(choice.runnerUp()).isPresent().get().isNotEqualTo(choice.pair());
    assertThat(choice.ties()).isEqualTo(1);
    assertThat(choice.mean()).isEqualTo(pool.mean(choice.pair()));
    assertThat(choice.deviation()).isEqualTo(pool.deviation(choice.pair()));
  }

  @Test
  void theTermsTellWhatEveryFidelityPromisesAtBest() {
    FidelityPool pool = Example.pool();
    double[][] values = RULE.values(pool);
    assertThat(choice(pool).terms())
        .containsExactly(
            new Term(
                "best at fidelity small lattice", Arrays.stream(values[0]).max().orElseThrow()),
            new Term(
                "best at fidelity large lattice", Arrays.stream(values[1]).max().orElseThrow()));
  }

  @Test
  void aClosedPairIsNotChosen() {
    FidelityChoice first = choice(Example.pool());
    FidelityChoice second = choice(Example.pool(first.pair()));
    assertThat(second.pair()).isEqualTo(first.runnerUp().orElseThrow());
    assertThat(second.value()).isEqualTo(first.runnerUpValue());
  }

  @Test
  void thereIsNoChoiceWhereEveryPairIsClosed() {
    Set<Pair> all = new HashSet<>();
    for (int c = 0; c < Example.CANDIDATES.size(); c++) {
      all.add(new Pair(c, 0));
      all.add(new Pair(c, 1));
    }
    FidelityPool pool = Example.pool(all.toArray(Pair[]::new));
    for (FidelityRule rule :
        new FidelityRule[] {RULE, new FidelityRule.ExpectedFurtherImprovement()}) {
      assertThat(FidelityChoice.of(pool, rule, RandomStream.of(1, "ties"))).isEmpty();
    }
    assertThat(Recommendation.of(pool).candidate()).isBetween(0, 10);
  }

  @Test
  void equalPairsAreDrawnFrom() {
    // two candidates in the same place
    Points twins = Points.of(new double[][] {{0.3}, {0.3}});
    FidelityPool pool =
        FidelityPool.of(
            twins,
            Example.BELIEF,
            new FidelityPool.Levels(Example.FIDELITIES, Series.of(0.0, 0.0)),
            Example.MEASURED,
            Set.of());
    Set<Integer> chosen = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      FidelityChoice choice =
          FidelityChoice.of(pool, RULE, RandomStream.of(seed, "ties")).orElseThrow();
      assertThat(choice.ties()).isEqualTo(2);
      chosen.add(choice.pair().candidate());
    }
    assertThat(chosen).containsExactlyInAnyOrder(0, 1);
  }

  @Test
  void theGreatestMeanOfTheHighestFidelityIsRecommended() {
    FidelityPool pool = Example.pool();
    Recommendation found = Recommendation.of(pool);
    double[] means = Example.BELIEF.at(Example.at(1)).mean().toArray();
    assertThat(found.mean()).isEqualTo(Arrays.stream(means).max().orElseThrow());
    assertThat(means[found.candidate()]).isEqualTo(found.mean());
    double[] measured = Example.BELIEF.at(Example.MEASURED.select(4, 5)).mean().toArray();
    assertThat(found.bestMeasured()).hasValue(Math.max(measured[0], measured[1]));
  }

  @Test
  void withoutTheHighestFidelityNothingIsSaidOfItsBest() {
    Points low = TaskPoints.of(Points.of(new double[][] {{0.2}, {0.7}}), 0);
    GaussianProcess belief =
        GaussianProcess.given(
            new MultiTaskModel.Autoregression(KernelFamily.RBF, 1).template(),
            0,
            low,
            new double[] {1, -1},
            new double[] {0.01, 0.01});
    FidelityPool pool =
        FidelityPool.of(
            Example.CANDIDATES,
            belief,
            new FidelityPool.Levels(Example.FIDELITIES, Series.of(0.01, 0.01)),
            low,
            Set.of());
    assertThat(Recommendation.of(pool).bestMeasured()).isEmpty();
    assertThat(choice(pool).value()).isPositive();
  }

  @Test
  void refusesWhatIsNoPool() {
    assertThatThrownBy(() -> Example.pool(new Pair(11, 0)))
        .hasMessageContaining("not one of 11 candidates at one of 2 fidelities");
    assertThatThrownBy(() -> new Fidelity("free", 0))
        .hasMessage("the cost of free must be finite and above 0, not 0.0");
    assertThatThrownBy(() -> new FidelityPool.Levels(Example.FIDELITIES, Series.of(0.1)))
        .hasMessageContaining("a noise variance for each");
  }
}
