package dev.cantilever.numerics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.multitask.MultiTaskModel;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Surrogate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FidelitySearchTest {

  private static final Surrogate EXACT =
      new ExactSurrogate(new MultiTaskModel.Autoregression(KernelFamily.RBF, 1).settings(), 3);
  private static final FidelityRule RULE = new FidelityRule.AugmentedImprovement(500);
  private static final FidelitySearch SEARCH = new FidelitySearch(Example.FIDELITIES, EXACT, RULE);

  private static double low(double x) {
    return StrictMath.sin(6 * x);
  }

  private static double high(double x) {
    return 1.5 * low(x) + 0.4 * x;
  }

  /** Rows of x and fidelity, observed without noise in another unit. */
  private static Observations observed(double factor, double offset, double[][] rows) {
    double[] y = new double[rows.length];
    double[] noise = new double[rows.length];
    for (int i = 0; i < y.length; i++) {
      double x = rows[i][0];
      y[i] = offset + factor * (rows[i][1] == 0 ? low(x) : high(x));
      noise[i] = 1e-4 * factor * factor;
    }
    return Observations.of(Points.of(rows), y, noise);
  }

  private static final double[][] ROWS = {
    {0, 0}, {0.2, 0}, {0.5, 0}, {0.7, 0}, {1, 0}, {0.1, 1}, {0.6, 1}
  };

  private static FidelityStep next(FidelitySearch search, Observations measured, Pair... closed) {
    return search.next(
        measured, Example.CANDIDATES, Set.of(closed), Optional.empty(), RandomStream.of(7, "next"));
  }

  @Test
  void whatIsSaidIsInTheUnitOfTheObservations() {
    FidelityStep one = next(SEARCH, observed(1, 0, ROWS));
    FidelityStep two = next(SEARCH, observed(1000, 50, ROWS));
    FidelityChoice first = one.choice().orElseThrow();
    FidelityChoice second = two.choice().orElseThrow();
    assertThat(second.pair()).isEqualTo(first.pair());
    assertThat(second.mean()).isCloseTo(50 + 1000 * first.mean(), within(1e-3));
    assertThat(second.deviation()).isCloseTo(1000 * first.deviation(), within(1e-3));
    Recommendation better = two.recommendation();
    assertThat(better.mean()).isCloseTo(50 + 1000 * one.recommendation().mean(), within(1e-3));
    assertThat(better.bestMeasured().orElseThrow())
        .isCloseTo(50 + 1000 * one.recommendation().bestMeasured().orElseThrow(), within(1e-3));
  }

  @Test
  void cheapMeasurementsTellWhereTheDearOnesAreBest() {
    // measured high at 0.1 and 0.6 only, while the peak is at 0.3 (0.27 between candidates)
    assertThat(next(SEARCH, observed(1, 0, ROWS)).recommendation().candidate()).isEqualTo(3);
  }

  @Test
  void equalArgumentsGiveEqualAnswers() {
    Observations measured = observed(1, 0, ROWS);
    assertThat(next(SEARCH, measured)).isEqualTo(next(SEARCH, measured));
  }

  @Test
  void goesOnFromTheHyperparametersBefore() {
    Observations measured = observed(1, 0, ROWS);
    FidelityStep first = next(SEARCH, measured);
    FidelitySearch again =
        new FidelitySearch(
            Example.FIDELITIES,
            new ExactSurrogate(
                new MultiTaskModel.Autoregression(KernelFamily.RBF, 1).settings(), 0),
            RULE);
    FidelityStep second =
        again.next(
            measured,
            Example.CANDIDATES,
            Set.of(),
            Optional.of(first.hyperparameters()),
            RandomStream.of(8, "other"));
    assertThat(second.choice().orElseThrow().pair()).isEqualTo(first.choice().orElseThrow().pair());
  }

  static Stream<FidelityRule> perCost() {
    return Stream.of(
        RULE, new FidelityRule.KnowledgePerCost(500, 500), new FidelityRule.MaximumEntropy(500, 8));
  }

  @ParameterizedTest
  @MethodSource("perCost")
  void aCheapFidelityIsChosenForItsCostOnly(FidelityRule rule) {
    Observations measured = observed(1, 0, ROWS);
    List<Fidelity> equal = List.of(new Fidelity("low", 1), new Fidelity("high", 1));
    List<Fidelity> apart = List.of(new Fidelity("low", 1), new Fidelity("high", 1e4));
    assertThat(fidelityChosen(new FidelitySearch(equal, EXACT, rule), measured)).isEqualTo(1);
    assertThat(fidelityChosen(new FidelitySearch(apart, EXACT, rule), measured)).isZero();
  }

  private static int fidelityChosen(FidelitySearch search, Observations measured) {
    return next(search, measured).choice().orElseThrow().pair().fidelity();
  }

  @Test
  void recommendsEvenWhereNothingCanBeChosen() {
    Set<Pair> all = new HashSet<>();
    for (int c = 0; c < 11; c++) {
      all.addAll(List.of(new Pair(c, 0), new Pair(c, 1)));
    }
    FidelityStep step = next(SEARCH, observed(1, 0, ROWS), all.toArray(Pair[]::new));
    assertThat(step.choice()).isEmpty();
    assertThat(step.recommendation().candidate()).isEqualTo(3);
  }

  @Test
  void warnsWhereAFidelityWasNeverMeasured() {
    double[][] lowOnly = Arrays.copyOf(ROWS, 5);
    FidelityStep step = next(SEARCH, observed(1, 0, lowOnly));
    assertThat(step.warnings())
        .contains(
            "nothing was measured at fidelity large lattice; what is said of it rests on the"
                + " prior");
    assertThat(step.recommendation().bestMeasured()).isEmpty();
    assertThat(step.choice().orElseThrow().value()).isPositive();
  }

  @Test
  void infersTheNoiseWhereNoneWasMeasured() {
    Observations known = observed(1, 0, ROWS);
    Observations unknown = Observations.of(known.x(), known.y().toArray());
    FidelityStep step = next(SEARCH, unknown);
    assertThat(step.hyperparameters().noiseVariance()).isPositive();
    assertThat(step.recommendation().candidate()).isBetween(2, 3);
  }

  @Test
  void oneMeasurementIsEnoughForAChoice() {
    Observations one = observed(1, 0, new double[][] {{0.5, 0}});
    FidelityStep step = next(FidelitySearch.usual(Example.FIDELITIES, 1), one);
    assertThat(next(FidelitySearch.usual(Example.FIDELITIES, 1), one)).isEqualTo(step);
    assertThat(step.choice().orElseThrow().value()).isPositive();
    assertThat(step.recommendation().deviation()).isFinite();
  }

  @Test
  void threeFidelitiesHangTogetherByDistance() {
    List<Fidelity> three =
        List.of(new Fidelity("a", 1), new Fidelity("b", 2), new Fidelity("c", 8));
    Observations measured = observed(1, 0, new double[][] {{0, 0}, {0.3, 0}, {0.6, 1}, {1, 2}});
    FidelityStep step = next(FidelitySearch.usual(three, 1), measured);
    assertThat(step.choice().orElseThrow().terms()).hasSize(3);
  }

  @Test
  void refusesWhatIsNoSearch() {
    assertThatThrownBy(() -> FidelitySearch.usual(List.of(new Fidelity("only", 1)), 1))
        .hasMessageContaining("at least two");
    Observations unknown = observed(1, 0, new double[][] {{0.5, 2}});
    assertThatThrownBy(() -> next(SEARCH, unknown))
        .hasMessage("the last column of point 0 is 2.0; it must be a task, 0 to 1");
  }
}
