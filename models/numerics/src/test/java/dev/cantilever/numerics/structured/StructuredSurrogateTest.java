package dev.cantilever.numerics.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.sampling.Summary;
import dev.cantilever.numerics.search.BatchProposer;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.Proposal;
import dev.cantilever.numerics.search.Strategy;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Moments;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StructuredSurrogateTest {

  private static final InferenceSettings SHORT =
      new InferenceSettings(SamplerSettings.of(60, 60), new RestartRule(1.5, 2), 20);
  private static final InferenceSettings LONGER = InferenceSettings.of(100, 200);
  private static final MeanFunction POWERS = powers(0.5);

  private static final Observations DATA =
      Observations.of(
          Models.line(0.1, 0.4, 0.7, 0.9, 1.1, 1.3), new double[] {0, 0, 0.3, 0.7, 1.5, 2.9});

  /** A change of exponent between {@code earliest} and 2. */
  private static MeanFunction powers(double earliest) {
    return Models.mean(
        "x < t ? x^b1 : x^b2",
        "t",
        new Prior.Uniform(earliest, 2),
        "b1",
        new Prior.Normal(3, 1),
        "b2",
        new Prior.Normal(3, 1));
  }

  /** The formula is nearly right and the noise small. */
  private static StructuredSurrogate surrogate(MeanFunction mean, InferenceSettings settings) {
    return new StructuredSurrogate(
        StructuredModel.of(mean, Models.matern(1, 1))
            .with(Role.OUTPUT_SCALE, new Prior.LogNormal(-4, 1))
            .withNoise(new Prior.LogNormal(-6, 1)),
        Units.none(1),
        settings);
  }

  @Test
  void equalArgumentsGiveEqualBits() {
    StructuredSurrogate surrogate = surrogate(POWERS, SHORT);
    Points at = Models.line(0.5, 1.9);
    Learned one = surrogate.learn(DATA, Optional.empty(), RandomStream.of(1, "fit"));
    Learned same = surrogate.learn(DATA, Optional.empty(), RandomStream.of(1, "fit"));
    Learned other = surrogate.learn(DATA, Optional.empty(), RandomStream.of(2, "fit"));
    assertThat(same.posterior().at(at)).isEqualTo(one.posterior().at(at));
    assertThat(same.hyperparameters()).isEqualTo(one.hyperparameters());
    assertThat(other.posterior().at(at)).isNotEqualTo(one.posterior().at(at));
  }

  /** All data lie below 1.3, the change above; nothing says what comes after it. */
  @Test
  void aParameterBeyondTheDataIsReportedAsNotIdentified() {
    Learned learned =
        surrogate(powers(1.3), LONGER).learn(DATA, Optional.empty(), RandomStream.of(1, "side"));
    assertThat(learned.warnings()).anyMatch(w -> w.startsWith("b2 is not identified by the data"));
    assertThat(learned.warnings()).noneMatch(w -> w.startsWith("b1 "));
    assertThat(learned.noiseVariance()).isPositive();
    assertThat(learned.hyperparameters().kernel())
        .extracting(parameter -> parameter.role())
        .containsExactly(Role.OUTPUT_SCALE, Role.LENGTHSCALE);
  }

  @Test
  void overlapIsThatOfThePriorWhereNothingIsLearntAndSmallWhereMuchIs() {
    ParameterDraws draws =
        surrogate(POWERS, LONGER).fit(DATA, RandomStream.of(1, "overlap")).parameters();
    List<ParameterSummary> summaries = draws.summaries();
    assertThat(summaries.get(1).priorOverlap()).as("b1").isLessThan(0.4);
    assertThat(summaries.get(2).priorOverlap()).as("b2").isGreaterThan(0.8);
    assertThat(summaries.get(2).posterior().mean()).as("b2").isCloseTo(3, within(0.5));
    assertThat(summaries.get(2).posterior().deviation()).as("b2").isCloseTo(1, within(0.3));
  }

  @Test
  void chainsThatDoNotConvergeAreSaidSo() {
    InferenceSettings hopeless =
        new InferenceSettings(SamplerSettings.of(20, 40), new RestartRule(1.001, 1), 8);
    Learned learned =
        surrogate(POWERS, hopeless).learn(DATA, Optional.empty(), RandomStream.of(1, "short"));
    assertThat(learned.warnings().getFirst())
        .startsWith("the chains have not converged")
        .endsWith("after 2 attempts");
  }

  @Test
  void measuredNoiseIsNotInferred() {
    double[] y = DATA.y().toArray();
    double[] noise = {0.01, 0.02, 0.01, 0.03, 0.01, 0.02};
    StructuredFit fit =
        surrogate(POWERS, SHORT)
            .fit(Observations.of(DATA.x(), y, noise), RandomStream.of(1, "measured"));
    assertThat(fit.parameters().names())
        .containsExactly("t", "b1", "b2", "output scale", "lengthscale 1");
    assertThat(fit.processes()).hasSize(20);
    assertThat(fit.processes().getLast().noiseVariance()).containsExactly(noise);
  }

  /** In degrees and thousands, behind a proposer that knows neither. */
  @Test
  void aProposerThatScalesAndStandardisesGetsPhysicalPredictions() {
    MeanFunction line =
        Models.mean("a*(x - 300) + b", "a", new Prior.Normal(0, 50), "b", new Prior.Normal(0, 5e3));
    InputScaling celsius = new InputScaling(Series.of(200), Series.of(700));
    double[][] rows = new double[51][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new double[] {200 + 10 * i};
    }
    Points physical = Points.of(rows);
    List<Integer> observed = List.of(2, 10, 18, 26, 30);
    double[] y =
        observed.stream().mapToDouble(c -> 30 * (physical.get(c, 0) - 300) + 2_000).toArray();
    Units units = new Units(celsius, Standardisation.of(y));
    StructuredModel model =
        StructuredModel.of(line, Models.matern(1, 1)).withNoise(new Prior.LogNormal(-4, 1));
    StructuredSurrogate surrogate = new StructuredSurrogate(model, units, SHORT);
    Strategy strategy =
        new Strategy(
            surrogate,
            surrogate,
            new Pointwise.MaximumUncertainty(),
            Incumbent.BEST_OBSERVATION,
            new BatchRule.Sequential(BatchRule.Lie.BELIEVED, 0));
    Proposal proposal =
        new BatchProposer(celsius.scaled(physical), strategy, 1)
            .propose(
                new BatchProposer.Known(1, observed, Series.of(y), Set.of(), Optional.empty()), 1);
    assertThat(proposal.choices().getFirst().candidate()).isEqualTo(50); // farthest from all data
    double mean = proposal.standardisation().mean(proposal.posterior().mean(40));
    assertThat(mean).isCloseTo(30 * 300 + 2_000, within(700.0)); // GP with zero mean: off by 5,000
  }

  @Test
  void shareOfTheFormulaIsLargeWhereItExplainsAndSmallWhereItDoesNot() {
    Points at = Models.line(0.2, 0.5, 0.8, 1.0, 1.2);
    MeanFunction flat = Models.mean("a", "a", new Prior.Normal(0, 1));
    assertThat(surrogate(POWERS, SHORT).fit(DATA, RandomStream.of(1, "s")).shareOfFormula(at))
        .isGreaterThan(0.8);
    assertThat(surrogate(flat, SHORT).fit(DATA, RandomStream.of(1, "s")).shareOfFormula(at))
        .isLessThan(1e-12);
  }

  @Test
  void predictionsWhereTheFormulaHasNoValueAreRefusedWithTheReason() {
    MeanFunction logarithm = Models.mean("a*log(x)", "a", new Prior.Normal(1, 1));
    StructuredFit fit = surrogate(logarithm, SHORT).fit(DATA, RandomStream.of(1, "log"));
    assertThatThrownBy(() -> fit.posterior().at(Models.line(0.5, 0)))
        .isInstanceOf(UndefinedMean.class)
        .hasMessageContaining("log(x)")
        .hasMessageContaining("x = 0.0")
        .hasMessageContaining("leave such points out of the pool");
  }

  @Test
  void refusesPriorsThatAPositiveNumberCannotHaveAndWrongNumbersOfInputs() {
    StructuredModel model = StructuredModel.of(POWERS, Models.matern(1, 1));
    assertThatThrownBy(() -> model.with(Role.LENGTHSCALE, new Prior.Normal(1, 1)))
        .hasMessageContaining("the kernel's lengthscale 1 is above 0");
    assertThatThrownBy(() -> model.withNoise(new Prior.Uniform(-1, 1)))
        .hasMessageContaining("the noise variance is above 0");
    assertThatThrownBy(() -> new StructuredSurrogate(model, Units.none(2), SHORT))
        .hasMessageContaining("1 inputs, the scaling 2");
    assertThatThrownBy(() -> new InputScaling(Series.of(1), Series.of(1)))
        .hasMessageContaining("finite min < max");
    assertThatThrownBy(() -> surrogate(POWERS, InferenceSettings.of(100, 20)))
        .hasMessageContaining("at least 40");
  }

  @Test
  void aChangePointMovesFreelyBetweenTwoInputs() {
    MeanFunction step = Models.mean("x < t ? 0 : 1", "t", new Prior.Uniform(0, 1));
    double[] y = {0.01, -0.02, 0, 0.02, 1.01, 0.98, 1, 1.02};
    Points x = Models.line(0.05, 0.15, 0.25, 0.35, 0.65, 0.75, 0.85, 0.95);
    ParameterDraws draws =
        surrogate(step, LONGER).fit(Observations.of(x, y), RandomStream.of(1, "step")).parameters();
    Summary t = draws.summaries().getFirst().posterior();
    assertThat(t.mean()).isCloseTo(0.5, within(0.03));
    assertThat(t.deviation()).isCloseTo(0.3 / Math.sqrt(12), within(0.015));
    // trajectories along a gradient that says nothing of t need 8,573 gradients
    assertThat(draws.draws().gradients()).isLessThan(3000);
  }

  @Test
  void thinnedDrawsAreSpreadOverTheWholeChain() {
    ParameterDraws draws = surrogate(POWERS, SHORT).fit(DATA, RandomStream.of(1, "t")).parameters();
    assertThat(draws.thinned(3))
        .containsExactly(draws.values(10), draws.values(30), draws.values(50));
    assertThat(draws.thinned(10_000)).hasSize(60);
  }

  @Test
  void momentsOfTheMixtureAreThoseOfItsProcesses() {
    StructuredFit fit = surrogate(POWERS, SHORT).fit(DATA, RandomStream.of(1, "mixture"));
    Moments whole = fit.posterior().at(Models.line(1.8));
    double mean =
        fit.processes().stream()
            .mapToDouble(process -> process.at(Models.line(1.8)).mean().get(0))
            .average()
            .orElseThrow();
    assertThat(whole.mean().get(0)).isCloseTo(mean, within(1e-9));
    assertThat(whole.deviation(0)).isGreaterThan(0.5); // the change point may lie on either side
  }
}
