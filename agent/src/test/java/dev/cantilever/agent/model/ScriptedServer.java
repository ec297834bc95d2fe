package dev.cantilever.agent.model;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.UncheckedIOException;
import java.util.List;

/** WireMock in the part of a model: answers request after request, the last answer for ever. */
final class ScriptedServer implements AutoCloseable {

  private final Script script;
  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().jettyStopTimeout(100L));

  ScriptedServer(Script script) {
    this.script = script;
    server.start();
  }

  Endpoint endpoint(String key) {
    return new Endpoint(script.wire(), "test-model", server.baseUrl() + script.base(), key);
  }

  /** A turn that arrives whole. */
  static ResponseDefinitionBuilder stream(List<String> pieces) {
    return aResponse().withStatus(200).withBody(String.join("", pieces));
  }

  /** Answers in this order. */
  void answers(ResponseDefinitionBuilder... inOrder) {
    for (int i = 0; i < inOrder.length; i++) {
      server.stubFor(
          post(urlPathEqualTo(script.path()))
              .inScenario("talk")
              .whenScenarioStateIs(state(i))
              .willReturn(inOrder[i])
              .willSetStateTo(state(Math.min(i + 1, inOrder.length - 1))));
    }
  }

  private static String state(int number) {
    return number == 0 ? Scenario.STARTED : "after " + number;
  }

  /** What was asked, oldest first. */
  List<LoggedRequest> requests() {
    return server.getAllServeEvents().reversed().stream().map(e -> e.getRequest()).toList();
  }

  /** The body of a request; 0 is the first. */
  JsonNode body(int number) {
    try {
      return new JsonMapper().readTree(requests().get(number).getBodyAsString());
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** What the model was told about its calls, as of a request; 0 is the first. */
  String told(int number) {
    return script.toldAboutCalls(body(number));
  }

  @Override
  public void close() {
    server.stop();
  }
}
