package dev.cantilever.agent.mcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Any number of clients over Streamable HTTP at {@code /mcp}: one message per POST, answered as
 * JSON, or as a stream of events where the answer may be long in coming. This server never speaks
 * outside of such a stream, so a GET is answered with 405, as the protocol allows.
 */
public final class HttpWire implements AutoCloseable {

  static final String SESSION = "Mcp-Session-Id";

  private static final int LONGEST_BODY = 4 * Message.LONGEST;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Guard guard;
  private final Sessions sessions;

  private HttpWire(HttpServer server, Guard guard, Sessions sessions) {
    this.server = server;
    this.guard = guard;
    this.sessions = sessions;
  }

  /**
   * Serves from now on.
   *
   * @param token that whoever asks must know; of at least 16 characters
   */
  public static HttpWire open(Protocol protocol, InetSocketAddress address, String token)
      throws IOException {
    if (token.length() < 16) {
      throw new IllegalArgumentException(
          "a token of %d characters is too short; take 16 or more".formatted(token.length()));
    }
    HttpServer http = HttpServer.create(address, 32);
    Guard guard = new Guard(token, address.getAddress().isLoopbackAddress());
    HttpWire wire = new HttpWire(http, guard, new Sessions(protocol));
    http.setExecutor(wire.threads);
    http.createContext("/", wire::serve);
    http.start();
    return wire;
  }

  /** The port that it listens at. */
  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * What is sent back.
   *
   * @param body JSON; empty for none
   */
  record Reply(int status, String body) {

    static Reply refused(int status, String words) {
      return new Reply(status, RpcError.NOT_A_REQUEST.answer(null, words));
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Optional<Reply> objection = guard.objection(exchange);
      Reply reply = objection.isPresent() ? objection.get() : routed(exchange);
      if (reply.status() == STREAMED.status()) {
        return;
      }
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  /** Stands for what was sent already. */
  private static final Reply STREAMED = new Reply(0, "");

  private Reply routed(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals("/mcp")) {
      return Reply.refused(404, "there is nothing here but /mcp");
    }
    return switch (exchange.getRequestMethod()) {
      case "POST" -> posted(exchange);
      case "DELETE" ->
          sessions.end(header(exchange, SESSION))
              ? new Reply(204, "")
              : Reply.refused(404, "there is no such session");
      default -> {
        exchange.getResponseHeaders().set("Allow", "POST, DELETE");
        yield Reply.refused(405, "POST a message");
      }
    };
  }

  private Reply posted(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      return Reply.refused(413, "more than %d bytes are not read".formatted(LONGEST_BODY));
    }
    Message message = Utf8.message(body);
    if (message instanceof Message.Refused refused) {
      return new Reply(400, refused.answer());
    }
    if (message instanceof Message.Request request && request.method().equals("initialize")) {
      return begun(exchange, message);
    }
    String id = header(exchange, SESSION);
    if (id.isEmpty()) {
      return Reply.refused(
          400, "the header %s is missing; send initialize first".formatted(SESSION));
    }
    Optional<Protocol.Conversation> conversation = sessions.find(id);
    return conversation.isPresent()
        ? answered(exchange, conversation.get(), message)
        : Reply.refused(404, "there is no such session; send initialize again");
  }

  private Reply begun(HttpExchange exchange, Message message) {
    Protocol.Conversation conversation = sessions.begin();
    Reply reply = answered(conversation, message);
    if (conversation.hasBegun()) {
      exchange.getResponseHeaders().set(SESSION, sessions.keep(conversation));
    }
    return reply;
  }

  private static Reply answered(
      HttpExchange exchange, Protocol.Conversation conversation, Message message)
      throws IOException {
    boolean takesEvents = header(exchange, "Accept").contains("text/event-stream");
    if (message instanceof Message.Request request
        && takesEvents
        && conversation.mayLast(message)) {
      EventStream.answer(exchange, conversation, request);
      return STREAMED;
    }
    return answered(conversation, message);
  }

  private static Reply answered(Protocol.Conversation conversation, Message message) {
    int status = message instanceof Message.Reply ? 400 : 200;
    return conversation
        .answer(message, Protocol.Line.NONE)
        .map(answer -> new Reply(status, answer))
        .orElse(new Reply(202, ""));
  }

  private static String header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
