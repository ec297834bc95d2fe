package dev.cantilever.drivers.http;

import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.wire.Wire;
import dev.cantilever.vocabulary.wire.WireFailure;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Requests to one server, each with a deadline that holds for its whole answer, and a bound. */
final class Caller implements AutoCloseable {

  /** Eight channels of 512 × 512 numbers as text, and less than 64 MB. */
  private static final int LONGEST_ANSWER = 3 << 24;

  private static final int SHOWN = 200;

  private final URI root;
  private final String token;
  private final TimeSpan replyWithin;
  private final String session = UUID.randomUUID().toString();
  private final AtomicLong stops = new AtomicLong();
  private HttpClient client;

  Caller(URI root, String token, TimeSpan replyWithin) {
    this.root = root;
    this.token = token;
    this.replyWithin = replyWithin;
    this.client = fresh();
  }

  private HttpClient fresh() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(duration(replyWithin))
        .build();
  }

  private static Duration duration(TimeSpan span) {
    return Duration.ofNanos(Math.round(span.seconds() * 1e9));
  }

  /** A question or a stop. */
  <T> T ask(String method, String path, String body, Class<T> answer) throws Lost {
    return ask(new Request(method, path, body, stops.get()), answer, replyWithin);
  }

  /**
   * What is asked.
   *
   * @param stops how many had been asked for by then
   */
  record Request(String method, String path, String body, long stops) {}

  /** How many stops were asked for. */
  long stops() {
    return stops.get();
  }

  /** Counts one more from now on. */
  void stopping() {
    stops.incrementAndGet();
  }

  <T> T ask(Request asked, Class<T> answer, TimeSpan within) throws Lost {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + asked.path()))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .timeout(duration(within))
            .header("Cantilever-Stops", session + "/" + asked.stops())
            .method(asked.method(), BodyPublishers.ofString(asked.body()))
            .build();
    HttpResponse<String> response = response(request, within);
    if (response.statusCode() != 200) {
      throw new Lost(
          "status %d, %s".formatted(response.statusCode(), shown(response.body())),
          response.statusCode());
    }
    try {
      return Wire.read(answer, response.body());
    } catch (WireFailure unreadable) {
      throw new Lost("an answer that does not read: " + shown(unreadable.getMessage()), unreadable);
    }
  }

  /** Text from elsewhere, short and without anything that could steer a screen. */
  static String shown(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.substring(0, Math.min(SHOWN, plain.length()));
  }

  private HttpResponse<String> response(HttpRequest request, TimeSpan within) throws Lost {
    CompletableFuture<HttpResponse<String>> sent = begun(request);
    try {
      return sent.get(Math.round(within.seconds() * 1e9), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      sent.cancel(true);
      letGo();
      throw new Lost("no answer in time", late);
    } catch (ExecutionException failure) {
      boolean unreached = failure.getCause() instanceof ConnectException;
      letGo();
      throw new Lost(
          unreached ? "it takes no connection" : "the connection was lost", failure.getCause());
    } catch (InterruptedException interrupted) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      throw new Lost("waiting was interrupted", interrupted);
    }
  }

  private synchronized CompletableFuture<HttpResponse<String>> begun(HttpRequest request) {
    return client.sendAsync(request, info -> bounded());
  }

  /**
   * The JDK's client may keep the connection of an exchange that broke, with all that came over it.
   * It is left to end with what else it has under way, such as a stop; what follows has another.
   */
  private synchronized void letGo() {
    client.shutdown();
    client = fresh();
  }

  private static HttpResponse.BodySubscriber<String> bounded() {
    Parts parts = new Parts();
    return BodySubscribers.mapping(
        BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(parts::keep)),
        nothing -> parts.text());
  }

  /** Kept as they come: a buffer that grows by doubling takes three times as much. */
  private static final class Parts {

    private final List<byte[]> parts = new ArrayList<>();
    private int size;

    void keep(byte[] next) {
      if (size + next.length > LONGEST_ANSWER) {
        parts.clear();
        throw new IllegalStateException("an answer without end");
      }
      parts.add(next);
      size += next.length;
    }

    String text() {
      ByteBuffer all = ByteBuffer.allocate(size);
      parts.forEach(all::put);
      return new String(all.array(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
