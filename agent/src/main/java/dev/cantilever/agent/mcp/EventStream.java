package dev.cantilever.agent.mcp;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The answer to one request as a stream of events, with what is said before it. A comment every
 * second keeps the connection and finds out when nobody listens any more.
 */
final class EventStream implements Protocol.Line {

  private static final long BEAT_MILLIS = 1_000;

  private final OutputStream out;
  private final Runnable gone;
  private boolean isOpen = true;

  private EventStream(OutputStream out, Runnable gone) {
    this.out = out;
    this.gone = gone;
  }

  /** Answers {@code request} and ends the stream. */
  static void answer(
      HttpExchange exchange, Protocol.Conversation conversation, Message.Request request)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    Message.Cancelled cancelled = new Message.Cancelled(request.id());
    EventStream stream =
        new EventStream(
            exchange.getResponseBody(), () -> conversation.answer(cancelled, Protocol.Line.NONE));
    Thread beat = Thread.ofVirtual().start(stream::beat);
    try {
      conversation.answer(request, stream).ifPresent(stream::tell);
    } finally {
      beat.interrupt();
    }
  }

  private void beat() {
    try {
      while (isOpen()) {
        Thread.sleep(BEAT_MILLIS);
        send(":\n\n");
      }
    } catch (InterruptedException answered) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized boolean isOpen() {
    return isOpen;
  }

  @Override
  public void tell(String message) {
    send("event: message\ndata: %s\n\n".formatted(message));
  }

  private void send(String event) {
    if (!sent(event)) {
      gone.run();
    }
  }

  private synchronized boolean sent(String event) {
    if (!isOpen) {
      return true;
    }
    try {
      out.write(event.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException hungUp) {
      isOpen = false;
    }
    return isOpen;
  }
}
