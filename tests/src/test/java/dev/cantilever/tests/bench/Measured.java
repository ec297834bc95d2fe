package dev.cantilever.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * One line of the table.
 *
 * @param name what was done, as the peer's file calls it
 * @param size in the words of that file, in its order
 * @param ours seconds: median and quartiles over iterations
 * @param peer median seconds of the peer, if it was asked
 */
record Measured(String name, Map<String, Integer> size, Spread ours, Optional<Double> peer) {

  /** Median and quartiles. */
  record Spread(double median, double lower, double upper) {

    static Spread of(Statistics seconds) {
      return new Spread(
          seconds.getPercentile(50), seconds.getPercentile(25), seconds.getPercentile(75));
    }
  }

  Measured named(String other) {
    return new Measured(other, size, ours, peer);
  }

  /** How many times faster ours is; empty without a peer. */
  Optional<Double> ratio() {
    return peer.map(seconds -> seconds / ours.median());
  }

  static Spread find(
      Collection<RunResult> results, String benchmark, Map<String, Integer> parameters) {
    return results.stream()
        .filter(result -> isOf(result.getParams(), benchmark, parameters))
        .map(result -> Spread.of(result.getPrimaryResult().getStatistics()))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not measured: " + benchmark + parameters));
  }

  private static boolean isOf(
      BenchmarkParams params, String benchmark, Map<String, Integer> parameters) {
    return params.getBenchmark().endsWith("." + benchmark)
        && parameters.entrySet().stream()
            .filter(one -> params.getParamsKeys().contains(one.getKey()))
            .allMatch(one -> params.getParam(one.getKey()).equals("" + one.getValue()));
  }

  /**
   * Median seconds of a case of the peer's: of wall clock and processor time the smaller, so that
   * what disturbed the peer does not speak for us.
   */
  static Optional<Double> find(JsonNode peer, String name, Map<String, Integer> size) {
    for (JsonNode one : peer.path("cases")) {
      boolean isIt =
          one.get("case").asText().equals(name)
              && size.entrySet().stream()
                  .allMatch(part -> one.path(part.getKey()).asInt() == part.getValue());
      if (isIt) {
        return Optional.of(
            Math.min(
                one.at("/seconds/wall/median").doubleValue(),
                one.at("/seconds/cpu/median").doubleValue()));
      }
    }
    return Optional.empty();
  }

  String sizeInWords() {
    return size.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  /** For the README. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.4g (%.4g to %.4g) | %s | %s |",
        name,
        sizeInWords(),
        ours.median(),
        ours.lower(),
        ours.upper(),
        peer.map(seconds -> String.format(Locale.ROOT, "%.4g", seconds)).orElse("not asked"),
        ratio().map(ratio -> String.format(Locale.ROOT, "%.1f", ratio)).orElse(""));
  }

  ObjectNode json() {
    ObjectNode json = new ObjectMapper().createObjectNode().put("case", name);
    size.forEach(json::put);
    json.putObject("seconds")
        .put("median", ours.median())
        .put("q25", ours.lower())
        .put("q75", ours.upper());
    peer.ifPresent(seconds -> json.put("peer_seconds", seconds));
    ratio().ifPresent(ratio -> json.put("peer_over_ours", ratio));
    return json;
  }
}
