package dev.cantilever.agent.foreign.wire;

import dev.cantilever.agent.foreign.wire.BrokenWire.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** Streamable HTTP: each message is a request, whose answer is a message or a stream of them. */
final class WebWire implements Wire {

  private static final String SESSION = "Mcp-Session-Id";

  private final Address.Web address;
  private final Optional<String> token;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private BlockingQueue<Came> came = new ArrayBlockingQueue<>(WAITING);
  private volatile InputStream body = InputStream.nullInputStream();
  private volatile Thread reader = Thread.currentThread();
  private Optional<String> session = Optional.empty();
  private Optional<String> revision = Optional.empty();

  private WebWire(Address.Web address, Optional<String> token) {
    this.address = address;
    this.token = token;
  }

  static WebWire to(Address.Web address) throws BrokenWire {
    try {
      return new WebWire(
          address,
          address.token().isPresent()
              ? Optional.of(Files.readString(address.token().get()).strip())
              : Optional.empty());
    } catch (IOException unreadable) {
      throw new BrokenWire(Reason.NO_TOKEN);
    }
  }

  @Override
  public void agreed(String revision) {
    this.revision = Optional.of(revision);
  }

  @Override
  public void send(String message, Deadline deadline) throws BrokenWire {
    rest();
    came = new ArrayBlockingQueue<>(WAITING);
    HttpResponse<InputStream> response = answered(request(message, deadline), deadline);
    session = response.headers().firstValue(SESSION).filter(WebWire::isPlain).or(() -> session);
    body = response.body();
    switch (response.statusCode()) {
      case 200 -> receive(response);
      case 202, 204 -> rest();
      case 401, 403 -> throw new BrokenWire(Reason.NOT_LET_IN);
      default -> throw new BrokenWire(Reason.ENDED);
    }
  }

  /** On a request of its own; the stream that is being read goes on. */
  @Override
  public void reply(String message, Deadline deadline) throws BrokenWire {
    InputStream answer = answered(request(message, deadline), deadline).body();
    try {
      answer.close(); // what a server says to our answer is of no interest
    } catch (IOException gone) {
      throw new BrokenWire(Reason.ENDED);
    }
  }

  private HttpRequest request(String message, Deadline deadline) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.url())
            .timeout(deadline.left().plusMillis(1))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(message));
    token.ifPresent(line -> request.header("Authorization", "Bearer " + line));
    session.ifPresent(id -> request.header(SESSION, id));
    revision.ifPresent(one -> request.header("MCP-Protocol-Version", one));
    return request.build();
  }

  private HttpResponse<InputStream> answered(HttpRequest request, Deadline deadline)
      throws BrokenWire {
    BlockingQueue<Optional<HttpResponse<InputStream>>> head = new ArrayBlockingQueue<>(1);
    CompletableFuture<?> asking =
        client
            .sendAsync(request, HttpResponse.BodyHandlers.ofInputStream())
            .handle((answer, failure) -> head.add(Optional.ofNullable(answer)));
    try {
      return deadline.next(head).orElseThrow(() -> new BrokenWire(Reason.NOT_REACHED));
    } catch (BrokenWire none) {
      asking.cancel(true); // never one that has answered: that would cut off its body
      throw none;
    }
  }

  /** An id is the server's to choose and ours to repeat, if it is one. */
  private static boolean isPlain(String id) {
    return id.length() <= 200 && id.chars().allMatch(c -> c > ' ' && c < 127);
  }

  private void receive(HttpResponse<InputStream> response) {
    boolean isStream =
        response.headers().firstValue("Content-Type").orElse("").startsWith("text/event-stream");
    InputStream in = response.body();
    BlockingQueue<Came> into = came;
    reader =
        Thread.ofPlatform().daemon().name("foreign-reader").start(() -> read(in, isStream, into));
  }

  private static void read(InputStream in, boolean isStream, BlockingQueue<Came> into) {
    try {
      try {
        if (isStream) {
          new EventStream(in).forEach(bytes -> into.put(Came.of(bytes)));
        } else {
          byte[] bytes = in.readNBytes(LONGEST + 1);
          into.put(bytes.length > LONGEST ? new Came.Broken(Reason.TOO_LONG) : Came.of(bytes));
        }
        into.put(new Came.Broken(Reason.ENDED));
      } catch (BoundedLines.TooLong flood) {
        into.put(new Came.Broken(Reason.TOO_LONG));
      } catch (IOException gone) {
        into.put(new Came.Broken(Reason.ENDED));
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String next(Deadline deadline) throws BrokenWire {
    return deadline.next(came).text();
  }

  private void rest() {
    if (reader != Thread.currentThread()) {
      reader.interrupt();
    }
    try {
      body.close();
    } catch (IOException gone) {
      // it is closed either way
    }
  }

  @Override
  public void close() {
    rest();
    client.shutdownNow();
  }

  /** The messages in a stream of server-sent events. */
  private record EventStream(InputStream in) {

    private interface Taker {
      void take(byte[] message) throws InterruptedException;
    }

    void forEach(Taker taker) throws IOException, InterruptedException {
      BoundedLines lines = new BoundedLines(in);
      StringBuilder data = new StringBuilder();
      for (Optional<byte[]> next = lines.next(); next.isPresent(); next = lines.next()) {
        String line = new String(next.get(), StandardCharsets.ISO_8859_1);
        if (line.startsWith("data:")) {
          data.append(line.startsWith("data: ") ? line.substring(6) : line.substring(5));
          if (data.length() > LONGEST) {
            throw new BoundedLines.TooLong();
          }
        } else if (line.isEmpty() && !data.isEmpty()) {
          taker.take(data.toString().getBytes(StandardCharsets.ISO_8859_1));
          data.setLength(0);
        }
      }
    }
  }
}
