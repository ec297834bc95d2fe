package dev.cantilever.numerics.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.formula.MeanFunction.Input;
import dev.cantilever.numerics.formula.MeanFunction.Parameter;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.structured.InputScaling;
import dev.cantilever.numerics.structured.StructuredModel;
import dev.cantilever.numerics.structured.StructuredSurrogate;
import dev.cantilever.numerics.structured.Units;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Symbolic hypotheses over a table of two descriptors: {@code y = 3 (1 + (x0/60)²)} and noise. */
@Tag("long")
class SymbolicFormsTest {

  private static final int SIZE = 80;
  private static final InputScaling SCALING = new InputScaling(Series.of(0, -2), Series.of(120, 4));

  /** The true form is the first. */
  private static List<Hypothesis> hypotheses(Units units) {
    Parameter scale = new Parameter("E", new Prior.Normal(0, 5), "");
    Parameter length = new Parameter("a", new Prior.Gamma(2, 0.05), "");
    return List.of(
        hypothesis("square", "E*(1 + (x0/a)^2)", units, scale, length),
        hypothesis("two squares", "E*(1 + (x0/a)^2 + x1^2)", units, scale, length),
        hypothesis("ratio", "E*(1 + x1/(1 + x0))", units, scale));
  }

  private static Hypothesis hypothesis(
      String name, String formula, Units units, Parameter... parameters) {
    MeanFunction mean =
        MeanFunction.of(
            formula, List.of(new Input("x0", ""), new Input("x1", "")), List.of(parameters), "");
    StructuredModel model =
        StructuredModel.of(mean, new Stationary(KernelFamily.RBF, 1, Series.of(0.5, 0.5)));
    InferenceSettings settings =
        new InferenceSettings(SamplerSettings.of(150, 150), new RestartRule(1.2, 2), 24);
    return new Hypothesis(name, new StructuredSurrogate(model, units, settings));
  }

  @Test
  void trueFormIsPickedAndItsLengthRecovered() {
    int picked = 0;
    int recovered = 0;
    for (int seed = 1; seed <= 10; seed++) {
      RandomStream stream = RandomStream.of(seed, "table");
      double[][] x = new double[SIZE][];
      double[] y = new double[SIZE];
      for (int i = 0; i < SIZE; i++) {
        x[i] = new double[] {120 * stream.nextDouble(), -2 + 6 * stream.nextDouble()};
        y[i] = 3 * (1 + x[i][0] * x[i][0] / 3600) + 0.3 * stream.nextNormal();
      }
      double[] first = Arrays.copyOf(y, 6);
      List<Integer> observed = List.of(0, 1, 2, 3, 4, 5);
      Units units = new Units(SCALING, Standardisation.of(first));
      HypothesisLearning learning =
          new HypothesisLearning(
              hypotheses(units), SCALING.scaled(Points.of(x)), LearningRules.standard(), seed);
      HypothesisState state = learning.begin(new ArrayList<>(observed), Series.of(first));
      for (int step = 0; step < 15; step++) {
        HypothesisProposal proposal = learning.propose(state);
        state = learning.observing(learning.after(state, proposal), y[proposal.candidate()]);
      }
      double a = learning.conclude(state).getFirst().parameters().get(1).posterior().mean();
      picked += state.leader() == 0 ? 1 : 0;
      recovered += Math.abs(a - 60) < 6 ? 1 : 0;
      System.out.printf(
          "symbolic forms, seed %d: counts %s, mean rewards %s, a = %.1f%n",
          seed, state.rewards().counts(), state.rewards().means(), a);
    }
    System.out.printf(
        "symbolic forms: the true form is picked in %d of 10, a within 10 %% in %d%n",
        picked, recovered);
    assertThat(picked).isGreaterThanOrEqualTo(8);
    assertThat(recovered).isGreaterThanOrEqualTo(8);
  }
}
