package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.tool.Catalogue;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SDK's own client, talking to the program as a process of its own. */
class StdioTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path home;
  private static Child child;
  private static McpSyncClient client;

  @BeforeAll
  static void connect() {
    child = new Child(home);
    client = child.sdkClient();
  }

  @AfterAll
  static void disconnect() {
    client.closeGracefully();
  }

  private static CallToolResult call(String tool, String arguments) {
    try {
      Map<String, Object> map = JSON.readValue(arguments, new TypeReference<>() {});
      return client.callTool(CallToolRequest.builder(tool).arguments(map).build());
    } catch (IOException broken) {
      throw new IllegalArgumentException(broken);
    }
  }

  private static String error(CallToolResult result) {
    assertThat(result.isError()).isTrue();
    return JSON.valueToTree(result.structuredContent()).path("error").path("code").asText();
  }

  @Test
  void everyToolOfTheCatalogueIsListedAsItIsDefined() {
    Map<String, Tool> listed =
        client.listTools().tools().stream().collect(Collectors.toMap(Tool::name, tool -> tool));
    List<Catalogue.Entry<?, ?>> entries = Installation.tools().entries();
    assertThat(client.listTools().tools())
        .extracting(Tool::name)
        .containsExactlyElementsOf(
            Stream.concat(
                    entries.stream().map(e -> e.tool().card().name()),
                    Stream.of("plan.request", "plan.run"))
                .sorted()
                .toList());
    for (Catalogue.Entry<?, ?> entry : entries) {
      Tool tool = listed.get(entry.tool().card().name());
      boolean acts = entry.tool().card().effect().actsOnInstrument();
      assertThat(tool.description()).isEqualTo(entry.tool().card().summary());
      assertThat(CanonicalJson.text(JSON.valueToTree(tool.inputSchema())))
          .isEqualTo(CanonicalJson.text(TerseSchema.ofArguments(entry.input().schema())));
      assertThat(CanonicalJson.text(JSON.valueToTree(tool.outputSchema())))
          .isEqualTo(CanonicalJson.text(TerseSchema.ofResult(entry.output().schema())));
      assertThat(tool.annotations().readOnlyHint()).as(tool.name()).isEqualTo(!acts);
      assertThat(tool.annotations().openWorldHint()).isFalse();
    }
    assertThat(listed.get("instrument.move").annotations().destructiveHint()).isTrue();
    assertThat(listed.get("spm.set_drive").annotations().destructiveHint()).isFalse();
    assertThat(listed.get("spm.set_drive").title()).isEqualTo("spm: set drive");
  }

  @Test
  void theSnippetOfThePageHooksItUp(@TempDir Path other) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "mcp.md"));
    String snippet = page.substring(page.indexOf("```json") + 7, page.indexOf("```\n\n`--home"));
    List<String> arguments = new ArrayList<>();
    JSON.readTree(snippet)
        .at("/mcpServers/cantilever/args")
        .forEach(one -> arguments.add(one.asText()));
    assertThat(arguments.removeFirst()).isEqualTo("mcp");
    try (McpSyncClient host = new Child(other).sdkClient(arguments.toArray(String[]::new))) {
      assertThat(host.listTools().tools())
          .extracting(Tool::name)
          .contains("surrogate_fit")
          .allMatch(name -> name.matches("[a-zA-Z0-9_-]{1,64}"));
    }
  }

  @Test
  void aComputationIsAnsweredInFieldsAndInText() throws IOException {
    CallToolResult result =
        call(
            "pareto.front",
            "{\"outcomes\":[[4,1],[3,3],[2,2]],\"directions\":[\"maximise\",\"maximise\"]}");
    assertThat(result.isError()).isFalse();
    assertThat(JSON.valueToTree(result.structuredContent()).path("members").toString())
        .isEqualTo("[0,1]");
    String text = ((TextContent) result.content().getFirst()).text();
    assertThat(JSON.readTree(text)).isEqualTo(JSON.valueToTree(result.structuredContent()));
  }

  /** What the examples answer fits their schemas: the client's own validator looks at each. */
  @Test
  void theExampleOfEveryToolThatActsOnNothingIsAnswered() {
    int settled = 0;
    for (Catalogue.Entry<?, ?> entry : Installation.tools().entries()) {
      if (!entry.tool().card().effect().actsOnInstrument()) {
        CallToolResult result = call(entry.tool().card().name(), entry.tool().card().example());
        settled += result.isError() ? 0 : 1;
      }
    }
    assertThat(settled).isGreaterThanOrEqualTo(9);
  }

  @Test
  void whatActsOnAnInstrumentIsRefusedAndNoLedgerListsAnything() {
    List<String> before = child.deeds();
    for (Catalogue.Entry<?, ?> entry : Installation.tools().entries()) {
      if (entry.tool().card().effect().actsOnInstrument()) {
        CallToolResult result = call(entry.tool().card().name(), entry.tool().card().example());
        assertThat(error(result)).as(entry.tool().card().name()).isEqualTo("needs_approval");
        assertThat(result.content().toString()).contains("./cantilever ask");
      }
    }
    assertThat(child.deeds()).isEqualTo(before);
  }

  @Test
  void everyProblemOfBadArgumentsIsNamedAtOnce() {
    CallToolResult result = call("pareto.front", "{\"outcomes\": 5, \"zzz\": 1}");
    assertThat(error(result)).isEqualTo("arg_unknown");
    assertThat(JSON.valueToTree(result.structuredContent()).path("error").path("problems"))
        .hasSize(3);
  }

  @Test
  void anInventedToolIsAnErrorOfTheProtocolAndStandsInTheJournal() {
    assertThatThrownBy(() -> call("surogate.fit", "{}"))
        .isInstanceOf(McpError.class)
        .hasMessageContaining("the nearest are surrogate.fit");
    try (Journal journal =
        Journal.read(new Home(home, InstantSource.system()).desk().resolve("journal.db"), "desk")) {
      assertThat(journal.fresh())
          .anySatisfy(
              entry -> {
                assertThat(entry.body().path("tool").asText()).isEqualTo("surogate.fit");
                assertThat(entry.actor().toString())
                    .isEqualTo(
                        "{\"channel\":\"mcp\",\"id\":\"mcp/test-host 7\",\"kind\":\"planner\"}");
              });
    }
  }
}
