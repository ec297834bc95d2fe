package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.SharedDesk;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.mcp.sdk.SdkProtocol;
import dev.cantilever.agent.request.Requests;
import dev.cantilever.agent.request.RunningTickets;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A home served over HTTP by this process. */
final class Served implements AutoCloseable {

  static final String TOKEN = "a-token-of-the-tests";

  private final Desk desk;
  private final RunningTickets running;
  private final Protocol protocol;
  private final HttpWire wire;

  Served(Path home) throws IOException {
    this(home, false, SdkProtocol.PATIENCE);
  }

  /** The same, where hosts may be asked and have so much time to answer. */
  Served(Path home, boolean approveInHost, Duration patience) throws IOException {
    Installation installation = Installation.at(Optional.of(home), Map.of());
    desk = installation.desk();
    running = new RunningTickets(installation);
    SharedDesk shared = new SharedDesk(desk);
    Requests requests = new Requests(installation, shared);
    HostApproval approval = new HostApproval(installation.home(), requests, approveInHost);
    List<HostTool> more = List.of(new RequestPlan(requests), new RunPlan(running, approval));
    Offer offer =
        new Offer(
            new ToolFaces(shared, more, ToolFaces.Naming.UNDERSCORES),
            new Pages(installation.home(), installation.calls()),
            new Starts(Recipes.shipped()));
    protocol = new SdkProtocol(offer, "1", patience, line -> {});
    wire =
        HttpWire.open(protocol, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), TOKEN);
  }

  int port() {
    return wire.port();
  }

  /** The SDK's own client over HTTP. */
  static McpSyncClient sdkClient(int port, String token) {
    return sdkClient(port, token, client -> client);
  }

  /** The same with more of what a client can do. */
  static McpSyncClient sdkClient(int port, String token, UnaryOperator<McpClient.SyncSpec> more) {
    return Child.sdkClient(
        HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port)
            .endpoint("/mcp")
            .jsonMapper(new JacksonMcpJsonMapper(new ObjectMapper()))
            .addHttpRequestCustomizer(
                (request, method, uri, body, context) ->
                    request.header("Authorization", "Bearer " + token))
            .build(),
        more);
  }

  @Override
  public void close() {
    wire.close();
    running.close();
    protocol.close();
    desk.close();
  }
}
