package dev.cantilever.numerics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.numerics.kernel.Activation;
import dev.cantilever.numerics.kernel.InfiniteNetwork;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.kernel.KernelFamily;
import dev.cantilever.numerics.kernel.Linear;
import dev.cantilever.numerics.kernel.Periodic;
import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.kernel.Polynomial;
import dev.cantilever.numerics.kernel.RationalQuadratic;
import dev.cantilever.numerics.kernel.Stationary;
import dev.cantilever.vocabulary.reading.Series;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reference values computed independently with numpy, scipy and mpmath; see the files. */
public final class Reference {

  private Reference() {}

  public static JsonNode read(String name) {
    try (InputStream stream = Reference.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All cases of a file that lists them. */
  public static Stream<JsonNode> cases(String name) {
    return StreamSupport.stream(read(name).get("cases").spliterator(), false);
  }

  /** The kernel of a case. */
  public static Kernel kernel(JsonNode one) {
    return kernel(one.get("kernel").asText(), one.get("params"));
  }

  /** A kernel by the name that the files give it. */
  public static Kernel kernel(String name, JsonNode params) {
    double scale = params.path("outputscale").asDouble(1);
    return switch (name) {
      case "rq" ->
          new RationalQuadratic(scale, series(params, "lengthscale"), number(params, "alpha"));
      case "periodic" ->
          new Periodic(scale, series(params, "lengthscale"), series(params, "period"));
      case "linear" -> new Linear(scale);
      case "polynomial" ->
          new Polynomial(scale, number(params, "offset"), params.get("power").intValue());
      case "nngp" ->
          new InfiniteNetwork(
              Activation.valueOf(params.get("activation").asText().toUpperCase(Locale.ROOT)),
              params.get("depth").intValue(),
              number(params, "var_w"),
              number(params, "var_b"));
      default ->
          new Stationary(
              KernelFamily.valueOf(name.toUpperCase(Locale.ROOT)),
              scale,
              series(params, "lengthscale"));
    };
  }

  private static Series series(JsonNode params, String name) {
    return Series.of(numbers(params.get(name)));
  }

  private static double number(JsonNode params, String name) {
    return params.get(name).doubleValue();
  }

  public static Points points(JsonNode rows) {
    return Points.of(matrix(rows));
  }

  public static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  public static double[][] matrix(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(Reference::numbers)
        .toArray(double[][]::new);
  }

  public static List<Integer> indices(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::intValue).toList();
  }
}
