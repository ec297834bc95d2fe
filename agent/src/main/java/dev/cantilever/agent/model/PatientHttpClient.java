package dev.cantilever.agent.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Sends a request in the calling thread and asks a busy server again, no sooner than its
 * Retry-After says, and not at all where that is more than a minute. Never again once an answer has
 * begun. Speaks HTTP/1.1: local model servers hang or lose the body over an offer of HTTP/2 without
 * encryption.
 */
final class PatientHttpClient implements HttpClient {

  private static final Set<Integer> BUSY = Set.of(429, 503, 529);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final long SLICE_MILLIS = 100;

  private final java.net.http.HttpClient client;
  private final Patience patience;
  private final Pulse pulse;

  PatientHttpClient(Patience patience, Pulse pulse) {
    this.patience = patience;
    this.pulse = pulse;
    this.client =
        java.net.http.HttpClient.newBuilder()
            .version(java.net.http.HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
  }

  @Override
  public SuccessfulHttpResponse execute(HttpRequest request) {
    try (InputStream body = pulse.of(send(request).body())) {
      String answer = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      new Inspection().seeWhole(answer);
      return SuccessfulHttpResponse.builder().statusCode(200).body(answer).build();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void execute(
      HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
    InspectingListener watched = new InspectingListener(listener);
    HttpResponse<InputStream> response = send(request);
    try (InputStream body = pulse.of(response.body())) {
      watched.onOpen(
          SuccessfulHttpResponse.builder()
              .statusCode(response.statusCode())
              .headers(response.headers().map())
              .build());
      parser.parse(body, watched);
      watched.onClose();
    } catch (IOException | BrokenAnswer failure) {
      watched.onError(failure);
    }
  }

  private HttpResponse<InputStream> send(HttpRequest request) {
    try {
      for (int attempt = 0; ; attempt++) {
        Optional<HttpResponse<InputStream>> response =
            attempt(request, attempt, attempt >= patience.retries());
        if (response.isPresent()) {
          return response.get();
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while asking the model", stopped);
    }
  }

  /** The answer, or empty after a pause where the server is to be asked again. */
  private Optional<HttpResponse<InputStream>> attempt(
      HttpRequest request, int attempt, boolean last) throws IOException, InterruptedException {
    Optional<Duration> asked = Optional.empty();
    try {
      HttpResponse<InputStream> response =
          client.send(translated(request), BodyHandlers.ofInputStream());
      pulse.beat();
      if (response.statusCode() / 100 == 2) {
        return Optional.of(response);
      }
      response.body().close();
      asked = retryAfter(response);
      if (last || !BUSY.contains(response.statusCode()) || isTooLong(asked)) {
        throw new HttpException(response.statusCode(), "");
      }
    } catch (ConnectException unreachable) {
      if (last) {
        throw unreachable;
      }
    }
    pulse.again();
    pause(asked, attempt);
    return Optional.empty();
  }

  private static boolean isTooLong(Optional<Duration> asked) {
    return asked.filter(pause -> pause.compareTo(LONGEST_PAUSE) > 0).isPresent();
  }

  private static Optional<Duration> retryAfter(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("retry-after")
        .filter(value -> value.matches("\\d{1,6}"))
        .map(value -> Duration.ofSeconds(Long.parseLong(value)));
  }

  /** A pause that the server asked for is no silence of the server's. */
  private void pause(Optional<Duration> asked, int attempt) throws InterruptedException {
    double jitter = 0.8 + 0.4 * ThreadLocalRandom.current().nextDouble();
    Duration own = Duration.ofMillis((long) (500 * Math.pow(2, attempt) * jitter));
    Duration pause = asked.orElse(own);
    long left = pause.toMillis();
    for (; left > 0; left -= SLICE_MILLIS) {
      Thread.sleep(Math.min(left, SLICE_MILLIS));
      pulse.beat();
    }
  }

  private java.net.http.HttpRequest translated(HttpRequest request) {
    java.net.http.HttpRequest.Builder builder =
        java.net.http.HttpRequest.newBuilder(URI.create(request.url())).timeout(patience.total());
    request.headers().forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    return builder
        .method(
            request.method().name(),
            request.body() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofString(request.body()))
        .build();
  }
}
