package dev.cantilever.numerics.novelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.novelty.NoveltySearch.Known;
import dev.cantilever.numerics.novelty.OutcomeModels.Fitted;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.random.Sobol;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.FunctionDraw;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoveltySearchTest {

  private static final FitSettings SETTINGS = FitSettings.usual(KernelFamily.RBF, 2);
  private static final OutcomeModels MODELS = OutcomeModels.of(SETTINGS);
  private static final Criterion DRAWS = new Criterion.OutcomeDraws(3);
  private static final Candidates.Box BOX = new Candidates.Box(2, 32, 4, 16, 1e-3);

  /** Hyper-parameters as if just fitted, so that no test but those of fits pays for one. */
  private static Fitted fitted(int observations, int outcomes, double noise) {
    Stationary kernel = new Stationary(KernelFamily.RBF, 1, Series.of(0.3, 0.3));
    Hyperparameters one = new Hyperparameters(kernel.parameters(), noise, 0);
    return new Fitted(Collections.nCopies(outcomes, one), observations);
  }

  private static Points inputs(int count) {
    return Points.of(RandomOutcomes.uniform(count, 2, RandomStream.of(9, "inputs")));
  }

  private static Points outcomes(Points inputs) {
    double[][] rows = new double[inputs.size()][];
    for (int i = 0; i < rows.length; i++) {
      double x = inputs.get(i, 0);
      double y = inputs.get(i, 1);
      rows[i] = new double[] {StrictMath.sin(6 * x) + y, 100 * x * y};
    }
    return Points.of(rows);
  }

  private static Known known(int count, double noise) {
    Points inputs = inputs(count);
    return new Known(1, inputs, outcomes(inputs), Optional.of(fitted(count, 2, noise)));
  }

  private static NoveltyProposal propose(Criterion criterion, Candidates candidates, int size) {
    return new NoveltySearch(MODELS, criterion, 5).propose(known(12, 1e-4), candidates, size);
  }

  @Test
  void equalArgumentsGiveEqualBits() {
    assertThat(propose(DRAWS, BOX, 3).choices()).isEqualTo(propose(DRAWS, BOX, 3).choices());
    NoveltySearch other = new NoveltySearch(MODELS, DRAWS, 6);
    assertThat(other.propose(known(12, 1e-4), BOX, 3).choices())
        .isNotEqualTo(propose(DRAWS, BOX, 3).choices());
  }

  @Test
  void aDrawIsOfThePosteriorWithoutNoise() {
    Belief belief = beliefs(known(12, 0.3)).each().getFirst();
    Points places = Points.of(new double[][] {{0.2, 0.8}, {0.9, 0.1}, {0.5, 0.5}});
    Moments moments = belief.posterior().at(places);
    int count = 120;
    double[] sums = new double[3];
    double[] squares = new double[3];
    for (int draw = 0; draw < count; draw++) {
      FunctionDraw function = belief.posterior().draw(RandomStream.of(draw, "draw"));
      double[] values = function.at(places);
      for (int i = 0; i < 3; i++) {
        double z = (values[i] - moments.mean().get(i)) / moments.deviation(i);
        sums[i] += z / count;
        squares[i] += z * z / count;
      }
    }
    for (int i = 0; i < 3; i++) {
      assertThat(sums[i]).isCloseTo(0, within(4 / Math.sqrt(count)));
      assertThat(squares[i]).isCloseTo(1, within(4 * Math.sqrt(2.0 / count)));
    }
  }

  private static Beliefs beliefs(Known known) {
    List<Scaled> scaled = Scaled.each(known.outcomes());
    List<Learned> learned =
        MODELS.learn(
            scaled.stream()
                .map(one -> new Observations(known.inputs(), one.values(), Optional.empty()))
                .toList(),
            known.before(),
            new Streams(5, known.iteration()));
    return Beliefs.of(scaled, learned);
  }

  @Test
  void everyMemberOfABatchAndEveryOutcomeHasItsOwnDraw() {
    Beliefs beliefs = beliefs(known(12, 1e-4));
    Streams streams = new Streams(5, 1);
    Points place = Points.of(new double[] {0.31, 0.77});
    Set<Double> values =
        Set.copyOf(
            IntStream.range(0, 4)
                .boxed()
                .flatMap(member -> beliefs.draws(streams, member).stream())
                .map(draw -> draw.at(place)[0])
                .toList());
    assertThat(values).hasSize(8);
  }

  @Test
  void theSecondMemberOfABatchUsesTheSecondDrawAndBelievesTheFirstMember() {
    List<NoveltyChoice> choices = propose(DRAWS, BOX, 2).choices();
    Points first = Points.of(choices.get(0).chosen().inputs().toArray());
    Points second = Points.of(choices.get(1).chosen().inputs().toArray());
    Beliefs after = beliefs(known(12, 1e-4)).believing(first);
    List<FunctionDraw> draws = after.draws(new Streams(5, 1), 1);
    assertThat(choices.get(1).drawn()).isEqualTo(after.drawn(draws, second));
    assertThat(choices.get(1).mean()).isEqualTo(after.means(second));
  }

  @Test
  void theValueIsTheNoveltyOfTheDrawnOutcomesInStandardDeviations() {
    Known known = known(12, 1e-4);
    NoveltyChoice choice = propose(DRAWS, BOX, 1).choices().getFirst();
    List<Scaled> scaled = Scaled.each(known.outcomes());
    double[][] measured = new double[12][2];
    double[] drawn = new double[2];
    for (int j = 0; j < 2; j++) {
      for (int i = 0; i < 12; i++) {
        measured[i][j] = scaled.get(j).values().get(i);
      }
      drawn[j] = scaled.get(j).scale().apply(new double[] {choice.drawn().get(j)})[0];
    }
    assertThat(choice.chosen().value())
        .isCloseTo(
            OutcomeNovelty.against(Points.of(measured), 3).sumOfNearest(drawn), within(1e-9));
  }

  @Test
  void outcomesWithinTheNoiseOfMeasuredOnesAreNotNew() {
    Points inputs = inputs(12);
    Points flat = Points.of(new double[12][2]);
    Known known = new Known(1, inputs, flat, Optional.of(fitted(12, 2, 2)));
    Candidates pool = new Candidates.Pool(inputs, Set.of());
    NoveltyChoice choice =
        new NoveltySearch(MODELS, DRAWS, 5).propose(known, pool, 1).choices().getFirst();
    assertThat(choice.chosen().value()).isZero();
    assertThat(choice.ties()).isEqualTo(12);
    Known quiet = new Known(1, inputs, flat, Optional.of(fitted(12, 2, 1e-4)));
    assertThat(
            new NoveltySearch(MODELS, DRAWS, 5)
                .propose(quiet, new Candidates.Pool(inputs(40), Set.of()), 1)
                .choices()
                .getFirst()
                .chosen()
                .value())
        .isPositive();
  }

  @Test
  void maximumVarianceTakesTheLeastKnownCandidate() {
    Points pool = Points.of(RandomOutcomes.uniform(700, 2, RandomStream.of(3, "pool")));
    NoveltyChoice choice =
        propose(new Criterion.MaximumVariance(), new Candidates.Pool(pool, Set.of()), 1)
            .choices()
            .getFirst();
    Moments moments = beliefs(known(12, 1e-4)).each().getFirst().posterior().at(pool);
    int best = 0;
    for (int i = 0; i < pool.size(); i++) {
      best = moments.variance().get(i) > moments.variance().get(best) ? i : best;
    }
    assertThat(choice.chosen().index()).isEqualTo(best);
    assertThat(choice.chosen().value())
        .as("two outcomes with the same hyper-parameters")
        .isCloseTo(2 * moments.variance().get(best), within(1e-12));
    assertThat(choice.runnerUp().orElseThrow().value()).isLessThan(choice.chosen().value());
  }

  @Test
  void noveltyInInputsTakesTheLoneliestCandidateAndCountsTheBatch() {
    Points pool = Points.of(new double[][] {{0.5, 0.5}, {9, 9}, {9.1, 9}, {-7, 0}});
    NoveltyProposal proposal =
        propose(new Criterion.InputNovelty(1), new Candidates.Pool(pool, Set.of()), 4);
    assertThat(proposal.choices())
        .extracting(choice -> choice.chosen().index())
        .containsExactly(2, 3, 0, 1);
    assertThat(proposal.learned()).isEmpty();
    assertThat(proposal.choices().getFirst().mean().size()).isZero();
  }

  @Test
  void sobolGoesOnWithOneSequence() {
    Criterion sobol = new Criterion.SobolSequence();
    double[][] sequence = Sobol.scrambled(2, RandomStream.of(5, "novelty/sobol")).points(16);
    List<NoveltyChoice> batch = propose(sobol, BOX, 2).choices();
    assertThat(batch.get(0).chosen().inputs()).isEqualTo(Series.of(sequence[12]));
    assertThat(batch.get(1).chosen().inputs()).isEqualTo(Series.of(sequence[13]));
    Points pool = Points.of(sequence[3], sequence[12], sequence[7]);
    assertThat(propose(sobol, new Candidates.Pool(pool, Set.of()), 1).choices().getFirst().chosen())
        .isEqualTo(new Candidate(1, Series.of(sequence[12]), -0.0));
  }

  @Test
  void randomTakesEveryOpenCandidateEquallyOften() {
    Candidates pool = new Candidates.Pool(inputs(6), Set.of(1, 4));
    int[] counts = new int[6];
    for (int seed = 0; seed < 400; seed++) {
      NoveltySearch search = new NoveltySearch(MODELS, new Criterion.Random(), seed);
      NoveltyChoice choice = search.propose(known(12, 1e-4), pool, 1).choices().getFirst();
      counts[choice.chosen().index()]++;
      assertThat(choice.ties()).isEqualTo(4);
    }
    assertThat(counts[1] + counts[4]).isZero();
    assertThat(counts[0]).isBetween(65, 135);
    assertThat(counts[5]).isBetween(65, 135);
  }

  @Test
  void aPoolEndsWithFewerChoices() {
    Candidates pool = new Candidates.Pool(inputs(6), Set.of(1, 4));
    List<NoveltyChoice> choices = propose(DRAWS, pool, 10).choices();
    assertThat(choices)
        .extracting(choice -> choice.chosen().index())
        .containsExactlyInAnyOrder(0, 2, 3, 5);
    assertThat(choices.getLast().runnerUp()).isEmpty();
    Candidates closed = new Candidates.Pool(inputs(1), Set.of(0));
    assertThat(propose(DRAWS, closed, 1).choices()).isEmpty();
  }

  @Test
  void aBoxIsNeverLeftAndNoInputRepeated() {
    Points inputs = Points.of(new double[][] {{0}, {0.5}, {1}});
    Points outcomes = Points.of(new double[][] {{0}, {3}, {1}});
    FitSettings settings = FitSettings.usual(KernelFamily.RBF, 1);
    NoveltySearch search = new NoveltySearch(OutcomeModels.of(settings), DRAWS, 5);
    Candidates box = new Candidates.Box(1, 64, 8, 16, 0.05);
    Known known = new Known(1, inputs, outcomes, Optional.empty());
    Points all = inputs;
    for (NoveltyChoice choice : search.propose(known, box, 6).choices()) {
      double x = choice.chosen().inputs().get(0);
      assertThat(x).isBetween(0.0, 1.0);
      for (int i = 0; i < all.size(); i++) {
        assertThat(Math.abs(x - all.get(i, 0))).isGreaterThanOrEqualTo(0.05);
      }
      all = all.plus(Points.of(new double[] {x}));
    }
    assertThat(all.size()).isEqualTo(9);
  }

  @Test
  void hyperParametersAreKeptUntilThereIsFourPercentMoreToLearnFrom() {
    assertThat(OutcomeModels.isFitDue(1, Optional.empty())).isTrue();
    Optional<Fitted> last = Optional.of(fitted(100, 2, 1e-4));
    assertThat(OutcomeModels.isFitDue(103, last)).isFalse();
    assertThat(OutcomeModels.isFitDue(104, last)).isTrue();
    assertThat(OutcomeModels.isFitDue(11, Optional.of(fitted(10, 2, 1e-4)))).isTrue();
    assertThat(propose(DRAWS, BOX, 1).fitted()).hasValue(fitted(12, 2, 1e-4));
  }

  @Test
  void aDueFitIsHandedOn() {
    Known known = new Known(3, inputs(12), outcomes(inputs(12)), Optional.of(fitted(9, 2, 1e-4)));
    NoveltyProposal proposal = new NoveltySearch(MODELS, DRAWS, 5).propose(known, BOX, 1);
    Fitted now = proposal.fitted().orElseThrow();
    assertThat(now.observations()).isEqualTo(12);
    assertThat(now.outcomes())
        .isEqualTo(proposal.learned().stream().map(Learned::hyperparameters).toList())
        .isNotEqualTo(fitted(9, 2, 1e-4).outcomes());
  }

  @Test
  void oneMeasurementOfAConstantIsEnoughToBegin() {
    Known known =
        new Known(
            1,
            Points.of(new double[] {0.5, 0.5}),
            Points.of(new double[] {7, 7}),
            Optional.empty());
    NoveltyChoice choice =
        new NoveltySearch(MODELS, DRAWS, 5).propose(known, BOX, 1).choices().getFirst();
    assertThat(choice.chosen().value()).isFinite();
    assertThat(choice.drawn().isFinite()).isTrue();
  }

  @Test
  void theInitialDesignOfAPoolTakesEachCandidateOnce() {
    NoveltySearch search = new NoveltySearch(MODELS, DRAWS, 5);
    assertThat(search.initialDesign(new Candidates.Pool(inputs(6), Set.of(2)), 9))
        .extracting(Candidate::index)
        .containsExactlyInAnyOrder(0, 1, 3, 4, 5);
    assertThat(search.initialDesign(BOX, 4)).hasSize(4).doesNotHaveDuplicates();
    assertThat(search.initialDesign(BOX, 0)).isEmpty();
  }

  @Test
  void refusesWhatDoesNotFitTogether() {
    Points two = inputs(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Known(1, two, outcomes(inputs(3)), Optional.empty()))
        .withMessageContaining("3 outcomes; 2 expected");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Known(1, two, outcomes(two), Optional.of(fitted(2, 1, 1e-4))))
        .withMessageContaining("1 hyper-parameter sets; 2 expected");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> propose(DRAWS, Candidates.Box.of(3), 1))
        .withMessageContaining("a candidate has 3 coordinates, but 2 are expected");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Candidates.Pool(two, Set.of(2)))
        .withMessageContaining("a closed candidate is 2; it must lie in [0, 1]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Criterion.OutcomeDraws(0))
        .withMessageContaining("number of neighbours is 0");
  }
}
