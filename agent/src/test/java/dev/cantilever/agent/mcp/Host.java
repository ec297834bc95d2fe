package dev.cantilever.agent.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A host that plans, with the SDK's own client. */
record Host(McpSyncClient client, List<ProgressNotification> progress) implements AutoCloseable {

  /** Moves and changes nothing for good. */
  static final String HOMING =
      "{\"goal\":\"Home the stage\",\"steps\":[{\"kind\":\"call\",\"tool\":\"stage.home\","
          + "\"arguments\":{\"instrument\":\"library\"}}]}";

  /** A campaign of eight points. */
  static final String SHORT = search(8);

  /** A campaign that nobody waits for. */
  static final String LONG = search(500);

  static final String TICKET = "{\"ticket\":\"ticket-1\"}";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static String search(int points) {
    return ("{\"goal\":\"Tough"
            + " barrels\",\"steps\":[{\"kind\":\"call\",\"tool\":\"campaign.search\","
            + "\"arguments\":{\"instrument\":\"crossed-barrel\",\"goals\":[{\"outcome\":"
            + "\"toughness\",\"direction\":\"maximise\"}],\"points\":%d}}]}")
        .formatted(points);
  }

  static Host over(Served served) {
    return over(served, client -> client);
  }

  static Host over(Served served, UnaryOperator<McpClient.SyncSpec> more) {
    List<ProgressNotification> progress = new CopyOnWriteArrayList<>();
    McpSyncClient client =
        Served.sdkClient(
            served.port(), Served.TOKEN, spec -> more.apply(spec.progressConsumer(progress::add)));
    return new Host(client, progress);
  }

  /** What came of a call, a refusal too. */
  JsonNode call(String tool, String arguments) {
    CallToolResult result =
        client.callTool(
            CallToolRequest.builder(tool)
                .arguments(map(arguments))
                .progressToken("progress of " + tool)
                .build());
    return JSON.valueToTree(result.structuredContent());
  }

  JsonNode page(String uri) {
    TextResourceContents page =
        (TextResourceContents)
            client.readResource(ReadResourceRequest.builder(uri).build()).contents().getFirst();
    try {
      return JSON.readTree(page.text());
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** The page of a run once it has ended. */
  JsonNode ended(String run) throws InterruptedException {
    for (int attempt = 0; attempt < 600; attempt++) {
      JsonNode page = page("run://" + run);
      if (!page.path("status").asText().equals("unfinished")) {
        return page;
      }
      Thread.sleep(50);
    }
    throw new AssertionError(run + " does not end");
  }

  private static Map<String, Object> map(String arguments) {
    try {
      return JSON.readValue(arguments, new TypeReference<>() {});
    } catch (IOException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
