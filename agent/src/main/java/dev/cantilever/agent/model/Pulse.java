package dev.cantilever.agent.model;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * When a server last gave a sign of life: any byte, also of an answer's parts that the adapters
 * keep to themselves, such as thoughts and pings. Counts what the server was asked again.
 */
final class Pulse {

  /** Thirty thousand words, each in a line of its own, are shorter. */
  private static final int LONGEST_ANSWER_BYTES = 8 << 20;

  private volatile long last = System.nanoTime();
  private final AtomicInteger repeats = new AtomicInteger();

  /** A new question. */
  void begin() {
    repeats.set(0);
    beat();
  }

  /** A busy server is asked once more. */
  void again() {
    repeats.incrementAndGet();
  }

  int repeats() {
    return repeats.get();
  }

  void beat() {
    last = System.nanoTime();
  }

  boolean isGoneFor(Duration limit) {
    return System.nanoTime() - last > limit.toNanos();
  }

  /** The same bytes; every one that comes is a sign of life, and too many are no answer. */
  InputStream of(InputStream body) {
    return new FilterInputStream(body) {
      private int left = LONGEST_ANSWER_BYTES;

      @Override
      public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int many = super.read(bytes, from, length);
        count(Math.max(many, 0));
        return many;
      }

      private void count(int came) {
        beat();
        left -= came;
        if (left < 0) {
          throw new BrokenAnswer("it was longer than %d MiB".formatted(LONGEST_ANSWER_BYTES >> 20));
        }
      }
    };
  }
}
