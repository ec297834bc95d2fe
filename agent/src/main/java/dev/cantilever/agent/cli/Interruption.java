package dev.cantilever.agent.cli;

import java.util.concurrent.CountDownLatch;

/** What serves until somebody interrupts it. */
final class Interruption {

  private static final long LONGEST_END_MILLIS = 12_000;

  private Interruption() {}

  /** Waits for it; then the process stays until the thread that waited has put things away. */
  static void await() throws InterruptedException {
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread serving = Thread.currentThread();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  interrupted.countDown();
                  joined(serving);
                }));
    interrupted.await();
  }

  private static void joined(Thread thread) {
    try {
      thread.join(LONGEST_END_MILLIS);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
