package dev.cantilever.agent.web.server;

import dev.cantilever.agent.web.Doorkeeper;
import dev.cantilever.agent.web.Entrance;
import dev.cantilever.agent.web.Lanes;
import dev.cantilever.agent.web.Reply;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.Trouble;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/** One exchange: what was asked, handed to the entrance, and its answer written. */
final class Answering {

  private static final List<String> METHODS = List.of("GET", "POST");

  private final Entrance entrance;
  private final Arrivals arrivals;
  private final Consumer<String> log;

  Answering(Entrance entrance, Arrivals arrivals, Consumer<String> log) {
    this.entrance = entrance;
    this.arrivals = arrivals;
    this.log = log;
  }

  /** Whatever the path: nobody from elsewhere is told even whether there is something. */
  void before(Context context) throws IOException {
    String method = context.req().getMethod();
    Optional<Trouble> objection = entrance.objection(visit(context), !method.equals("GET"));
    if (objection.isPresent()) {
      refuse(context, objection.get());
      context.skipRemainingHandlers();
    } else if (!METHODS.contains(method)) {
      refuse(context, Trouble.of(405, "Not so", "GET or POST").with("Allow", "GET, POST"));
      context.skipRemainingHandlers();
    }
  }

  void answer(Route route, Context context) throws IOException {
    Entrance.Knock knock =
        new Entrance.Knock(
            visit(context),
            context.pathParamMap(),
            context.queryParamMap(),
            () -> context.req().getInputStream());
    Request request = request(context);
    write(context, entrance.serve(route, knock, () -> arrivals.arrived(request)));
  }

  /** There is no such route; where a route has said so itself, its words stand. */
  void unknown(Context context) throws IOException {
    if (!context.res().isCommitted()) {
      refuse(
          context,
          context.statusCode() == 405
              ? Trouble.of(405, "Not so", "this is asked with the other of GET and POST")
              : Trouble.notFound("GET /api/openapi.json tells everything that there is"));
    }
  }

  /** A defect of ours. What broke is said to the operator, never to who asked. */
  void broken(Exception failure, Context context) {
    Throwable cause = failure instanceof Lanes.BrokenHandler ? failure.getCause() : failure;
    if (!context.res().isCommitted()) {
      log.accept("a request failed: " + cause);
      try {
        refuse(
            context, Trouble.of(500, "Broken", "this failed here; the server's own log says more"));
      } catch (IOException gone) {
        // nobody is there to be told
      }
    }
  }

  private void write(Context context, Reply reply) throws IOException {
    HttpServletResponse response = context.res();
    switch (reply) {
      case Reply.Json json -> {
        json.headers().forEach(response::setHeader);
        send(context, json.status(), "application/json", Wire.bytes(json.body()));
      }
      case Reply.Content content -> {
        Wire.guard(response);
        content.headers().forEach(response::setHeader);
        send(context, 200, content.type(), content.bytes());
      }
      case Reply.Nothing nothing -> send(context, 204, "", new byte[0]);
      case Reply.Not not -> refuse(context, not.trouble());
      case Reply.Stream stream -> stream(context, stream);
    }
  }

  private void refuse(Context context, Trouble trouble) throws IOException {
    trouble.headers().forEach(context.res()::setHeader);
    if (!arrived(context, trouble)) {
      context.res().setHeader("Connection", "close"); // what was not read is never taken for more
    }
    send(context, trouble.status(), "application/problem+json", Wire.bytes(trouble.json()));
  }

  /** Whether the refusal came after the request was read. */
  private static boolean arrived(Context context, Trouble trouble) {
    return context.req().getMethod().equals("GET") || trouble.status() == 422;
  }

  private static void send(Context context, int status, String type, byte[] bytes)
      throws IOException {
    HttpServletResponse response = context.res();
    context.status(status);
    response.setStatus(status);
    if (response.getHeader("Content-Security-Policy") == null) {
      Wire.guard(response);
    }
    if (!type.isEmpty()) {
      response.setContentType(type);
      response.setContentLength(bytes.length);
      response.getOutputStream().write(bytes);
    }
    response.flushBuffer();
  }

  private void stream(Context context, Reply.Stream stream) throws IOException {
    HttpServletResponse response = context.res();
    Wire.guard(response);
    response.setStatus(200);
    response.setContentType("text/event-stream");
    response.setHeader("X-Accel-Buffering", "no");
    response.flushBuffer();
    Connected outlet = new Connected(ServletContextRequest.getServletContextRequest(context.req()));
    try {
      stream.streaming().into(outlet);
    } catch (IOException gone) {
      outlet.cut(); // who watched has left or was too slow
    }
  }

  private static Request request(Context context) {
    return ServletContextRequest.getServletContextRequest(context.req());
  }

  private static Doorkeeper.Visit visit(Context context) {
    Doorkeeper.Headers headers = name -> Collections.list(context.req().getHeaders(name));
    boolean passedOn =
        !headers.all("Forwarded").isEmpty() || !headers.all("X-Forwarded-For").isEmpty();
    boolean isLoopback =
        request(context).getConnectionMetaData().getRemoteSocketAddress()
                instanceof InetSocketAddress address
            && address.getAddress().isLoopbackAddress();
    return new Doorkeeper.Visit(headers, context.req().getRemoteAddr(), isLoopback && !passedOn);
  }
}
