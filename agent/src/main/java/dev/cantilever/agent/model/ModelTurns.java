package dev.cantilever.agent.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Asks a model once, under our own timers, and judges whether its answer is whole. */
final class ModelTurns {

  private final Line line;
  private final boolean endsTell;
  private final Patience patience;
  private final Pulse pulse;
  private final Consumer<String> watcher;

  /**
   * Turns over one line.
   *
   * @param endsTell whether this wire says of an answer with calls that it ends with calls
   * @param watcher is shown text as it comes; nothing is acted upon
   */
  ModelTurns(
      Line line, boolean endsTell, Patience patience, Pulse pulse, Consumer<String> watcher) {
    this.line = line;
    this.endsTell = endsTell;
    this.patience = patience;
    this.pulse = pulse;
    this.watcher = watcher;
  }

  /** How often the server was asked again for the last turn. */
  int repeats() {
    return pulse.repeats();
  }

  /**
   * One answer.
   *
   * @param most the longest that it may take, besides our usual patience
   */
  Turn ask(ChatRequest request, Duration most) {
    TurnListener listener = new TurnListener(endsTell, watcher);
    pulse.begin();
    Thread asking =
        Thread.startVirtualThread(
            () -> {
              try {
                line.ask(request, listener);
                listener.brokeOff();
              } catch (RuntimeException failure) {
                listener.onError(failure);
              }
            });
    try {
      return await(listener, most.compareTo(patience.total()) < 0 ? most : patience.total());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Turn.Incomplete("stopped");
    } finally {
      listener.close();
      asking.interrupt();
    }
  }

  private Turn await(TurnListener listener, Duration total) throws InterruptedException {
    long begun = System.nanoTime();
    while (true) {
      try {
        return listener.answer().get(20, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        if (pulse.isGoneFor(patience.idle())) {
          return new Turn.Incomplete("nothing came for " + patience.idle().toSeconds() + " s");
        }
        if (System.nanoTime() - begun > total.toNanos()) {
          return new Turn.Incomplete("it took more than " + total.toSeconds() + " s");
        }
      } catch (ExecutionException impossible) {
        throw new IllegalStateException("an answer is always completed normally", impossible);
      }
    }
  }
}
