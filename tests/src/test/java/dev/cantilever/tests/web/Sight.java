package dev.cantilever.tests.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/** What somebody sees who watches a run, frame by frame; over HTTP/1.0, so without chunks. */
final class Sight implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Socket socket;
  private final BufferedReader in;
  private final int status;

  private Sight(Socket socket) throws IOException {
    this.socket = socket;
    this.in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), 1 << 16);
    this.status = Integer.parseInt(in.readLine().substring(9, 12));
    String line = in.readLine();
    while (!line.isEmpty()) {
      line = in.readLine();
    }
  }

  /** Begins to watch, after entry {@code seen} if that is not negative. */
  static Sight of(int port, String secret, String run, long seen) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(30_000);
      String resume = seen < 0 ? "" : "Last-Event-ID: " + seen + "\r\n";
      String request =
          "GET /api/runs/%s/events HTTP/1.0\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n%s\r\n"
              .formatted(run, secret, resume);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new Sight(socket);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /**
   * One event.
   *
   * @param id number of the entry, -1 where it has none
   */
  record Frame(long id, String event, JsonNode data) {}

  int status() {
    return status;
  }

  Socket socket() {
    return socket;
  }

  /** The next event; empty where the stream has ended. */
  Optional<Frame> next() {
    try {
      long id = -1;
      String event = "";
      String data = "";
      String line = in.readLine();
      while (line != null) {
        if (line.startsWith("id: ")) {
          id = Long.parseLong(line.substring(4));
        } else if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        } else if (line.isEmpty() && !data.isEmpty()) {
          return Optional.of(new Frame(id, event, JSON.readTree(data)));
        }
        line = in.readLine();
      }
      return Optional.empty();
    } catch (IOException closed) {
      return Optional.empty();
    }
  }

  /** The next event of that kind. */
  Optional<Frame> next(Predicate<Frame> wanted) {
    Optional<Frame> frame = next();
    while (frame.isPresent() && !wanted.test(frame.get())) {
      frame = next();
    }
    return frame;
  }

  /** The next line as it is, also a remark. */
  String line() throws IOException {
    return in.readLine();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
