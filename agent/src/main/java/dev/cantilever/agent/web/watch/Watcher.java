package dev.cantilever.agent.web.watch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One who watches: what is still to be sent to him, and no more than he can be expected to take.
 */
final class Watcher {

  private static final int MOST_WAITING = 32;

  /** Nothing more will come. */
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private volatile boolean dropped;
  private volatile Runnable cut = () -> {};

  /** One more chunk for him; drops him where he is too slow. */
  boolean offer(byte[] chunk) {
    boolean taken = waiting.offer(chunk);
    if (!taken) {
      drop();
    }
    return taken;
  }

  void end() {
    offer(END);
  }

  void drop() {
    dropped = true;
    cut.run();
  }

  void cutBy(Runnable way) {
    cut = way;
  }

  /** Sends what comes until nothing more does. */
  void send(OutputStream out, long heartbeatMillis) throws IOException {
    try {
      while (!dropped) {
        byte[] chunk = waiting.poll(heartbeatMillis, TimeUnit.MILLISECONDS);
        if (chunk == END) {
          return;
        }
        out.write(chunk == null ? AgentEvents.heartbeat() : chunk);
        out.flush();
      }
      throw new IOException("too slow");
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }
}
