package dev.cantilever.tools.surrogate;

import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.surrogate.GaussianProcess;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.schema.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fitted surrogate: all that is needed to predict with it again, bit for bit.
 *
 * @param observations in the order in which they were given
 */
public record Model(
    KernelForm kernel, Hyperparameters hyperparameters, List<Observation> observations) {

  private static final RecordType<Model> TYPE = RecordType.of(Model.class);

  public Model {
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

  /** The process given the observations, standardised. */
  public GaussianProcess process() {
    double[] noise = new double[observations.size()];
    Arrays.fill(noise, hyperparameters.noiseVariance());
    return GaussianProcess.given(
        hyperparameters.kernel(kernel.template(dimension())),
        hyperparameters.mean(),
        points(observations),
        standardisation().apply(values(observations)),
        noise);
  }
}
