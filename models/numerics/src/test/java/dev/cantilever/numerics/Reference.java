package dev.cantilever.numerics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.numerics.surrogate.Kernel;
import dev.cantilever.numerics.surrogate.KernelFamily;
import dev.cantilever.numerics.surrogate.Points;
import dev.cantilever.vocabulary.reading.Series;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reference values computed independently with numpy, scipy and mpmath; see the files. */
public final class Reference {

  private static final Set<String> KNOWN = Set.of("rbf", "matern12", "matern32", "matern52");

  private Reference() {}

  public static JsonNode read(String name) {
    try (InputStream stream = Reference.class.getResourceAsStream(name)) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Cases of a file whose kernel exists here so far. */
  public static Stream<JsonNode> casesWithKnownKernel(String name) {
    List<JsonNode> known = new ArrayList<>();
    for (JsonNode one : read(name).get("cases")) {
      if (KNOWN.contains(one.get("kernel").asText())) {
        known.add(one);
      }
    }
    return known.stream();
  }

  public static Kernel kernel(JsonNode one) {
    return new Kernel(
        KernelFamily.valueOf(one.get("kernel").asText().toUpperCase(java.util.Locale.ROOT)),
        one.at("/params/outputscale").asDouble(),
        Series.of(numbers(one.at("/params/lengthscale"))));
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
