package dev.cantilever.agent.telemetry;

import dev.cantilever.agent.app.ConfigurationProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where spans go.
 *
 * @param endpoint URL that takes OTLP over HTTP
 * @param headers sent along; may hold a token, so that they are never shown
 */
record Collector(String endpoint, Map<String, String> headers) {

  private static final String PATH = "/v1/traces";

  Collector {
    headers = Map.copyOf(headers);
  }

  /**
   * As the variables of OpenTelemetry say; empty where they name no endpoint.
   *
   * @throws ConfigurationProblem where it is no URL of HTTP
   */
  static Optional<Collector> of(Map<String, String> environment) {
    Optional<String> endpoint =
        set(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
            .or(
                () ->
                    set(environment, "OTEL_EXPORTER_OTLP_ENDPOINT")
                        .map(base -> base.replaceFirst("/+$", "") + PATH));
    endpoint
        .filter(url -> !url.matches("https?://[^\\s/]+(/\\S*)?"))
        .ifPresent(
            url -> {
              throw new ConfigurationProblem(
                  "OTEL_EXPORTER_OTLP_ENDPOINT is no URL that begins with http:// or https://");
            });
    return endpoint.map(url -> new Collector(url, headers(environment)));
  }

  private static Map<String, String> headers(Map<String, String> environment) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String one : environment.getOrDefault("OTEL_EXPORTER_OTLP_HEADERS", "").split(",", -1)) {
      String[] parts = one.split("=", 2);
      if (parts.length == 2 && !parts[0].isBlank()) {
        headers.put(parts[0].strip(), parts[1].strip());
      }
    }
    return headers;
  }

  private static Optional<String> set(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  @Override
  public String toString() {
    return endpoint;
  }
}
