package dev.cantilever.agent.web.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;

/**
 * Closes connections over which a request does not arrive in time. Jetty's own time-out begins anew
 * with every byte, so one byte a second would keep a connection for hours.
 */
final class Arrivals implements Connection.Listener, AutoCloseable {

  private final long patienceNanos;
  private final Map<Connection, Long> awaited = new ConcurrentHashMap<>();
  private final Thread looking;
  private volatile boolean closed;

  Arrivals(Duration patience) {
    this.patienceNanos = patience.toNanos();
    long period = Math.clamp(patienceNanos / 10, 20_000_000L, 1_000_000_000L);
    this.looking =
        Thread.ofPlatform().daemon().name("cantilever-web-arrivals").start(() -> look(period));
  }

  private void look(long period) {
    while (!closed) {
      look();
      LockSupport.parkNanos(period);
    }
  }

  @Override
  public void onOpened(Connection connection) {
    awaited.put(connection, System.nanoTime());
  }

  @Override
  public void onClosed(Connection connection) {
    awaited.remove(connection);
  }

  /** The whole request is there; the next one is awaited from the end of its answer on. */
  void arrived(Request request) {
    Connection connection = request.getConnectionMetaData().getConnection();
    if (awaited.remove(connection) != null) {
      Request.addCompletionListener(
          request,
          failure -> {
            if (connection.getEndPoint().isOpen()) {
              awaited.put(connection, System.nanoTime());
            }
          });
    }
  }

  private void look() {
    long now = System.nanoTime();
    awaited.forEach(
        (connection, since) -> {
          if (now - since > patienceNanos && awaited.remove(connection, since)) {
            connection.getEndPoint().close();
          }
        });
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(looking);
  }
}
