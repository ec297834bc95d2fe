package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.cli.Main;
import dev.cantilever.agent.knowledge.Recipe;
import dev.cantilever.agent.knowledge.Recipes;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources and prompts, as the SDK's own client gets them. */
class PagesTest {

  @TempDir private static Path home;
  private static Served served;
  private static McpSyncClient client;

  @BeforeAll
  static void connect() throws IOException {
    String wish = "Find the toughest crossed barrel with 12 trials";
    assertThat(Main.run("ask", wish, "--yes", "--home", home.toString())).isZero();
    served = new Served(home);
    client = Served.sdkClient(served.port(), Served.TOKEN);
  }

  @AfterAll
  static void disconnect() {
    client.close();
    served.close();
  }

  private static JsonNode page(String uri) throws IOException {
    TextResourceContents page =
        (TextResourceContents)
            client.readResource(ReadResourceRequest.builder(uri).build()).contents().getFirst();
    assertThat(page.mimeType()).isEqualTo("application/json");
    return new ObjectMapper().readTree(page.text());
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
          "run://run-0099", "run://..", "log://run-0001/-1", "file:///etc/passwd", "log://run-0001"
        }) {
      assertThatThrownBy(() -> page(uri)).as(uri).isInstanceOf(McpError.class);
    }
    assertThat(client.listResourceTemplates().resourceTemplates())
        .extracting(ResourceTemplate::uriTemplate)
        .containsExactlyInAnyOrder("run://{run}", "log://{run}/{seq}");
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
