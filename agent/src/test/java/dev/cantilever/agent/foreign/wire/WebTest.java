package dev.cantilever.agent.foreign.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers over HTTP: the official SDK's, and one that answers as it likes. */
class WebTest {

  private static final String BEGUN =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"protocolVersion\":\"2025-06-18\"}}";

  @TempDir private Path folder;
  private int port;
  private final WireMockServer scripted = new WireMockServer(options().dynamicPort());

  @BeforeEach
  void start() {
    scripted.start();
    port = scripted.port();
  }

  @AfterEach
  void stop() {
    scripted.stop();
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20), () -> false);
  }

  @Test
  void theServerOfTheOfficialSdkIsAskedAndAnswers() throws Exception {
    JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(new ObjectMapper());
    HttpServletStreamableServerTransportProvider transport =
        HttpServletStreamableServerTransportProvider.builder()
            .jsonMapper(json)
            .mcpEndpoint("/mcp")
            .build();
    Tool tool = Tool.builder("echo", Map.of("type", "object")).description("Echoes").build();
    McpSyncServer served =
        McpServer.sync(transport)
            .serverInfo("echo", "1")
            .capabilities(ServerCapabilities.builder().tools(true).build())
            .jsonMapper(json)
            .tools(
                SyncToolSpecification.builder()
                    .tool(tool)
                    .callHandler(
                        (exchange, asked) ->
                            CallToolResult.builder()
                                .addTextContent("é " + asked.arguments())
                                .build())
                    .build())
            .build();
    Server jetty = new Server();
    ServerConnector port = new ServerConnector(jetty);
    jetty.addConnector(port);
    ServletContextHandler context = new ServletContextHandler();
    ServletHolder holder = new ServletHolder(transport);
    holder.setAsyncSupported(true);
    context.addServlet(holder, "/mcp");
    jetty.setHandler(context);
    jetty.start();
    URI url = URI.create("http://127.0.0.1:%d/mcp".formatted(port.getLocalPort()));
    try (Session session = Session.open(new Address.Web(url, Optional.empty()), "1", soon())) {
      assertThat(session.tools(soon())).hasSize(1);
      for (int i = 0; i < 200; i++) {
        JsonNode asked = JsonNodeFactory.instance.objectNode().put("a", i);
        assertThat(session.call("echo", asked, soon()).at("/content/0/text").asText())
            .isEqualTo("é {a=%d}".formatted(i));
      }
      assertThat(session.isBroken()).isFalse();
    } finally {
      served.close();
      jetty.stop();
    }
  }

  private Session open() throws BrokenWire {
    return Session.open(new Address.Web(url(), Optional.of(folder.resolve("token"))), "1", soon());
  }

  private URI url() {
    return URI.create("http://127.0.0.1:%d/mcp".formatted(port));
  }

  private void answers(ResponseDefinitionBuilder answer) throws Exception {
    Files.writeString(folder.resolve("token"), "secret-line\n");
    scripted.stubFor(post(anyUrl()).willReturn(answer));
  }

  private void breaksWith(BrokenWire.Reason reason) {
    assertThatThrownBy(this::open)
        .isInstanceOf(BrokenWire.class)
        .hasMessage(reason.words())
        .hasNoCause();
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  @Test
  void theTokenAndTheSessionAreSentAlong() throws Exception {
    answers(json(BEGUN).withHeader("Mcp-Session-Id", "s-1"));
    scripted.stubFor(
        post(anyUrl())
            .withRequestBody(containing("notifications/initialized"))
            .willReturn(aResponse().withStatus(202)));
    open().close();
    scripted.verify(
        postRequestedFor(anyUrl())
            .withRequestBody(containing("notifications/initialized"))
            .withHeader("Authorization", equalTo("Bearer secret-line"))
            .withHeader("Mcp-Session-Id", equalTo("s-1"))
            .withHeader("MCP-Protocol-Version", equalTo("2025-06-18")));
  }

  @Test
  void nobodyIsFollowedElsewhere() throws Exception {
    scripted.stubFor(get(anyUrl()).willReturn(json(BEGUN)));
    answers(aResponse().withStatus(302).withHeader("Location", scripted.baseUrl() + "/other"));
    breaksWith(BrokenWire.Reason.ENDED);
    scripted.verify(0, getRequestedFor(anyUrl()));
  }

  @Test
  void whatIsNoAnswerBreaksIt() throws Exception {
    answers(aResponse().withStatus(401));
    breaksWith(BrokenWire.Reason.NOT_LET_IN);
    answers(aResponse().withStatus(500).withBody("canary"));
    breaksWith(BrokenWire.Reason.ENDED);
    answers(json("canary"));
    breaksWith(BrokenWire.Reason.NOT_A_MESSAGE);
    answers(json("x".repeat(Wire.LONGEST + 1)));
    breaksWith(BrokenWire.Reason.TOO_LONG);
    answers(json(BEGUN.replace("2025-06-18", "2026-07-28")));
    breaksWith(BrokenWire.Reason.OTHER_PROTOCOL);
    answers(json(BEGUN.replace("\"id\":1", "\"id\":2")));
    breaksWith(BrokenWire.Reason.ANOTHER_ANSWER);
    String notice = "data: {\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\"}\n\n";
    answers(
        aResponse().withHeader("Content-Type", "text/event-stream").withBody(notice.repeat(2_000)));
    breaksWith(BrokenWire.Reason.TOO_MANY);
    answers(
        aResponse()
            .withHeader("Content-Type", "text/event-stream")
            .withBody("data: " + "x".repeat(3 << 20)));
    breaksWith(BrokenWire.Reason.TOO_LONG);
    Files.delete(folder.resolve("token"));
    breaksWith(BrokenWire.Reason.NO_TOKEN);
    scripted.stop();
    Files.writeString(folder.resolve("token"), "a");
    breaksWith(BrokenWire.Reason.NOT_REACHED);
  }

  @Test
  void whoIsSilentIsNotWaitedFor() throws Exception {
    answers(json(BEGUN).withChunkedDribbleDelay(100, 60_000));
    Deadline second = Deadline.in(Duration.ofSeconds(1), () -> false);
    URI url = url();
    long begun = System.nanoTime();
    assertThatThrownBy(() -> Session.open(new Address.Web(url, Optional.empty()), "1", second))
        .hasMessage(BrokenWire.Reason.SILENT.words());
    Deadline stopped = Deadline.in(Duration.ofSeconds(60), () -> true);
    assertThatThrownBy(() -> Session.open(new Address.Web(url, Optional.empty()), "1", stopped))
        .hasMessage(BrokenWire.Reason.STOPPED.words());
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
  }
}
