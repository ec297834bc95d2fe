package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.sparse.CollapsedBound;
import dev.cantilever.numerics.sparse.InducingPoints;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.MixturePosterior;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Posterior;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fitted surrogate: all that is needed to predict with it again, bit for bit.
 *
 * @param draws of the hyper-parameters, equally likely; one alone where they are the most probable
 * @param observations in the order in which they were given
 * @param inducing inputs that carry the belief of a sparse process; none for an exact one
 */
public record Model(
    KernelForm kernel,
    List<Hyperparameters> draws,
    List<Observation> observations,
    List<Series> inducing) {

  /** More observations than an exact process is for. */
  static final int MANY = 2_000;

  private static final RecordType<Model> TYPE = RecordType.of(Model.class);

  public Model {
    draws = List.copyOf(draws);
    inducing = List.copyOf(inducing);
    observations = List.copyOf(observations);
  }

  static Points points(List<Observation> observations) {
    return Points.of(observations.stream().map(o -> o.x().toArray()).toArray(double[][]::new));
  }

  static double[] values(List<Observation> observations) {
    return observations.stream().mapToDouble(Observation::y).toArray();
  }

  byte[] bytes() {
    return CanonicalJson.bytes(TYPE.write(this));
  }

  /** Reads it back; empty where the bytes are not a model. */
  public static Optional<Model> read(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return switch (TYPE.parse(StrictJson.ours(text))) {
      case Parsed.Valid<Model> valid -> Optional.of(valid.value());
      case Parsed.Invalid<Model> invalid -> Optional.empty();
    };
  }

  public int dimension() {
    return observations.getFirst().x().size();
  }

  public Standardisation standardisation() {
    return Standardisation.of(values(observations));
  }

  /** What is believed, of scaled inputs and standardised observations. */
  public Posterior posterior() {
    if (!inducing.isEmpty()) {
      return sparse(draws.getFirst());
    }
    List<Posterior> parts = draws.stream().<Posterior>map(this::process).toList();
    return parts.size() == 1 ? parts.getFirst() : new MixturePosterior(parts);
  }

  private Posterior sparse(Hyperparameters draw) {
    Observations data = data(observations);
    double[] inferred = new double[data.size()];
    Arrays.fill(inferred, draw.noiseVariance());
    Series noise = data.noiseVariance().orElse(Series.of(inferred));
    Points points = Points.of(inducing.stream().map(Series::toArray).toArray(double[][]::new));
    return CollapsedBound.of(
            draw.kernel(kernel.template(dimension())),
            draw.mean(),
            new Observations(data.x(), data.y(), Optional.of(noise)),
            InducingPoints.of(points))
        .posterior();
  }

  /** The exact process of one draw of the hyper-parameters. */
  GaussianProcess process(Hyperparameters draw) {
    Observations data = data(observations);
    double[] inferred = new double[observations.size()];
    Arrays.fill(inferred, draw.noiseVariance());
    return GaussianProcess.given(
        draw.kernel(kernel.template(dimension())),
        draw.mean(),
        data.x(),
        data.y().toArray(),
        data.noiseVariance().map(Series::toArray).orElse(inferred));
  }

  /** Noise variance of a further observation, standardised: the mean over draws. */
  public double noiseVariance() {
    double sum = 0;
    for (Hyperparameters draw : draws) {
      sum += draw.noiseVariance();
    }
    return sum / draws.size();
  }

  /** Observations as a surrogate learns from them: standardised, with noise where all have one. */
  static Observations data(List<Observation> observations) {
    double[] y = values(observations);
    Standardisation scale = Standardisation.of(y);
    double[] noise =
        observations.stream()
            .mapToDouble(o -> o.error() / scale.deviation())
            .map(error -> error * error)
            .toArray();
    boolean isMeasured = observations.stream().allMatch(o -> o.error() > 0);
    return new Observations(
        points(observations),
        Series.of(scale.apply(y)),
        isMeasured ? Optional.of(Series.of(noise)) : Optional.empty());
  }
}
