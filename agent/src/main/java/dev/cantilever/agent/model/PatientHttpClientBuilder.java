package dev.cantilever.agent.model;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Hands our HTTP client to the wire adapters; their own time-outs do not apply. */
final class PatientHttpClientBuilder implements HttpClientBuilder {

  private final Patience patience;
  private final Pulse pulse;

  PatientHttpClientBuilder(Patience patience, Pulse pulse) {
    this.patience = patience;
    this.pulse = pulse;
  }

  @Override
  public Duration connectTimeout() {
    return patience.idle();
  }

  @Override
  public HttpClientBuilder connectTimeout(Duration timeout) {
    return this;
  }

  @Override
  public Duration readTimeout() {
    return patience.total();
  }

  @Override
  public HttpClientBuilder readTimeout(Duration timeout) {
    return this;
  }

  @Override
  public HttpClient build() {
    return new PatientHttpClient(patience, pulse);
  }
}
