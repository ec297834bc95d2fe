package dev.cantilever.tests.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A wire between two sockets of this machine that breaks at a chosen byte of either direction. */
final class Relay implements AutoCloseable {

  static final long NEVER = Long.MAX_VALUE;

  private final ServerSocket server;
  private final int target;
  private long in;
  private long out;
  private long cutIn = NEVER;
  private long cutOut = NEVER;

  Relay(int target) throws IOException {
    this.target = target;
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  private interface Task {
    void run() throws IOException;
  }

  private static void start(Task task) {
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                task.run();
              } catch (IOException gone) {
                // the wire broke, or the test is over
              }
            });
  }

  int port() {
    return server.getLocalPort();
  }

  /** Breaks once so many bytes more have come from the client, or gone back to it. */
  synchronized void cutAfter(long moreIn, long moreOut) {
    cutIn = moreIn == NEVER ? NEVER : in + moreIn;
    cutOut = moreOut == NEVER ? NEVER : out + moreOut;
  }

  synchronized long[] bytes() {
    return new long[] {in, out};
  }

  private void accept() throws IOException {
    while (!server.isClosed()) {
      Socket near = server.accept();
      Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      start(() -> pump(near, far, true));
      start(() -> pump(far, near, false));
    }
  }

  private void pump(Socket from, Socket to, boolean isIn) throws IOException {
    byte[] chunk = new byte[4096];
    try (from;
        to) {
      InputStream source = from.getInputStream();
      OutputStream sink = to.getOutputStream();
      for (int count = source.read(chunk); count >= 0; count = source.read(chunk)) {
        int passed = passed(count, isIn);
        sink.write(chunk, 0, passed);
        sink.flush();
        if (passed < count) {
          return;
        }
      }
    }
  }

  /** How many of so many bytes still pass. */
  private synchronized int passed(int count, boolean isIn) {
    long left = isIn ? cutIn - in : cutOut - out;
    if (left >= count) {
      in += isIn ? count : 0;
      out += isIn ? 0 : count;
      return count;
    }
    cutIn = NEVER;
    cutOut = NEVER;
    return (int) left;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
