package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.cli.Main;
import dev.cantilever.agent.knowledge.Recipe;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.tools.canonical.Hash;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources and prompts, as the SDK's own client gets them. */
class PagesTest {

  private static final String SPECTRUM =
      """
      {"goal": "One spectrum", "steps": [
        {"kind": "call", "tool": "stage.home", "arguments": {"instrument": "library"}},
        {"kind": "call", "tool": "raman.acquire",
         "arguments": {"instrument": "library", "exposure": "1 s", "power": "1 mW"}}]}
      """;

  @TempDir private static Path home;
  @TempDir private static Path folder;
  private static Served served;
  private static McpSyncClient client;

  @BeforeAll
  static void connect() throws IOException {
    String wish = "Find the toughest crossed barrel with 12 trials";
    assertThat(Main.run("ask", wish, "--yes", "--home", home.toString())).isZero();
    Path spectrum = Files.writeString(folder.resolve("spectrum.json"), SPECTRUM);
    assertThat(Main.run("plan", "run", spectrum.toString(), "--yes", "--home", home.toString()))
        .isZero();
    served = new Served(home);
    client = Served.sdkClient(served.port(), Served.TOKEN);
  }

  @AfterAll
  static void disconnect() {
    client.close();
    served.close();
  }

  private static JsonNode page(String uri) throws IOException {
    return new ObjectMapper().readTree(text(uri));
  }

  private static String text(String uri) {
    TextResourceContents page =
        (TextResourceContents)
            client.readResource(ReadResourceRequest.builder(uri).build()).contents().getFirst();
    assertThat(page.mimeType()).isEqualTo("application/json");
    return page.text();
  }

  @Test
  void theLimitsInForceAreTheFilesOfTheOperator() throws IOException {
    JsonNode instruments = page("limits://current").path("instruments");
    assertThat(instruments).hasSizeGreaterThan(8);
    assertThat(instruments).allMatch(one -> one.path("hash").asText().startsWith("sha256:"));
    assertThat(instruments.toString()).contains("budget", "limits", "interlocks");
  }

  @Test
  void aRunAndItsLogCanBeRead() throws IOException {
    assertThat(page("run://all").path("runs").path(0).path("run").asText()).isEqualTo("run-0001");
    JsonNode run = page("run://run-0001");
    assertThat(run.path("status").asText()).isEqualTo("completed");
    assertThat(run.path("facts").path("measured").asInt()).isEqualTo(12);
    JsonNode log = page("log://run-0001/0");
    assertThat(log.path("entries").path(0).path("type").asText()).isEqualTo("run.opened");
    int size = log.path("size").asInt();
    JsonNode last = page("log://run-0001/" + (size - 1));
    assertThat(last.path("entries")).hasSize(1);
    assertThat(last.has("next")).isFalse();
    assertThat(page("log://run-0001/999999").path("entries")).isEmpty();
  }

  @Test
  void whatThereIsNotIsSaidByTheProtocol() {
    for (String uri :
        new String[] {
          "plan://sha256:" + "0".repeat(64),
          "plan://sha256:00",
          "data://run-0001/sha256:" + "0".repeat(64),
          "data://run-0099/sha256:" + "0".repeat(64),
          "data://desk/../../keys",
          "run://run-0099",
          "run://..",
          "log://run-0001/-1",
          "file:///etc/passwd",
          "log://run-0001"
        }) {
      assertThatThrownBy(() -> page(uri)).as(uri).isInstanceOf(McpError.class);
    }
    assertThat(client.listResourceTemplates().resourceTemplates())
        .extracting(ResourceTemplate::uriTemplate)
        .containsExactlyInAnyOrder(
            "run://{run}", "log://{run}/{seq}", "plan://{hash}", "data://{run}/{hash}");
  }

  @Test
  void aPlanIsReadByItsHashAndIsWhatTheHashSays() throws IOException {
    String ran = page("run://run-0001").path("plan_hash").asText();
    assertThat(Hash.of(text("plan://" + ran).getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo(ran);
    assertThat(page("plan://" + ran).at("/steps/0/tool").asText()).isEqualTo("campaign.search");
    Map<String, Object> state =
        Map.of(
            "kind", "call",
            "tool", "instrument.state",
            "arguments", Map.of("instrument", "pfm-pto"));
    CallToolResult checked =
        client.callTool(
            CallToolRequest.builder("plan_check")
                .arguments(Map.of("goal", "Look", "steps", List.of(state)))
                .build());
    String hash = new ObjectMapper().valueToTree(checked.structuredContent()).path("hash").asText();
    assertThat(Hash.of(text("plan://" + hash).getBytes(StandardCharsets.UTF_8)).text())
        .isEqualTo(hash);
  }

  @Test
  void aReadingIsReadByItsHashAndIsWhatTheHashSays() throws IOException {
    String log = page("log://run-0002/0").toString();
    Matcher blob = Pattern.compile("\"blob\":\"(sha256:[0-9a-f]{64})").matcher(log);
    assertThat(blob.find()).isTrue();
    String text = text("data://run-0002/" + blob.group(1));
    assertThat(Hash.of(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(blob.group(1));
  }

  @Test
  void everyRecipeIsAGuidedStart() {
    assertThat(client.listPrompts().prompts())
        .extracting(Prompt::name)
        .containsExactlyInAnyOrderElementsOf(Recipes.shipped().stream().map(Recipe::name).toList());
    String words = start(Map.of("points", "40", "bias_amplitude", "7 V"));
    assertThat(words)
        .contains("campaign.start", "- points: 40", "- bias_amplitude: 7 V", "- batch: 10")
        .contains("./cantilever ask");
  }

  @Test
  void aBlankThatIsWrongIsNamed() {
    assertThatThrownBy(() -> start(Map.of("points", "many", "bias_amplitude", "7 nm", "x", "1")))
        .isInstanceOf(McpError.class)
        .hasMessageContaining("points is to be a whole number")
        .hasMessageContaining("bias_amplitude")
        .hasMessageContaining("no such blank");
    assertThatThrownBy(() -> start(Map.of()))
        .isInstanceOf(McpError.class)
        .hasMessageContaining("How many points");
  }

  private static String start(Map<String, Object> blanks) {
    return client
        .getPrompt(GetPromptRequest.builder("hysteresis-loop-area").arguments(blanks).build())
        .messages()
        .getFirst()
        .content()
        .toString();
  }
}
