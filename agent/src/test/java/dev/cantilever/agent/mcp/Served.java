package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.mcp.sdk.SdkProtocol;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A home served over HTTP by this process. */
final class Served implements AutoCloseable {

  static final String TOKEN = "a-token-of-the-tests";

  private final Desk desk;
  private final Protocol protocol;
  private final HttpWire wire;

  Served(Path home) throws IOException {
    Installation installation = Installation.at(Optional.of(home), Map.of());
    desk = installation.desk();
    Offer offer =
        new Offer(
            new ToolFaces(desk, ToolFaces.Naming.UNDERSCORES),
            new Pages(installation.home()),
            new Starts(Recipes.shipped()));
    protocol = new SdkProtocol(offer, "1", line -> {});
    wire =
        HttpWire.open(protocol, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), TOKEN);
  }

  int port() {
    return wire.port();
  }

  /** The SDK's own client over HTTP. */
  static McpSyncClient sdkClient(int port, String token) {
    return Child.sdkClient(
        HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + port)
            .endpoint("/mcp")
            .jsonMapper(new JacksonMcpJsonMapper(new ObjectMapper()))
            .addHttpRequestCustomizer(
                (request, method, uri, body, context) ->
                    request.header("Authorization", "Bearer " + token))
            .build());
  }

  @Override
  public void close() {
    wire.close();
    protocol.close();
    desk.close();
  }
}
