package dev.cantilever.agent.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.foreign.wire.BrokenWire;
import dev.cantilever.agent.foreign.wire.Deadline;
import dev.cantilever.agent.foreign.wire.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The foreign servers of one home and the conversations with them, which begin when first needed
 * and end with this program or at the first thing that is wrong. A server is asked one thing at a
 * time.
 */
public final class ForeignServers {

  private static final Duration LOOKING = Duration.ofSeconds(30);

  private final Path home;
  private final String version;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  /**
   * Those of a home.
   *
   * @param version of this program, which servers are told
   */
  public ForeignServers(Path home, String version) {
    this.home = home;
    this.version = version;
  }

  /** The servers as the operator has written them down now. */
  public ServersFile.Read file() {
    return ServersFile.in(home);
  }

  /** What came of looking at a server. */
  public sealed interface Look {

    /** All that it says of its tools; empty where it says what is no descriptor. */
    record Seen(List<Optional<Descriptor>> tools) implements Look {

      public Seen {
        tools = List.copyOf(tools);
      }
    }

    /** It gave no answer. */
    record Broken(BrokenWire.Reason reason) implements Look {}
  }

  /** What a server says of its tools now; on a conversation of its own. */
  public Look look(ForeignServer server) {
    Deadline deadline = Deadline.in(LOOKING, () -> false);
    try (Session session = Session.open(server.address(), version, deadline)) {
      return new Look.Seen(session.tools(deadline).stream().map(Descriptor::of).toList());
    } catch (BrokenWire broken) {
      return new Look.Broken(broken.reason());
    }
  }

  /** What came of a call. */
  sealed interface Called {

    /** The result as the server says it. */
    record Done(JsonNode result) implements Called {}

    /** The tool is not there, or not the one that was pinned; it was not called. */
    record Changed() implements Called {}

    /** Another call is still under way; nothing was called. */
    record Busy() implements Called {}

    /**
     * There was no answer.
     *
     * @param sent whether the call may have reached the server
     */
    record Broken(BrokenWire.Reason reason, boolean sent) implements Called {}
  }

  /**
   * Calls a tool if the server still describes it as it is pinned, which is asked at once before.
   *
   * @param stopped whether somebody wants no more to be waited for
   */
  Called call(
      ForeignServer server, Descriptor pinned, JsonNode arguments, BooleanSupplier stopped) {
    Line line = lines.computeIfAbsent(server.fingerprint(), key -> new Line(version));
    return line.call(server, pinned, arguments, Deadline.in(server.patience(), stopped));
  }
}
