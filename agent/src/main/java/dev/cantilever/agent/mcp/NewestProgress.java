package dev.cantilever.agent.mcp;

import dev.cantilever.agent.request.RunProgress;
import java.util.Optional;

/**
 * Between the thread that runs and the one that tells a host of it: the newest counts, so that a
 * host that reads slowly holds no instrument up, and what is told only ever rises.
 */
final class NewestProgress {

  private RunProgress newest;
  private long told = -1;
  private boolean hasEnded;

  synchronized void put(RunProgress progress) {
    newest = progress;
    notifyAll();
  }

  /** There will be no more. */
  synchronized void end() {
    hasEnded = true;
    notifyAll();
  }

  /** The newest that is further than the one before, once there is one; empty at the end. */
  synchronized Optional<RunProgress> next() {
    while (!hasEnded && !isFurther()) {
      try {
        wait();
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    if (!isFurther()) {
      return Optional.empty();
    }
    told = newest.done();
    return Optional.of(newest);
  }

  private boolean isFurther() {
    return newest != null && newest.done() > told;
  }
}
