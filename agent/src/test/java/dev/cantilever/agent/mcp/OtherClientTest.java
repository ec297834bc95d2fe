package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.exception.ToolExecutionException;
import dev.langchain4j.mcp.client.DefaultMcpClient;
import dev.langchain4j.mcp.client.McpClient;
import dev.langchain4j.mcp.client.McpReadResourceResult;
import dev.langchain4j.mcp.client.transport.McpTransport;
import dev.langchain4j.mcp.client.transport.http.StreamableHttpMcpTransport;
import dev.langchain4j.mcp.client.transport.stdio.StdioMcpTransport;
import dev.langchain4j.service.tool.ToolExecutionResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that nobody of the SDK's wrote: LangChain4j's. */
@SuppressWarnings("try") // its close() declares every exception
class OtherClientTest {

  @TempDir private Path home;

  @Test
  void overStandardInput() throws Exception {
    McpTransport transport =
        StdioMcpTransport.builder().command(new Child(home).command("--underscores")).build();
    try (McpClient client = client(transport)) {
      usesIt(client);
    }
  }

  @Test
  void overHttp() throws Exception {
    try (Served served = new Served(home)) {
      McpTransport transport =
          StreamableHttpMcpTransport.builder()
              .url("http://127.0.0.1:" + served.port() + "/mcp")
              .customHeaders(Map.of("Authorization", "Bearer " + Served.TOKEN))
              .build();
      try (McpClient client = client(transport)) {
        usesIt(client);
      }
    }
  }

  private static McpClient client(McpTransport transport) {
    return DefaultMcpClient.builder()
        .transport(transport)
        .clientName("langchain4j")
        .initializationTimeout(Duration.ofMinutes(1))
        .toolExecutionTimeout(Duration.ofMinutes(1))
        .build();
  }

  private void usesIt(McpClient client) {
    assertThat(client.listTools()).extracting(ToolSpecification::name).contains("surrogate_fit");
    ToolExecutionResult front =
        call(
            client,
            "pareto_front",
            "{\"outcomes\":[[4,1],[3,3],[2,2]],\"directions\":[\"maximise\",\"maximise\"]}");
    assertThat(front.isError()).isFalse();
    assertThat(front.resultText()).contains("\"members\":[0,1]");
    assertThatThrownBy(() -> call(client, "pareto_front", "{\"outcomes\":5}"))
        .isInstanceOf(ToolExecutionException.class)
        .hasMessageContainingAll("arg_type", "arg_missing");
    assertThatThrownBy(
            () -> call(client, "spm_withdraw", "{\"instrument\":\"afm\",\"distance\":\"1 µm\"}"))
        .isInstanceOf(ToolExecutionException.class)
        .hasMessageContainingAll("needs_approval", "./cantilever ask");
    assertThat(new Child(home).deeds()).isEmpty();
    McpReadResourceResult limits = client.readResource("limits://current");
    assertThat(limits.contents().toString()).contains("pfm-pto");
    assertThat(client.listPrompts()).isNotEmpty();
    assertThat(client.getPrompt("ising-transition", Map.of("points", "15")).messages())
        .isNotEmpty();
    client.checkHealth();
  }

  private static ToolExecutionResult call(McpClient client, String tool, String arguments) {
    return client.executeTool(
        ToolExecutionRequest.builder().id("1").name(tool).arguments(arguments).build());
  }
}
