package dev.cantilever.numerics.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Pointwise.ExpectedImprovement;
import dev.cantilever.numerics.acquisition.Pointwise.MaximumUncertainty;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.monitor.TrapDetector.Suggestion;
import dev.cantilever.numerics.monitor.TrapDetector.Verdict;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrapDetectorTest {

  private static final TrapDetector DETECTOR = TrapDetector.standard();
  private static final Points POOL = Loop.line(200);

  /** A hill at 0.2 that falls ever deeper, and behind the valley a higher band at 0.75 to 0.9. */
  private static double hillAndFarBand(int member) {
    double x = POOL.get(member, 0);
    return isInFarBand(member) ? 2 : 1 - (x - 0.2) * (x - 0.2) / 0.01;
  }

  private static boolean isInFarBand(int member) {
    return Math.abs(POOL.get(member, 0) - 0.825) < 0.075;
  }

  /** Twenty seeds on the near side of the valley. */
  private static Loop campaign(int run) {
    return new Loop(POOL, TrapDetectorTest::hillAndFarBand, Loop.seeds(20, 120, run));
  }

  private static Verdict verdict(Loop loop) {
    return DETECTOR.examine(POOL, loop.path(), loop.measured(), LearningCurve.of(loop.live()));
  }

  /** At which of 15 steps a campaign is first found trapped, or 0. */
  private static int flaggedAt(Loop loop, AcquisitionFunction function) {
    for (int step = 1; step <= 15; step++) {
      loop.step(function);
      if (verdict(loop) instanceof Verdict.Trapped) {
        return step;
      }
    }
    return 0;
  }

  @Test
  void trappedExploitationIsFlaggedAndTheSuggestedExplorationFindsTheFarBand() {
    int flagged = 0;
    int escaped = 0;
    for (int run = 0; run < 10; run++) {
      Loop loop = campaign(run);
      flagged += flaggedAt(loop, new ExpectedImprovement(0)) > 0 ? 1 : 0;
      assertThat(loop.path().picks()).noneMatch(TrapDetectorTest::isInFarBand);
      for (int step = 0; step < DETECTOR.explorationSteps(); step++) {
        loop.step(new MaximumUncertainty());
      }
      escaped += loop.path().picks().stream().anyMatch(TrapDetectorTest::isInFarBand) ? 1 : 0;
    }
    assertThat(flagged).isEqualTo(10);
    assertThat(escaped).isGreaterThanOrEqualTo(8);
  }

  @Test
  void explorationIsNeverFlagged() {
    for (int run = 0; run < 2; run++) {
      assertThat(flaggedAt(campaign(run), new MaximumUncertainty())).isZero();
    }
  }

  @Test
  void suggestedInjectionLiesInThePartThatWasNotVisited() {
    Loop loop = campaign(0);
    flaggedAt(loop, new ExpectedImprovement(0));
    Clusters clusters = Clusters.of(POOL, 5, RandomStream.of(0, "clusters"));
    List<Suggestion> suggestions = DETECTOR.suggestions(POOL, loop.path(), clusters, Set.of(199));
    assertThat(suggestions.getFirst()).isEqualTo(new Suggestion.Explore(5));
    Suggestion.Inject inject = (Suggestion.Inject) suggestions.get(1);
    assertThat(inject.candidates()).hasSize(3).doesNotContain(199).doesNotHaveDuplicates();
    assertThat(inject.candidates()).allMatch(i -> POOL.get(i, 0) > 0.6);
  }

  @Test
  void nothingIsInjectedWhereNothingIsLeft() {
    Points two = Loop.line(2);
    Path path = new Path(2, 2, List.of(0, 1));
    Clusters clusters = Clusters.of(two, 1, RandomStream.of(0, "clusters"));
    assertThat(DETECTOR.suggestions(two, path, clusters, Set.of()))
        .containsExactly(new Suggestion.Explore(5));
  }

  /** One seed, then ten picks around it; the variance and the best stay as they are. */
  private static Verdict stuck(int lastPick, double lastVariance, double lastValue) {
    int[] picks = {50, 51, 52, 49, 48, 53, 47, 54, 46, 45, lastPick};
    double[] variance = {1, 1, 1, 1, 1, 1, 1, 1, 1, lastVariance};
    double[] measured = {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, lastValue};
    return DETECTOR.examine(
        POOL,
        new Path(200, 1, Arrays.stream(picks).boxed().toList()),
        Series.of(measured),
        new LearningCurve(Series.of(variance), Series.of(new double[10])));
  }

  @Test
  void allThreeSignsAreNeeded() {
    assertThat(stuck(55, 1, 1)).isInstanceOf(Verdict.Trapped.class);
    assertThat(stuck(199, 1, 1)).isInstanceOf(Verdict.Free.class);
    // slope of ten points of which the last is v: 4.5 (v − 1) / 82.5 over the mean (9 + v)/10
    assertThat(stuck(55, 0.84, 1)).isInstanceOf(Verdict.Trapped.class);
    assertThat(stuck(55, 0.81, 1)).isInstanceOf(Verdict.Free.class);
    assertThat(stuck(55, 1, 1.0001)).isInstanceOf(Verdict.Free.class);
  }

  @Test
  void beforeTheWindowIsFullItIsTooEarly() {
    List<Integer> picks = IntStream.range(0, 10).boxed().toList();
    Series ones = Series.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    LearningCurve ten = new LearningCurve(ones, ones);
    LearningCurve nine = new LearningCurve(Series.of(new double[9]), Series.of(new double[9]));
    assertThat(DETECTOR.examine(POOL, new Path(200, 1, picks), ones, nine))
        .isEqualTo(new Verdict.TooEarly(9, 10));
    // without seeds nothing tells whether the best rose within the first ten picks
    assertThat(DETECTOR.examine(POOL, new Path(200, 0, picks), ones, ten))
        .isEqualTo(new Verdict.TooEarly(10, 11));
  }

  @Test
  void poolInOnePlaceIsNoTrap() {
    double[][] same = new double[20][2];
    List<Integer> picks = IntStream.range(0, 11).boxed().toList();
    Series flat = Series.of(new double[10]);
    Verdict verdict =
        DETECTOR.examine(
            Points.of(same),
            new Path(20, 1, picks),
            Series.of(new double[11]),
            new LearningCurve(flat, flat));
    assertThat(verdict).isEqualTo(new Verdict.Free(new TrapDetector.Evidence(1, 0, false)));
  }

  @Test
  void featuresOfAnotherPoolAreRefused() {
    assertThatThrownBy(
            () ->
                DETECTOR.examine(
                    POOL,
                    new Path(7, 0, List.of()),
                    Series.of(),
                    new LearningCurve(Series.of(), Series.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("200 points with features; 7 expected, one per member of the pool");
  }
}
