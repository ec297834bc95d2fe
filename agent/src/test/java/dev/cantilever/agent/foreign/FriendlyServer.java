package dev.cantilever.agent.foreign;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A server by the official SDK, as a process of its own. */
final class FriendlyServer {

  private FriendlyServer() {}

  /** Serves until its input ends; the file {@code words} is what it says of its first tool. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    String words = Files.readString(Path.of("words"));
    JacksonMcpJsonMapper json = new JacksonMcpJsonMapper(new ObjectMapper());
    McpServer.sync(new StdioServerTransportProvider(json))
        .serverInfo("weather", "1")
        .capabilities(ServerCapabilities.builder().tools(true).build())
        .jsonMapper(json)
        .tools(
            tool(
                "get-Forecast",
                words,
                Map.of("city", Map.of("type", "string"), "days", Map.of("type", "integer")),
                List.of("city"),
                asked ->
                    CallToolResult.builder()
                        .addTextContent("In " + asked.get("city") + " it is\u202e 21.5 °C")
                        .structuredContent(Map.of("celsius", 21.5, "city", asked.get("city")))
                        .build()),
            tool(
                "order",
                "Orders something",
                Map.of("what", Map.of("type", "string", "maxLength", 20)),
                List.of("what"),
                asked -> CallToolResult.builder().addTextContent("ordered").build()),
            tool(
                "match",
                "Takes a pattern",
                Map.of("what", Map.of("type", "string", "pattern", "(a+)+")),
                List.of(),
                asked -> CallToolResult.builder().addTextContent("matched").build()))
        .build();
    Thread.currentThread().join();
  }

  private interface Handler {
    CallToolResult handle(Map<String, Object> arguments);
  }

  private static SyncToolSpecification tool(
      String name,
      String words,
      Map<String, Object> properties,
      List<String> required,
      Handler handler) {
    Map<String, Object> schema =
        Map.of("type", "object", "properties", properties, "required", required);
    return SyncToolSpecification.builder()
        .tool(Tool.builder(name, schema).description(words).build())
        .callHandler((exchange, request) -> handler.handle(request.arguments()))
        .build();
  }
}
