package dev.cantilever.agent.foreign.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.foreign.wire.BrokenWire.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A conversation with a foreign server: what tools it has, and calls of them. */
public final class Session implements AutoCloseable {

  /** As many tools of one server are looked at. */
  public static final int MOST_TOOLS = 200;

  private static final int MOST_PAGES = 20;
  private static final String NEWEST = "2025-11-25";
  private static final Set<String> REVISIONS =
      Set.of(NEWEST, "2025-06-18", "2025-03-26", "2024-11-05");

  private final Exchange exchange;
  private boolean isBroken;

  private Session(Exchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Begins one.
   *
   * @throws BrokenWire where that does not come about; then nothing is left of it
   */
  public static Session open(Address address, String version, Deadline deadline) throws BrokenWire {
    Wire wire =
        switch (address) {
          case Address.Program program -> ProgramWire.start(program);
          case Address.Web web -> WebWire.to(web);
        };
    Session session = new Session(new Exchange(wire));
    try {
      session.begin(version, deadline);
      return session;
    } catch (BrokenWire broken) {
      session.close();
      throw broken;
    }
  }

  private void begin(String version, Deadline deadline) throws BrokenWire {
    ObjectNode we = JsonNodeFactory.instance.objectNode().put("protocolVersion", NEWEST);
    we.putObject("capabilities");
    we.putObject("clientInfo").put("name", "cantilever").put("version", version);
    String revision =
        exchange.ask("initialize", we, deadline).path("protocolVersion").asText("none");
    if (!REVISIONS.contains(revision)) {
      throw new BrokenWire(Reason.OTHER_PROTOCOL);
    }
    exchange.agreed(revision);
    exchange.tell("notifications/initialized", deadline);
  }

  /** All that it says of its tools now. */
  public List<JsonNode> tools(Deadline deadline) throws BrokenWire {
    List<JsonNode> tools = new ArrayList<>();
    ObjectNode parameters = JsonNodeFactory.instance.objectNode();
    for (int page = 0; page < MOST_PAGES; page++) {
      JsonNode result = ask("tools/list", parameters, deadline);
      if (!result.path("tools").isArray()) {
        throw broken(Reason.NOT_AS_DESCRIBED);
      }
      result.path("tools").forEach(tools::add);
      if (tools.size() > MOST_TOOLS) {
        throw broken(Reason.TOO_MANY);
      }
      JsonNode next = result.path("nextCursor");
      if (!next.isTextual()) {
        return tools;
      }
      parameters = JsonNodeFactory.instance.objectNode().put("cursor", next.textValue());
    }
    throw broken(Reason.TOO_MANY);
  }

  /** What came of a call of a tool, as it says. */
  public JsonNode call(String tool, JsonNode arguments, Deadline deadline) throws BrokenWire {
    ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("name", tool);
    parameters.set("arguments", arguments);
    return ask("tools/call", parameters, deadline);
  }

  private JsonNode ask(String method, ObjectNode parameters, Deadline deadline) throws BrokenWire {
    try {
      return exchange.ask(method, parameters, deadline);
    } catch (BrokenWire failure) {
      isBroken |= !failure.reason().isHarmless();
      throw failure;
    }
  }

  private BrokenWire broken(Reason reason) {
    isBroken = true;
    return new BrokenWire(reason);
  }

  /** Whether nothing more can be asked here. */
  public boolean isBroken() {
    return isBroken;
  }

  @Override
  public void close() {
    exchange.close();
  }
}
