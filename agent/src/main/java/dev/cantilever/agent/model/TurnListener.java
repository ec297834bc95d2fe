package dev.cantilever.agent.model;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.output.FinishReason;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Takes an answer as it comes; only a whole one counts. Says why not in words of our own. */
final class TurnListener implements StreamingChatResponseHandler {

  private final boolean endsTell;
  private final Consumer<String> watcher;
  private final CompletableFuture<Turn> answer = new CompletableFuture<>();
  private volatile boolean isClosed;

  TurnListener(boolean endsTell, Consumer<String> watcher) {
    this.endsTell = endsTell;
    this.watcher = watcher;
  }

  CompletableFuture<Turn> answer() {
    return answer;
  }

  void brokeOff() {
    answer.complete(new Turn.Incomplete("the answer broke off before its end"));
  }

  /** Nobody watches any more. */
  void close() {
    isClosed = true;
  }

  @Override
  public void onPartialResponse(String piece) {
    if (!isClosed) {
      watcher.accept(piece);
    }
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    FinishReason finish = response.finishReason();
    AiMessage message = response.aiMessage();
    if (message == null || (finish != FinishReason.STOP && finish != FinishReason.TOOL_EXECUTION)) {
      answer.complete(
          new Turn.Incomplete("the answer ended with " + (finish == null ? "no mark" : finish)));
    } else if (endsTell
        && message.hasToolExecutionRequests() != (finish == FinishReason.TOOL_EXECUTION)) {
      answer.complete(new Turn.Incomplete("its end does not fit what it holds"));
    } else {
      answer.complete(
          new Turn.Complete(message, finish.name(), Optional.ofNullable(response.tokenUsage())));
    }
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
      if (cause instanceof BrokenAnswer broken) {
        return new Turn.Incomplete(broken.getMessage());
      }
    }
    return new Turn.Incomplete("the connection broke, or the answer cannot be read");
  }
}
