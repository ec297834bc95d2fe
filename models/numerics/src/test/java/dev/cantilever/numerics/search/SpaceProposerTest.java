package dev.cantilever.numerics.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Axis;
import dev.cantilever.numerics.space.Condition;
import dev.cantilever.numerics.space.SearchSpace;
import dev.cantilever.numerics.space.SpaceProposal;
import dev.cantilever.numerics.space.SpaceSearch;
import dev.cantilever.numerics.space.Visited;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Hyperprior;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpaceProposerTest {

  private static final SearchSpace SPACE =
      SearchSpace.of(
          new Axis.Continuous("x", -5, 10),
          new Axis.Continuous("y", 0, 15),
          new Axis.Category("gas", "argon", "oxygen"));

  /** Branin's function, larger better; one level costs 20. */
  private static double measured(Condition condition) {
    double x = condition.number("x");
    double y = condition.number("y");
    double pi = StrictMath.PI;
    double bowl = y - 5.1 / (4 * pi * pi) * x * x + 5 / pi * x - 6;
    double branin = bowl * bowl + 10 * (1 - 1 / (8 * pi)) * StrictMath.cos(x) + 10;
    return -branin - (condition.level("gas").equals("argon") ? 20 : 0);
  }

  private static List<Condition> run(int steps) {
    FitSettings settings =
        FitSettings.usual(KernelFamily.MATERN52, SPACE.inputs())
            .withNoise(Hyperprior.of(1e-6, 1, new Prior.LogNormal(-8, 2)));
    SpaceProposer proposer =
        new SpaceProposer(
            SPACE,
            new ExactSurrogate(settings, 1),
            new Pointwise.LogExpectedImprovement(0),
            Incumbent.BEST_OBSERVATION,
            new SpaceSearch.Options(128, 4, 60, 1));
    List<Condition> tried = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    Visited visited = Visited.none(SPACE);
    Optional<Hyperparameters> before = Optional.empty();
    for (int i = 0; i < steps; i++) {
      Condition next;
      if (i < 6) {
        double[] drawn = {(i * 0.37) % 1, (i * 0.61) % 1, i % 2, 1 - i % 2};
        next = SPACE.decode(drawn);
      } else {
        SpaceProposer.Next found =
            proposer.propose(
                new SpaceProposer.Known(
                    tried,
                    Series.of(values.stream().mapToDouble(v -> v).toArray()),
                    visited,
                    before),
                RandomStream.of(3, "step/" + i));
        before = Optional.of(found.learned().hyperparameters());
        next = ((SpaceProposal.Found) found.proposal()).best().condition();
      }
      tried.add(next);
      values.add(measured(next));
      visited = visited.measured(next);
    }
    return tried;
  }

  @Test
  void findsTheBestPlaceOfABoxWithACategory() {
    List<Condition> tried = run(32);
    double best = tried.stream().mapToDouble(SpaceProposerTest::measured).max().orElseThrow();
    // the three minima of Branin's function lie at 0.397887, all of them with oxygen
    assertThat(best).isGreaterThan(-0.45);
    assertThat(tried).doesNotHaveDuplicates();
  }

  @Test
  void theSameSeedGivesTheSamePath() {
    assertThat(run(12)).isEqualTo(run(12));
  }
}
