package dev.cantilever.numerics.bayesian;

import dev.cantilever.numerics.sampling.Draws;
import dev.cantilever.numerics.sampling.Summary;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/** All draws of the hyper-parameters, by name; latent variables are left out. Immutable. */
public final class HyperparameterDraws {

  private final Unknowns unknowns;
  private final Draws draws;
  private final int[] shown;

  HyperparameterDraws(Unknowns unknowns, Draws draws) {
    this.unknowns = unknowns;
    this.draws = draws;
    this.shown =
        IntStream.range(0, unknowns.size())
            .filter(j -> !unknowns.all().get(j).isLatent())
            .toArray();
  }

  /** In the order of the kernel's parameters, then mean, noise and inputs where they are drawn. */
  public List<String> names() {
    return hyperparameters().stream().map(Unknown::name).toList();
  }

  List<Unknown> hyperparameters() {
    return IntStream.of(shown).mapToObj(unknowns.all()::get).toList();
  }

  /** Number of draws, chain after chain. */
  public int size() {
    return draws.size();
  }

  /** Values of draw {@code i}, in the order of {@link #names}. */
  public Series draw(int i) {
    double[] values = unknowns.values(draws.theta(i));
    return Series.of(IntStream.of(shown).mapToDouble(j -> values[j]).toArray());
  }

  /** Mean, deviation, quantiles, effective number of draws and split R-hat of each, by name. */
  public Map<String, Summary> summaries() {
    Map<String, Summary> all = new LinkedHashMap<>();
    names().forEach(name -> all.put(name, summary(name)));
    return Collections.unmodifiableMap(all);
  }

  /** The same of one. */
  public Summary summary(String name) {
    return summary(name, DoubleUnaryOperator.identity());
  }

  /** Of a function of one, for example its logarithm. */
  public Summary summary(String name, DoubleUnaryOperator function) {
    int place = names().indexOf(name);
    if (place < 0) {
      throw new IllegalArgumentException(
          "\"%s\" is no hyper-parameter of this model; it has %s".formatted(name, names()));
    }
    Unknown unknown = unknowns.all().get(shown[place]);
    return draws.summary(shown[place], theta -> function.applyAsDouble(unknown.value(theta)));
  }

  /** Trajectories that lost the energy. */
  public int divergences() {
    return draws.divergences();
  }

  /** The greatest split R-hat of any coordinate, latent variables included. */
  public double worstSplitRHat() {
    return draws.worstSplitRHat();
  }

  /** Name of the unknown whose coordinate has that R-hat. */
  String worst() {
    int worst = 0;
    for (int j = 1; j < unknowns.size(); j++) {
      worst = rHat(j) > rHat(worst) ? j : worst;
    }
    return unknowns.all().get(worst).name();
  }

  private double rHat(int j) {
    return draws.summary(j).splitRHat();
  }

  int cutShort() {
    return draws.cutShort();
  }
}
