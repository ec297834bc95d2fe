package dev.cantilever.agent.model;

import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a model once, under our own timers, and judges whether its answer is whole. */
final class ModelTurns {

  private final StreamingChatModel model;
  private final Patience patience;
  private final Pulse pulse;

  ModelTurns(StreamingChatModel model, Patience patience, Pulse pulse) {
    this.model = model;
    this.patience = patience;
    this.pulse = pulse;
  }

  Turn ask(ChatRequest request) {
    Listener listener = new Listener();
    pulse.beat();
    Thread asking =
        Thread.startVirtualThread(
            () -> {
              try {
                model.chat(request, listener);
                listener.answer.complete(
                    new Turn.Incomplete("the answer broke off before its end"));
              } catch (RuntimeException failure) {
                listener.onError(failure);
              }
            });
    try {
      return await(listener);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Turn.Incomplete("stopped");
    } finally {
      asking.interrupt();
    }
  }

  private Turn await(Listener listener) throws InterruptedException {
    long begun = System.nanoTime();
    while (true) {
      try {
        return listener.answer.get(20, TimeUnit.MILLISECONDS);
      } catch (TimeoutException notYet) {
        if (pulse.isGoneFor(patience.idle())) {
          return new Turn.Incomplete("nothing came for " + patience.idle().toSeconds() + " s");
        }
        if (System.nanoTime() - begun > patience.total().toNanos()) {
          return new Turn.Incomplete("it took more than " + patience.total().toSeconds() + " s");
        }
      } catch (ExecutionException failure) {
        return new Turn.Unavailable(String.valueOf(failure.getCause().getMessage()));
      }
    }
  }

  /** Takes an answer as it comes; only a whole one counts. */
  private static final class Listener implements StreamingChatResponseHandler {

    private final CompletableFuture<Turn> answer = new CompletableFuture<>();

    @Override
    public void onCompleteResponse(ChatResponse response) {
      FinishReason finish = response.finishReason();
      boolean whole = finish == FinishReason.STOP || finish == FinishReason.TOOL_EXECUTION;
      answer.complete(
          whole && response.aiMessage() != null
              ? new Turn.Complete(response.aiMessage(), finish.name())
              : new Turn.Incomplete(
                  "the answer ended with " + (finish == null ? "no mark" : finish)));
    }

    @Override
    public void onError(Throwable failure) {
      answer.complete(judged(failure));
    }

    private static Turn judged(Throwable failure) {
      for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
        if (cause instanceof HttpException http) {
          return new Turn.Unavailable("the server answered with status " + http.statusCode());
        }
        if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
          return new Turn.Unavailable("the server cannot be reached");
        }
      }
      return new Turn.Incomplete("the connection failed: " + failure.getMessage());
    }
  }
}
