package dev.cantilever.numerics.hypothesis;

import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.formula.MeanFunction.Input;
import dev.cantilever.numerics.formula.MeanFunction.Parameter;
import dev.cantilever.numerics.kernel.Held;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.sampling.InferenceSettings;
import dev.cantilever.numerics.sampling.RestartRule;
import dev.cantilever.numerics.sampling.SamplerSettings;
import dev.cantilever.numerics.structured.StructuredModel;
import dev.cantilever.numerics.structured.StructuredSurrogate;
import dev.cantilever.numerics.structured.Units;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Hypotheses of one input that several tests share. */
final class Toys {

  /** 100 points on [0, 2.5]. */
  static final Points POOL = grid(100, 2.5);

  private Toys() {}

  static Points grid(int n, double end) {
    double[][] rows = new double[n][];
    for (int i = 0; i < n; i++) {
      rows[i] = new double[] {end * i / (n - 1)};
    }
    return Points.of(rows);
  }

  /** Those of the published toy, the true form last. */
  static List<Hypothesis> piecewise(InferenceSettings settings) {
    Prior slope = new Prior.Normal(3, 1);
    String[][] forms = {
      {"power|linear", "x < t ? x^b1 : b2*x"},
      {"linear|linear", "x < t ? b1*x : b2*x"},
      {"power|power", "x < t ? x^b1 : x^b2"}
    };
    List<Hypothesis> hypotheses = new ArrayList<>();
    for (String[] form : forms) {
      StructuredModel model =
          StructuredModel.of(
                  mean(form[1], "t", new Prior.Uniform(0.5, 2), "b1", slope, "b2", slope),
                  new Stationary(KernelFamily.MATERN52, 1, Series.of(0.5)))
              .with(Role.LENGTHSCALE, new Prior.Uniform(0, 1));
      hypotheses.add(
          new Hypothesis(form[0], new StructuredSurrogate(model, Units.none(1), settings)));
    }
    return hypotheses;
  }

  /** One slope or level each under a held process, in milliseconds. */
  static Hypothesis quick(String name, String formula) {
    StructuredModel model =
        StructuredModel.of(
                mean(formula, "a", new Prior.Normal(0, 3)),
                new Held(
                    Set.of(Role.OUTPUT_SCALE, Role.LENGTHSCALE),
                    new Stationary(KernelFamily.RBF, 0.25, Series.of(0.3))))
            .withNoise(new Prior.LogNormal(-4, 1));
    InferenceSettings settings =
        new InferenceSettings(SamplerSettings.of(40, 40), new RestartRule(2, 0), 10);
    return new Hypothesis(name, new StructuredSurrogate(model, Units.none(1), settings));
  }

  private static MeanFunction mean(String formula, Object... namesAndPriors) {
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < namesAndPriors.length; i += 2) {
      parameters.add(new Parameter((String) namesAndPriors[i], (Prior) namesAndPriors[i + 1], ""));
    }
    return MeanFunction.of(formula, List.of(new Input("x", "")), parameters, "");
  }
}
