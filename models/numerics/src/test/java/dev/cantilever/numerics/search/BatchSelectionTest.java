package dev.cantilever.numerics.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.Reference;
import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise.ExpectedImprovement;
import dev.cantilever.numerics.acquisition.Pointwise.MaximumUncertainty;
import dev.cantilever.numerics.acquisition.Pointwise.UpperConfidenceBound;
import dev.cantilever.numerics.acquisition.Situation;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BatchSelectionTest {

  private static final Map<String, BatchRule.Lie> LIES =
      Map.of(
          "cl_min", BatchRule.Lie.MINIMUM,
          "cl_mean", BatchRule.Lie.MEAN,
          "cl_max", BatchRule.Lie.MAXIMUM,
          "kriging_believer", BatchRule.Lie.BELIEVED);

  static Stream<JsonNode> liars() {
    JsonNode cases = Reference.read("batch_selection.json").at("/cases/constant_liar");
    return StreamSupport.stream(cases.spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("liars")
  void sequencesOfLiarsAreThoseOfTheReference(JsonNode one) {
    Points x = Reference.points(one.get("X"));
    Points candidates = Reference.points(one.get("candidates"));
    double[] y = Reference.numbers(one.get("y"));
    double noise = one.get("noise_variance").doubleValue();
    double[] noises = new double[y.length];
    Arrays.fill(noises, noise);
    GaussianProcess process =
        GaussianProcess.given(
            Reference.kernel(one), one.get("mean_constant").doubleValue(), x, y, noises);
    LIES.forEach(
        (name, lie) -> {
          List<Integer> expected = Reference.indices(one.at("/expected/" + name + "/sequence"));
          List<Integer> chosen =
              selectionWithBestObserved(process, candidates, noise, y)
                  .choose(new BatchRule.Sequential(lie, 0), expected.size())
                  .stream()
                  .map(Choice::candidate)
                  .toList();
          assertThat(chosen).as(name).isEqualTo(expected);
        });
  }

  /** The observations lie outside the pool here: they enter as values alone. */
  private static BatchSelection selectionWithBestObserved(
      GaussianProcess process, Points candidates, double noise, double[] y) {
    return new BatchSelection(
        new ExpectedImprovement(0),
        situation(process, candidates, noise, Collections.nCopies(y.length, -1), y, Set.of(), 0));
  }

  private static Situation situation(
      GaussianProcess process,
      Points pool,
      double noise,
      List<Integer> observed,
      double[] y,
      Set<Integer> closed,
      int seed) {
    return Situation.of(
        Situation.Beliefs.of(pool, process, noise),
        new Situation.Seen(observed, Series.of(y), closed),
        Incumbent.BEST_OBSERVATION,
        RandomStream.of(seed, "ties"));
  }

  @Test
  void distanceFilteredBatchIsThatOfTheReference() {
    JsonNode one = Reference.read("batch_selection.json").at("/cases/distance_filtered_batch");
    double[] wanted = Reference.numbers(one.get("acquisition"));
    double[][] rows = new double[144][2];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(Math.floorDiv(i, 12), i % 12);
    }
    List<Integer> expected = Reference.indices(one.at("/expected/indices"));
    BatchSelection selection =
        new BatchSelection(
            new Listed(wanted).function(),
            situation(
                new Listed(wanted).process(Points.of(rows)),
                Points.of(rows),
                0,
                List.of(),
                new double[0],
                Set.of(),
                0));
    List<Integer> chosen =
        selection
            .choose(
                new BatchRule.Spread(one.get("exclusion_radius").doubleValue()), expected.size())
            .stream()
            .map(Choice::candidate)
            .toList();
    assertThat(chosen).isEqualTo(expected);
  }

  /** A posterior whose mean is a given list: an interpolating process with hardly any reach. */
  private record Listed(double[] wanted) {

    AcquisitionFunction function() {
      return new UpperConfidenceBound(0);
    }

    GaussianProcess process(Points pool) {
      Kernel kernel = new Stationary(KernelFamily.RBF, 1, Series.of(0.01, 0.01));
      return GaussianProcess.given(kernel, 0, pool, wanted, new double[wanted.length]);
    }
  }

  @Test
  void equalCandidatesAreDrawnBySeedAndCounted() {
    Points pool = Points.of(row(0), row(10), row(20), row(30));
    Kernel kernel = new Stationary(KernelFamily.RBF, 1, Series.of(0.1));
    GaussianProcess process = GaussianProcess.given(kernel, 0, pool.select(0), row(0), row(0.1));
    Set<Integer> winners = new TreeSet<>();
    for (int seed = 0; seed < 40; seed++) {
      Choice choice =
          new BatchSelection(
                  new MaximumUncertainty(),
                  situation(process, pool, 0.1, List.of(0), row(0), Set.of(0), seed))
              .choose(new BatchRule.Spread(0), 1)
              .getFirst();
      assertThat(choice.ties()).isEqualTo(3);
      winners.add(choice.candidate());
    }
    assertThat(winners).containsExactly(1, 2, 3);
  }

  @Test
  void poolThatEndsGivesFewer() {
    Points pool = Points.of(row(0), row(1), row(2));
    Kernel kernel = new Stationary(KernelFamily.RBF, 1, Series.of(0.1));
    GaussianProcess process = GaussianProcess.given(kernel, 0, pool.select(0), row(0), row(0.1));
    List<Choice> batch =
        new BatchSelection(
                new MaximumUncertainty(),
                situation(process, pool, 0.1, List.of(0), row(0), Set.of(0), 1))
            .choose(new BatchRule.Sequential(BatchRule.Lie.MEAN, 5), 7);
    assertThat(batch).hasSize(2);
  }

  private static double[] row(double... values) {
    return values;
  }
}
