package dev.cantilever.agent.mcp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.cantilever.agent.edge.AllowedNames;
import dev.cantilever.agent.edge.Secret;
import dev.cantilever.agent.mcp.HttpWire.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who may ask at all. A page of somebody else's in a browser of this machine is told by its origin,
 * on every request (403), also where it has a name of its own point here; whoever lacks the token
 * is unknown (401).
 */
final class Guard {

  private static final AllowedNames HERE = AllowedNames.ofThisMachine();
  private static final List<String> VERSIONS =
      List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

  private final String token;
  private final boolean isLocal;

  /**
   * For one token.
   *
   * @param isLocal whether it is served to this machine alone; then it has this machine's names
   */
  Guard(String token, boolean isLocal) {
    this.token = token;
    this.isLocal = isLocal;
  }

  /** Why a request is not looked at; empty where it is. */
  Optional<Reply> objection(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    if (!all(headers, "Origin", HERE::isOrigin)
        || (isLocal && !all(headers, "Host", HERE::isHost))) {
      return Optional.of(Reply.refused(403, "not from there"));
    }
    Optional<String> given = Optional.ofNullable(headers.getFirst("Authorization"));
    if (Secret.of(given).filter(secret -> secret.is(token)).isEmpty()) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      return Optional.of(Reply.refused(401, "no valid token"));
    }
    String version = headers.getFirst("MCP-Protocol-Version");
    return version == null || VERSIONS.contains(version)
        ? Optional.empty()
        : Optional.of(
            Reply.refused(400, "of the protocol's versions these are known: " + VERSIONS));
  }

  private static boolean all(Headers headers, String name, Predicate<String> allowed) {
    return headers.getOrDefault(name, List.of()).stream().allMatch(allowed);
  }
}
