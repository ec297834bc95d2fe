package dev.cantilever.agent.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.knowledge.SearchKnowledge;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Notes found by meaning, too, and by words alone whenever the server of vectors fails. */
@Timeout(60)
class EmbeddingTest {

  private static final int NOTES = 11;
  private static final Patience LONG =
      new Patience(Duration.ofSeconds(30), Duration.ofSeconds(30), 0);
  private static final Patience SHORT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), 0);
  private static final Actor MODEL = new Actor(Actor.Kind.MODEL, "a model", Actor.Channel.CHAT);

  @TempDir private Path folder;
  private WireMockServer server;

  @BeforeEach
  void start() {
    server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void answers(ResponseDefinitionBuilder answer) {
    server.stubFor(post(anyUrl()).willReturn(answer));
  }

  /** The same vector for every question, and for note {@code near} of the notes. */
  private void answersWithNear(Endpoint.Wire wire, int near) {
    server.stubFor(
        post(anyUrl())
            .withRequestBody(containing("electron"))
            .atPriority(1)
            .willReturn(json(vectors(wire, NOTES, near))));
    answers(json(vectors(wire, 1, 0)));
  }

  private static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/json").withBody(body);
  }

  /** As many vectors, of which one is {@code (1, 0)} and all others {@code (0, 1)}. */
  private static String vectors(Endpoint.Wire wire, int count, int near) {
    return body(
        wire, IntStream.range(0, count).mapToObj(i -> i == near ? "[1,0]" : "[0,1]").toList());
  }

  private static String body(Endpoint.Wire wire, List<String> vectors) {
    if (wire == Endpoint.Wire.OLLAMA) {
      return "{\"model\":\"m\",\"embeddings\":[" + String.join(",", vectors) + "]}";
    }
    String data =
        IntStream.range(0, vectors.size())
            .mapToObj(
                i ->
                    "{\"object\":\"embedding\",\"index\":%d,\"embedding\":%s}"
                        .formatted(i, vectors.get(i)))
            .collect(Collectors.joining(","));
    return "{\"object\":\"list\",\"model\":\"m\",\"data\":["
        + data
        + "],\"usage\":{\"prompt_tokens\":1,\"total_tokens\":1}}";
  }

  private JsonNode search(Endpoint.Wire wire, String words) {
    return search(wire, words, LONG);
  }

  private JsonNode search(Endpoint.Wire wire, String words, Patience patience) {
    String path = wire == Endpoint.Wire.OPENAI ? "/v1" : "";
    Endpoint endpoint =
        new Endpoint(wire, "m", "http://127.0.0.1:" + server.port() + path, "sk-canary");
    SearchKnowledge tool =
        SearchKnowledge.shipped(
            new EmbeddingServer(endpoint, patience), folder.resolve("embeddings"));
    Home home = new Home(folder, InstantSource.system());
    try (Desk desk = new Desk(home, new CallReader(Toolbox.standardWith(List.of(tool))))) {
      Answer answer = desk.call(MODEL, "knowledge.search", "{\"words\": \"%s\"}".formatted(words));
      assertThat(answer).isInstanceOf(Answer.Settled.class);
      return new ObjectMapper().readTree(((Answer.Settled) answer).result().canonical());
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  private static List<String> notes(JsonNode found) {
    List<String> notes = new ArrayList<>();
    found.path("notes").forEach(note -> notes.add(note.path("note").asText()));
    return notes;
  }

  private int asked() {
    return server.findAll(postRequestedFor(anyUrl())).size();
  }

  @ParameterizedTest
  @EnumSource(
      value = Endpoint.Wire.class,
      names = {"OPENAI", "OLLAMA"})
  void aNoteOfLikeMeaningIsFoundWithoutASharedWord(Endpoint.Wire wire) {
    answersWithNear(wire, 7);
    String strange = "xyzzy";
    JsonNode found = search(wire, strange);
    assertThat(found.path("ranked_by").asText()).isEqualTo("words and meaning");
    assertThat(found.has("notice")).isFalse();
    String near = notes(found).getFirst();
    assertThat(notes(search(wire, strange))).isEqualTo(notes(found));

    JsonNode both = search(wire, "drift registration");
    assertThat(notes(both)).contains("drift.md", near).hasSize(3);
  }

  @Test
  void theVectorsOfTheNotesAreMadeOnceAndKeptWithTheirHashes() throws IOException {
    answersWithNear(Endpoint.Wire.OPENAI, 3);
    List<String> first = notes(search(Endpoint.Wire.OPENAI, "drift"));
    assertThat(asked()).isEqualTo(2);
    assertThat(notes(search(Endpoint.Wire.OPENAI, "drift"))).isEqualTo(first);
    assertThat(asked()).isEqualTo(3);
    Path kept = kept();
    JsonNode manifest = new ObjectMapper().readTree(kept.toFile());
    assertThat(manifest.path("embedding").asText()).startsWith("OPENAI model m at http://");
    assertThat(manifest.path("sources")).hasSize(NOTES);
    assertThat(manifest.path("sources").findValuesAsText("hash"))
        .allMatch(hash -> hash.startsWith("sha256:"));
    assertThat(Files.readString(kept)).doesNotContain("canary");
    Files.writeString(kept, Files.readString(kept).substring(0, 200));
    assertThat(notes(search(Endpoint.Wire.OPENAI, "drift"))).isEqualTo(first);
    assertThat(asked()).isEqualTo(5);
  }

  private Path kept() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("embeddings"))) {
      return files.reduce((a, b) -> a).orElseThrow();
    }
  }

  static Stream<ResponseDefinitionBuilder> failures() {
    Endpoint.Wire openAi = Endpoint.Wire.OPENAI;
    List<String> many = IntStream.range(0, NOTES).mapToObj(i -> "[1,0]").toList();
    List<String> ragged = new ArrayList<>(many);
    ragged.set(4, "[1,0,0]");
    List<String> zero = new ArrayList<>(many);
    zero.set(4, "[0,0]");
    List<String> huge = new ArrayList<>(many);
    huge.set(4, "[1e39,0]");
    String none = body(openAi, many).replaceFirst("\\[1,0]", "[NaN,0]");
    return Stream.of(
        json(vectors(openAi, NOTES, 0)).withFixedDelay(5_000),
        aResponse().withStatus(429),
        aResponse().withStatus(500).withBody("canary"),
        aResponse().withStatus(401),
        json(body(openAi, ragged)),
        json(body(openAi, zero)),
        json(body(openAi, huge)),
        json(none),
        json(body(openAi, many.subList(0, 3))),
        json(body(openAi, many) + " ".repeat(10 << 20)),
        json("{\"error\": {\"message\": \"canary\"}}"),
        json("<html>"),
        json(""),
        json(body(openAi, many).substring(0, 300)),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whateverTheServerDoesTheWordsStillFind(ResponseDefinitionBuilder failure) {
    answers(failure);
    JsonNode found = search(Endpoint.Wire.OPENAI, "drift registration", SHORT);
    assertThat(notes(found).getFirst()).isEqualTo("drift.md");
    assertThat(found.path("ranked_by").asText()).isEqualTo("words");
    assertThat(found.path("notice").asText())
        .startsWith("ranked by words alone, for the embedding server gave nothing: ")
        .doesNotContain("canary", "Exception", "http://");
    assertThat(folder.resolve("embeddings")).doesNotExist();
  }

  @Test
  void aQuestionOfAnotherLengthIsNotCompared() {
    answersWithNear(Endpoint.Wire.OPENAI, 7);
    search(Endpoint.Wire.OPENAI, "drift");
    server.resetMappings();
    answers(json(body(Endpoint.Wire.OPENAI, List.of("[1,0,0]"))));
    JsonNode found = search(Endpoint.Wire.OPENAI, "drift registration");
    assertThat(found.path("notice").asText()).contains("several lengths");
    assertThat(notes(found).getFirst()).isEqualTo("drift.md");
  }

  @Test
  void withoutASettingOnlyWordsCountAndNothingIsAsked() {
    Installation plain = Installation.at(Optional.of(folder), Map.of());
    try (Desk desk = plain.desk()) {
      Answer answer = desk.call(MODEL, "knowledge.search", "{\"words\": \"drift\"}");
      assertThat(((Answer.Settled) answer).result().canonical())
          .contains("\"ranked_by\":\"words\"");
    }
    assertThat(asked()).isZero();
  }
}
