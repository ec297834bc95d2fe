package dev.cantilever.tests.bayesian.regret;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** Files that both sides read: starts, pools, and what the peer reached from them. */
final class Shared {

  private static final Path REFERENCE =
      Path.of("../models/numerics/src/test/resources/dev/cantilever/numerics");
  private static final Path PEER = Path.of("benchmarks/peers/results");

  private Shared() {}

  static JsonNode synthetic() {
    return read(REFERENCE.resolve("synthetic_starts.json"));
  }

  static JsonNode pool(String name) {
    return read(REFERENCE.resolve("pool_materials.json")).get("datasets").get(name);
  }

  /** What was published of a problem, by its id. */
  static JsonNode published(String id) {
    JsonNode cases = read(REFERENCE.resolve("published_anchors.json")).get("cases");
    return StreamSupport.stream(cases.spliterator(), false)
        .filter(one -> one.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What the peer reached, by the name of its file. */
  static JsonNode peer(String name) {
    return read(PEER.resolve(name + ".json"));
  }

  static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }

  static double[][] rows(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(Shared::numbers)
        .toArray(double[][]::new);
  }

  /** A resource of these tests. */
  static JsonNode resource(String name) {
    return read(Path.of("src/test/resources/dev/cantilever/tests/bayesian").resolve(name));
  }

  private static JsonNode read(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
