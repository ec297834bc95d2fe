package dev.cantilever.agent.mcp;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.cantilever.agent.mcp.HttpWire.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who may ask at all. A page of somebody else's in a browser of this machine is told by its origin,
 * on every request (403), also where it has a name of its own point here; whoever lacks the token
 * is unknown (401).
 */
final class Guard {

  private static final String HERE = "(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?";
  private static final Pattern HOST = Pattern.compile(HERE, Pattern.CASE_INSENSITIVE);
  private static final Pattern ORIGIN =
      Pattern.compile("https?://" + HERE, Pattern.CASE_INSENSITIVE);
  private static final List<String> VERSIONS =
      List.of("2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25");

  private final byte[] authorization;
  private final boolean isLocal;

  /**
   * For one token.
   *
   * @param isLocal whether it is served to this machine alone; then it has this machine's names
   */
  Guard(String token, boolean isLocal) {
    this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    this.isLocal = isLocal;
  }

  /** Why a request is not looked at; empty where it is. */
  Optional<Reply> objection(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    if (!all(headers, "Origin", ORIGIN) || (isLocal && !all(headers, "Host", HOST))) {
      return Optional.of(Reply.refused(403, "not from there"));
    }
    String given = Optional.ofNullable(headers.getFirst("Authorization")).orElse("");
    if (!MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), authorization)) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
      return Optional.of(Reply.refused(401, "no valid token"));
    }
    String version = headers.getFirst("MCP-Protocol-Version");
    return version == null || VERSIONS.contains(version)
        ? Optional.empty()
        : Optional.of(
            Reply.refused(400, "of the protocol's versions these are known: " + VERSIONS));
  }

  private static boolean all(Headers headers, String name, Pattern allowed) {
    return headers.getOrDefault(name, List.of()).stream()
        .allMatch(value -> allowed.matcher(value).matches());
  }
}
