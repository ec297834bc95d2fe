package dev.cantilever.agent.web.watch;

import dev.cantilever.agent.web.Outlet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One who watches: what is still to be sent to him, and no more than he can be expected to take.
 * Whoever has something for him begins to send it, and waits for nobody.
 */
final class Watcher {

  private static final int MOST_WAITING = 32;

  private final Outlet outlet;
  private final Queue<ByteBuffer> waiting = new ArrayDeque<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private boolean begun;
  private boolean sending;
  private boolean ends;
  private boolean dropped;

  Watcher(Outlet outlet) {
    this.outlet = outlet;
  }

  /** One more chunk for him; drops him where he is too slow. */
  boolean offer(byte[] chunk) {
    boolean taken;
    synchronized (this) {
      taken = !dropped && waiting.size() < MOST_WAITING;
      if (taken) {
        waiting.add(ByteBuffer.wrap(chunk));
      }
    }
    if (taken) {
      sendNext();
    } else {
      drop();
    }
    return taken;
  }

  /** Nothing more will come. */
  void end() {
    synchronized (this) {
      ends = true;
    }
    sendNext();
  }

  void drop() {
    synchronized (this) {
      dropped = true;
      waiting.clear();
    }
    over.countDown();
    outlet.cut();
  }

  /** Sends what waits and what comes until nothing more does, with a sign of life in between. */
  void follow(long heartbeatMillis) throws IOException {
    synchronized (this) {
      begun = true;
    }
    sendNext();
    try {
      while (!over.await(heartbeatMillis, TimeUnit.MILLISECONDS)) {
        offer(AgentEvents.heartbeat());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
    synchronized (this) {
      if (dropped) {
        throw new IOException("gone, or too slow");
      }
    }
  }

  private void sendNext() {
    ByteBuffer next;
    synchronized (this) {
      if (!begun || sending) {
        return;
      }
      next = waiting.poll();
      sending = next != null;
      if (next == null && ends) {
        over.countDown();
      }
    }
    if (next != null) {
      outlet.send(next, this::sent, this::drop);
    }
  }

  private void sent() {
    synchronized (this) {
      sending = false;
    }
    sendNext();
  }
}
