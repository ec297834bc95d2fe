package dev.cantilever.tests.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * A wire to a sound server, which may instead answer everything with a flood of bytes, or with one
 * byte a second.
 */
final class Torrent implements AutoCloseable {

  private static final long SECOND = 1_000_000_000L;

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final AtomicLong flooded = new AtomicLong();
  private final int target;
  private volatile Weather weather = new Weather(0, Kind.FAIR, bytes -> bytes, new byte[0]);

  private enum Kind {
    FAIR,
    FLOOD,
    DRIP
  }

  /**
   * What is answered: something made of the question, then the same again and again; number by
   * number.
   */
  private record Weather(int number, Kind kind, UnaryOperator<byte[]> opening, byte[] again) {}

  Torrent(int target) throws IOException {
    this.target = target;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** How many bytes a flood has brought so far. */
  long flooded() {
    return flooded.get();
  }

  /** Whatever is asked, {@code opening} of the question, then {@code again} without end. */
  void flood(UnaryOperator<byte[]> opening, byte[] again) {
    weather = new Weather(weather.number() + 1, Kind.FLOOD, opening, again);
  }

  /** Whatever is asked, {@code opening} of the question, one byte a second. */
  void drip(UnaryOperator<byte[]> opening) {
    weather = new Weather(weather.number() + 1, Kind.DRIP, opening, new byte[] {' '});
  }

  void clear() {
    weather = new Weather(weather.number() + 1, Kind.FAIR, bytes -> bytes, new byte[0]);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket near = server.accept();
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        near.setTcpNoDelay(true);
        far.setTcpNoDelay(true);
        Thread.ofPlatform().daemon().start(() -> there(near, far));
        Thread.ofPlatform().daemon().start(() -> back(near, far));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void there(Socket near, Socket far) {
    byte[] chunk = new byte[1 << 16];
    try (near;
        far) {
      InputStream source = near.getInputStream();
      for (int count = source.read(chunk); count >= 0; count = source.read(chunk)) {
        Weather now = weather;
        byte[] question = Arrays.copyOf(chunk, count);
        switch (now.kind()) {
          case FAIR -> far.getOutputStream().write(question);
          case FLOOD, DRIP -> pour(now, near.getOutputStream(), question);
        }
      }
    } catch (IOException gone) {
      // the client had enough
    }
  }

  private void pour(Weather now, OutputStream out, byte[] question) throws IOException {
    byte[] opening = now.opening().apply(question);
    if (now.kind() == Kind.FLOOD) {
      out.write(opening);
      while (weather.number() == now.number()) {
        out.write(now.again());
        flooded.addAndGet(now.again().length);
      }
      return;
    }
    for (int i = 0; weather.number() == now.number(); i++) {
      out.write(i < opening.length ? opening[i] : now.again()[0]);
      LockSupport.parkNanos(SECOND);
    }
  }

  private static void back(Socket near, Socket far) {
    try (near;
        far) {
      far.getInputStream().transferTo(near.getOutputStream());
    } catch (IOException gone) {
      // either side has left
    }
  }

  @Override
  public void close() throws IOException {
    clear();
    server.close();
  }
}
