package dev.cantilever.agent.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * When a server last gave a sign of life: any byte, also of an answer's parts that the adapters
 * keep to themselves, such as thoughts and pings.
 */
final class Pulse {

  private volatile long last = System.nanoTime();

  void beat() {
    last = System.nanoTime();
  }

  boolean isGoneFor(Duration limit) {
    return System.nanoTime() - last > limit.toNanos();
  }

  /** The same bytes; every one that comes is a sign of life. */
  InputStream of(InputStream body) {
    return new FilterInputStream(body) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        beat();
        return one;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int many = super.read(bytes, from, length);
        beat();
        return many;
      }
    };
  }
}
