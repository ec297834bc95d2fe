package dev.cantilever.agent.telemetry;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicBoolean;

/** An exporter that remembers whether everything arrived; the library only logs it. */
final class Delivery implements SpanExporter {

  private final SpanExporter exporter;
  private final AtomicBoolean failed = new AtomicBoolean();

  Delivery(SpanExporter exporter) {
    this.exporter = exporter;
  }

  boolean succeeded() {
    return !failed.get();
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    CompletableResultCode result = exporter.export(spans);
    result.whenComplete(
        () -> {
          if (!result.isSuccess()) {
            failed.set(true);
          }
        });
    return result;
  }

  @Override
  public CompletableResultCode flush() {
    return exporter.flush();
  }

  @Override
  public CompletableResultCode shutdown() {
    return exporter.shutdown();
  }
}
