package dev.cantilever.agent.telemetry;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.audit.Trail;
import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.id.RunId;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends the spans of a run that has ended, where an endpoint is set. */
public final class Telemetry {

  private static final Duration LONGEST_TRY = Duration.ofSeconds(5);
  private static final int MOST_SPANS = 100_000;

  /** Kept, so that its level stays. */
  private static final Logger LIBRARY = Logger.getLogger("io.opentelemetry");

  private final Optional<Collector> collector;

  private Telemetry(Optional<Collector> collector) {
    this.collector = collector;
  }

  /** As {@code OTEL_EXPORTER_OTLP_ENDPOINT} says; without it nothing is ever started. */
  public static Telemetry of(Map<String, String> environment) {
    return new Telemetry(Collector.of(environment));
  }

  /** Sends the spans of a run; yields what a person should know, or empty. */
  public Optional<String> send(Home home, RunId run) {
    return collector
        .filter(to -> !sent(to, run, Trail.of(home.place(run), run)))
        .map(to -> "the spans of %s could not be sent to %s".formatted(run, to));
  }

  private static boolean sent(Collector to, RunId run, Trail trail) {
    LIBRARY.setLevel(Level.OFF); // what went wrong is said in one line of ours
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder().setEndpoint(to.endpoint()).setTimeout(LONGEST_TRY);
    to.headers().forEach(exporter::addHeader);
    Delivery delivery = new Delivery(exporter.setRetryPolicy(null).build());
    try (SdkTracerProvider spans =
        SdkTracerProvider.builder()
            .setResource(
                Resource.create(
                    Attributes.of(
                        AttributeKey.stringKey("service.name"),
                        "cantilever",
                        AttributeKey.stringKey("service.version"),
                        Installation.SOFTWARE)))
            .addSpanProcessor(
                BatchSpanProcessor.builder(delivery).setMaxQueueSize(MOST_SPANS).build())
            .build()) {
      new RunSpans(spans.get("cantilever"), run, trail).make();
      spans.forceFlush().join(2 * LONGEST_TRY.toSeconds(), TimeUnit.SECONDS);
    }
    return delivery.succeeded();
  }
}
