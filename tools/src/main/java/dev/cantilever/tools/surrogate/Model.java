package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.multitask.TaskPoints;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A fitted surrogate: all that is needed to predict with it again, bit for bit.
 *
 * @param draws of the hyper-parameters, equally likely; one alone where they are the most probable
 * @param observations in the order in which they were given
 * @param inducing inputs that carry the belief of a sparse process; none for an exact one
 * @param tasks that observations name, where there are several
 * @param places where observations were really made, one list for each draw; only where inputs are
 *     uncertain
 */
public record Model(
    KernelForm kernel,
    List<Hyperparameters> draws,
    List<Observation> observations,
    List<Series> inducing,
    Optional<Tasks> tasks,
    Optional<List<List<Series>>> places) {

  /** More observations than an exact process is for. */
  static final int MANY = 2_000;

  private static final RecordType<Model> TYPE = RecordType.of(Model.class);

  public Model {
    draws = List.copyOf(draws);
    inducing = List.copyOf(inducing);
    observations = List.copyOf(observations);
    places = places.map(all -> all.stream().map(List::copyOf).toList());
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

  /** Coordinates of an input, without its task. */
  public int dimension() {
    return observations.getFirst().x().size();
  }

  /** The structure of the kernel, that of the tasks included. */
  Kernel template() {
    return tasks
        .map(all -> all.model(kernel, dimension()).template())
        .orElseGet(() -> kernel.template(dimension()));
  }

  /** Inputs as the posterior wants them, all of one task where there are several. */
  public Points points(List<Series> at, Optional<String> task) {
    Points plain = points(at);
    return tasks.map(all -> TaskPoints.of(plain, all.number(task.orElseThrow()))).orElse(plain);
  }

  /** Numbers of the observations of one task; of all where there is but one. */
  public List<Integer> of(Optional<String> task) {
    return IntStream.range(0, observations.size())
        .filter(i -> tasks.isEmpty() || observations.get(i).task().equals(task))
        .boxed()
        .toList();
  }

  /** Between observations of one task and standardised ones. */
  public Standardisation standardisation(Optional<String> task) {
    return Standardisation.of(
        of(task).stream().mapToDouble(i -> observations.get(i).y()).toArray());
  }

  /** Observations as a surrogate learns from them. */
  Observations data() {
    return Standardised.of(observations, tasks);
  }

  /** What is believed, of scaled inputs and standardised observations. */
  public Posterior posterior() {
    if (!inducing.isEmpty()) {
      return sparse(draws.getFirst());
    }
    List<Posterior> parts = new ArrayList<>();
    for (int draw = 0; draw < draws.size(); draw++) {
      parts.add(process(draw));
    }
    return parts.size() == 1 ? parts.getFirst() : new MixturePosterior(parts);
  }

  private Posterior sparse(Hyperparameters draw) {
    Observations data = data();
    Series noise = Series.of(noise(data, draw));
    return CollapsedBound.of(
            draw.kernel(template()),
            draw.mean(),
            new Observations(data.x(), data.y(), Optional.of(noise)),
            InducingPoints.of(points(inducing)))
        .posterior();
  }

  /** The exact process of one draw of the hyper-parameters. */
  GaussianProcess process(int draw) {
    Observations data = data();
    return process(draws.get(draw), places.map(all -> points(all.get(draw))).orElse(data.x()));
  }

  /** The exact process of some hyper-parameters, were inputs certain. */
  GaussianProcess process(Hyperparameters some) {
    return process(some, data().x());
  }

  private GaussianProcess process(Hyperparameters some, Points inputs) {
    Observations data = data();
    return GaussianProcess.given(
        some.kernel(template()), some.mean(), inputs, data.y().toArray(), noise(data, some));
  }

  private static double[] noise(Observations data, Hyperparameters draw) {
    double[] inferred = new double[data.size()];
    Arrays.fill(inferred, draw.noiseVariance());
    return data.noiseVariance().map(Series::toArray).orElse(inferred);
  }

  /** Noise variance of a further observation, standardised: the mean over draws. */
  public double noiseVariance() {
    double sum = 0;
    for (Hyperparameters draw : draws) {
      sum += draw.noiseVariance();
    }
    return sum / draws.size();
  }

  private static Points points(List<Series> rows) {
    return Points.of(rows.stream().map(Series::toArray).toArray(double[][]::new));
  }
}
