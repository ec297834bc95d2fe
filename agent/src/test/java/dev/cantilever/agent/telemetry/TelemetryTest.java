package dev.cantilever.agent.telemetry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.app.Planners;
import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.RunId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run told to a collector, which WireMock plays. */
class TelemetryTest {

  private static final String CANARY = "canary-7f3a";

  @TempDir private Path folder;

  private WireMockServer collector;
  private Installation installation;

  @BeforeEach
  void start() {
    collector = new WireMockServer(options().dynamicPort());
    collector.start();
    collector.stubFor(post(urlEqualTo("/v1/traces")).willReturn(aResponse().withStatus(200)));
    installation = Installation.at(Optional.of(folder), Map.of());
  }

  @AfterEach
  void stop() {
    collector.stop(); // also where a test has stopped it already
  }

  private RunId run() {
    Planner planner = Planners.named("grammar", Map.of());
    Actor person = Installation.person(Actor.Channel.CHAT);
    try (Desk desk = installation.desk()) {
      Heard.Plan plan =
          (Heard.Plan)
              new Conversation(planner, desk, person, 7)
                  .say("map the loop area with 12 points, 6 at a time");
      return installation
          .runner(state -> {})
          .start(plan.verdict().plan(), planner.actor(), person, begun -> {})
          .run();
    }
  }

  private Map<String, String> environment() {
    return Map.of(
        "OTEL_EXPORTER_OTLP_ENDPOINT",
        collector.baseUrl() + "/",
        "OTEL_EXPORTER_OTLP_HEADERS",
        "authorization=Bearer " + CANARY);
  }

  /** Protocol buffers keep texts as they are. */
  private String received() {
    return collector.findAll(postRequestedFor(urlEqualTo("/v1/traces"))).stream()
        .map(LoggedRequest::getBody)
        .map(body -> new String(body, StandardCharsets.ISO_8859_1))
        .collect(Collectors.joining());
  }

  private static long count(String text, String word) {
    return text.split(word, -1).length - 1L;
  }

  @Test
  void theCollectorGetsTheRunItsCampaignAndEveryCall() {
    RunId run = run();
    assertThat(Telemetry.of(environment()).send(installation.home(), run)).isEmpty();
    String spans = received();
    assertThat(spans)
        .contains("invoke_agent grammar/", "gen_ai.agent.name", "gen_ai.conversation.id")
        .contains("invoke_workflow campaign over sites", "gen_ai.workflow.name")
        .contains("execute_tool campaign.start", "cantilever.effect", "EXPOSE")
        .contains("inside call-1", "service.name");
    assertThat(count(spans, "execute_tool instrument.acquire")).isEqualTo(12);
    assertThat(count(spans, "execute_tool instrument.move")).isEqualTo(12);
    List<LoggedRequest> requests = collector.findAll(postRequestedFor(urlEqualTo("/v1/traces")));
    assertThat(requests)
        .allMatch(request -> request.getHeader("authorization").equals("Bearer " + CANARY));
  }

  @Test
  void noArgumentNoResultNoSentenceAndNoTokenIsInASpan() {
    RunId run = run();
    Telemetry.of(environment()).send(installation.home(), run);
    assertThat(received())
        .isNotEmpty()
        .doesNotContain("map the loop area", "bias_amplitude", "8.5", "blob", CANARY);
    assertThat(Collector.of(environment()).orElseThrow().toString()).doesNotContain(CANARY);
  }

  @Test
  void withoutAnEndpointNothingIsStarted() {
    RunId run = run();
    assertThat(Telemetry.of(Map.of()).send(installation.home(), run)).isEmpty();
    assertThat(collector.getAllServeEvents()).isEmpty();
  }

  @Test
  void aCollectorThatFailsIsToldInOneLineAndHurtsNothing() {
    RunId run = run();
    collector.stubFor(post(urlEqualTo("/v1/traces")).willReturn(aResponse().withStatus(500)));
    assertThat(Telemetry.of(environment()).send(installation.home(), run).orElseThrow())
        .isEqualTo(
            "the spans of run-0001 could not be sent to " + collector.baseUrl() + "/v1/traces");
    Map<String, String> gone = environment();
    collector.stop();
    assertThat(Telemetry.of(gone).send(installation.home(), run)).isPresent();
  }

  @Test
  void anEndpointThatIsNoUrlIsASettingToBeCorrected() {
    assertThatExceptionOfType(ConfigurationProblem.class)
        .isThrownBy(() -> Telemetry.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "collector")))
        .withMessageContaining("http://");
  }
}
