package dev.cantilever.tools.instrument.node;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.cantilever.kernel.envelope.Decision;
import dev.cantilever.kernel.interlock.GuardInput;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Watchdog;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.tools.instrument.ClockWatch;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.wire.Wire;
import dev.cantilever.vocabulary.wire.WireFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One instrument over HTTP, with a watchdog of its own: an agent that has promised to be heard and
 * is not brings the instrument to rest, whatever became of the network. Whoever knows the token may
 * ask; what may be done is for the gate to say. One request at a time has the instrument, but for
 * stops, which overtake, and the state, which is the last one that was seen while a command runs.
 */
public final class NodeServer implements AutoCloseable {

  private static final int LONGEST_BODY = 1 << 20;
  private static final long PATIENCE_MILLIS = 500;

  private final Gate gate;
  private final byte[] authorization;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ReentrantLock instrument = new ReentrantLock();
  private final ClockWatch clocks = ClockWatch.ofThisMachine();
  private final Once once;
  private final Watchdog watchdog;
  private volatile InstrumentState seen;
  private volatile boolean stopWasTried;

  private NodeServer(Gate gate, HttpServer server, String token) {
    this.gate = gate;
    this.server = server;
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.once = new Once(gate, instrument);
    this.seen = gate.state();
    this.watchdog = Watchdog.over(gate);
  }

  /**
   * Serves from now on; the gate stays the caller's.
   *
   * @param token of at least 16 characters
   */
  public static NodeServer open(Gate gate, InetSocketAddress address, String token)
      throws IOException {
    if (token.length() < 16) {
      throw new IllegalArgumentException(
          "a token of %d characters is too short; take 16 or more".formatted(token.length()));
    }
    HttpServer http = HttpServer.create(address, 32);
    NodeServer node = new NodeServer(gate, http, token);
    http.setExecutor(node.threads);
    http.createContext("/", node::answer);
    http.start();
    return node;
  }

  /** The port that it listens at. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** What is asked beside a command: whether it can be done from there. */
  record Question(Command command, SurfacePoint from) {}

  /** The answer; empty where it can. */
  record Hindrance(Optional<String> reason) {}

  /** What a stop came to. */
  record Rest(boolean atRest) {}

  /** A person has looked. */
  record Reset(String person, String reason) {}

  private record Answer(int status, Object body) {}

  private record Problem(String error) {}

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = isKnown(exchange) ? judged(exchange) : problem(401, "no valid token");
      byte[] body = Wire.write(answer.body()).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private boolean isKnown(HttpExchange exchange) {
    String given = exchange.getRequestHeaders().getFirst("Authorization");
    return given != null
        && MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization);
  }

  private Answer judged(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
    if (body.length > LONGEST_BODY) {
      return problem(413, "a body of more than %d bytes".formatted(LONGEST_BODY));
    }
    String asked = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    try {
      String stamp = exchange.getRequestHeaders().getFirst(Stamp.HEADER);
      return routed(asked, new String(body, StandardCharsets.UTF_8), stamp);
    } catch (WireFailure | IllegalArgumentException wrong) {
      return problem(400, String.valueOf(wrong.getMessage()));
    } catch (RuntimeException broken) {
      return problem(500, "the instrument's side broke: " + broken.getMessage());
    }
  }

  private Answer routed(String asked, String body, String stamp) {
    return switch (asked) {
      case "GET /v1/describe" -> fine(gate.describe());
      case "GET /v1/state" -> fine(state());
      case "POST /v1/estimate" -> fine(gate.estimate(Wire.read(Command.class, body)));
      case "POST /v1/cannot" -> fine(hindrance(Wire.read(Question.class, body)));
      case "POST /v1/stop" -> fine(stop(Stamp.parse(stamp)));
      case "POST /v1/watch" -> fine(watched());
      case "POST /v1/leave" -> fine(left());
      case "POST /v1/reset" -> reset(Wire.read(Reset.class, body));
      default -> command(asked.split("/", -1), body, stamp);
    };
  }

  /** {@code PUT /v1/commands/RUN/CALL} does, {@code POST …/recall} asks what became of it. */
  private Answer command(String[] parts, String body, String stamp) {
    boolean isCommand = parts.length >= 5 && parts[1].equals("v1") && parts[2].equals("commands");
    if (isCommand && parts.length == 5 && parts[0].equals("PUT ")) {
      Command command = Wire.read(Command.class, body);
      return fine(once.run(key(parts), command, Stamp.parse(stamp)));
    }
    if (isCommand && parts.length == 6 && parts[0].equals("POST ") && parts[5].equals("recall")) {
      return once.recall(key(parts), PATIENCE_MILLIS)
          .map(NodeServer::fine)
          .orElseGet(() -> problem(409, "it is running; ask again"));
    }
    return problem(404, "no such thing here");
  }

  private Rest stop(Stamp stamp) {
    once.stopped(stamp);
    stopWasTried = gate.proves();
    return new Rest(stopWasTried);
  }

  /**
   * Whoever asks this promises to ask again: from the first time on its silence stops. An agent
   * that arms has tried the stop just before; doing it again here could undo what it began since.
   */
  private InstrumentState watched() {
    if (!gate.guard().isArmed()) {
      gate.tell(new GuardInput.Armed(stopWasTried || gate.proves()));
    }
    gate.tell(new GuardInput.RunnerBeat());
    for (GuardInput.Wrong one : clocks.look()) {
      gate.tell(one);
      gate.tell(new GuardInput.Well(one.name()));
    }
    return state();
  }

  private Rest left() {
    stopWasTried = false;
    gate.tell(new GuardInput.Disarmed());
    return new Rest(gate.state().isAtRest());
  }

  /** Whoever fell silent has no part in it any more; who watches on arms again. */
  private Answer reset(Reset reset) {
    left();
    try {
      gate.reset(reset.person(), reset.reason());
      return fine(new Rest(gate.state().isAtRest()));
    } catch (IllegalStateException still) {
      return problem(409, still.getMessage());
    }
  }

  private static CommandKey key(String[] parts) {
    return new CommandKey(new RunId(parts[3]), new CallId(parts[4]));
  }

  private static Answer fine(Object body) {
    return new Answer(200, body);
  }

  private static Answer problem(int status, String words) {
    return new Answer(status, new Problem(words));
  }

  private Hindrance hindrance(Question question) {
    return switch (gate.checkFrom(question.from(), question.command())) {
      case Decision.Permitted permitted -> new Hindrance(Optional.empty());
      case Decision.Refused refused ->
          new Hindrance(Optional.of(refused.problems().getFirst().message()));
    };
  }

  private InstrumentState state() {
    if (!begins()) {
      return busy(seen);
    }
    try {
      seen = gate.state();
      return seen;
    } finally {
      instrument.unlock();
    }
  }

  private boolean begins() {
    try {
      return instrument.tryLock(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static InstrumentState busy(InstrumentState seen) {
    return new InstrumentState(
        seen.position(),
        seen.elapsed(),
        seen.loops(),
        seen.quality(),
        DeviceState.BUSY,
        seen.probe(),
        seen.beam(),
        seen.readbacks());
  }

  @Override
  public void close() {
    watchdog.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
