package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ApprovalEvent;
import io.modelcontextprotocol.spec.McpSchema.ElicitFormRequest;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person says yes or no by way of the host, where that was allowed. */
class HostApprovalTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final String HELLO =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-11-25\",\"capabilities\":{\"elicitation\":{}},\"clientInfo\":{\"name\":\"raw\","
          + "\"version\":\"1\"}}}";
  private static final String RUN =
      "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"plan.run\","
          + "\"arguments\":{\"ticket\":\"ticket-1\"}}}";

  @TempDir private Path home;
  private final List<ElicitFormRequest> forms = new ArrayList<>();

  private Host host(Served served, ElicitResult.Action action, Map<String, Object> fields) {
    return Host.over(
        served,
        spec ->
            spec.elicitation(
                form -> {
                  forms.add(form);
                  return ElicitResult.builder(action).content(fields).build();
                }));
  }

  @Test
  void aYesInTheFormRunsThePlanOnceAndTheLogSaysByWhichWay() throws Exception {
    try (Served served = new Served(home, true, LONG);
        Host host = host(served, ElicitResult.Action.ACCEPT, Map.of("approve", true))) {
      host.call("plan_request", Host.HOMING);
      assertThat(host.call("plan_run", Host.TICKET).path("status").asText()).isEqualTo("completed");
      assertThat(forms).hasSize(1);
      assertThat(forms.getFirst().message())
          .contains("ticket-1", "mcp/test-host 7", "stage.home", "Envelope", "Predicted cost")
          .doesNotContain(home.toString());
      JsonNode schema = JSON.valueToTree(forms.getFirst().requestedSchema());
      assertThat(schema.path("properties").path("approve").path("type").asText())
          .isEqualTo("boolean");
      assertThat(schema.path("properties").path("reason").path("type").asText())
          .isEqualTo("string");
      assertThat(schema.path("properties")).hasSize(2);
      assertThat(schema.path("required").toString()).isEqualTo("[\"approve\"]");
      JsonNode approved = host.page("log://run-0001/0").path("entries").path(1);
      assertThat(approved.path("type").asText()).isEqualTo("run.approved");
      assertThat(approved.path("actor").toString())
          .contains("\"person at mcp/test-host 7\"", "\"channel\":\"mcp\"", "\"kind\":\"person\"");
      assertThat(host.call("plan_run", Host.TICKET).path("error").path("code").asText())
          .isEqualTo("ticket_used");
      assertThat(forms).hasSize(1);
    }
    assertThat(new Child(home).deeds()).hasSize(1);
  }

  @Test
  void withoutLeaveOfWhoeverStartedTheProgramNobodyIsAskedThere() throws Exception {
    try (Served served = new Served(home);
        Host host = host(served, ElicitResult.Action.ACCEPT, Map.of("approve", true))) {
      host.call("plan_request", Host.HOMING);
      assertNeedsConsole(host.call("plan_run", Host.TICKET));
    }
    assertThat(forms).isEmpty();
    assertThat(status()).isEqualTo(TicketState.Status.PENDING);
    assertThat(new Child(home).deeds()).isEmpty();
  }

  @Test
  void aHostWithoutFormsIsSentToTheConsole() throws Exception {
    try (Served served = new Served(home, true, LONG);
        Host host = Host.over(served)) {
      host.call("plan_request", Host.HOMING);
      assertNeedsConsole(host.call("plan_run", Host.TICKET));
    }
    assertThat(status()).isEqualTo(TicketState.Status.PENDING);
  }

  @Test
  void whatCannotBeUndoneIsApprovedAtTheConsoleAlone() throws Exception {
    try (Served served = new Served(home, true, LONG);
        Host host = host(served, ElicitResult.Action.ACCEPT, Map.of("approve", true))) {
      host.call("plan_request", Host.SHORT);
      JsonNode refused = host.call("plan_run", Host.TICKET);
      assertNeedsConsole(refused);
      assertThat(refused.path("error").path("message").asText()).contains("cannot be undone");
    }
    assertThat(forms).isEmpty();
    assertThat(status()).isEqualTo(TicketState.Status.PENDING);
    assertThat(new Child(home).deeds()).isEmpty();
  }

  @Test
  void aNoHoldsWithItsReason() throws Exception {
    Map<String, Object> no = Map.of("approve", false, "reason", "not on my shift");
    try (Served served = new Served(home, true, LONG);
        Host host = host(served, ElicitResult.Action.ACCEPT, no)) {
      host.call("plan_request", Host.HOMING);
      JsonNode refused = host.call("plan_run", Host.TICKET);
      assertThat(refused.path("error").path("code").asText()).isEqualTo("denied");
      assertThat(refused.path("error").path("message").asText()).contains("not on my shift");
      assertThat(host.call("plan_run", Host.TICKET).path("error").path("code").asText())
          .isEqualTo("denied");
    }
    assertThat(forms).hasSize(1);
    assertThat(ticket().last().orElseThrow().by())
        .isEqualTo(new Actor(Actor.Kind.PERSON, "person at mcp/test-host 7", Actor.Channel.MCP));
    assertThat(new Child(home).deeds()).isEmpty();
  }

  @Test
  void aFormThatIsDeclinedOrClosedIsANoWhateverStandsInIt() throws Exception {
    for (ElicitResult.Action action :
        List.of(ElicitResult.Action.DECLINE, ElicitResult.Action.CANCEL)) {
      try (Served served = new Served(home, true, LONG);
          Host host = host(served, action, Map.of("approve", true))) {
        String ticket = host.call("plan_request", Host.HOMING).path("ticket").asText();
        JsonNode refused = host.call("plan_run", "{\"ticket\":\"%s\"}".formatted(ticket));
        assertThat(refused.path("error").path("code").asText()).isEqualTo("denied");
      }
      assertThat(ticket().last().orElseThrow().event()).isInstanceOf(ApprovalEvent.Denied.class);
    }
    assertThat(new Child(home).deeds()).isEmpty();
  }

  @Test
  void aFormFilledInWithAnythingButYesIsNoYes() throws Exception {
    List<Map<String, Object>> wrong =
        List.of(
            Map.of(),
            Map.of("approve", "true"),
            Map.of("approve", 1),
            Map.of("approve", List.of(true)),
            Map.of("approve", true, "reason", 5),
            Map.of("approve", true, "reason", "x".repeat(501)),
            Map.of("approve", true, "plan", "sha256:00"));
    for (Map<String, Object> fields : wrong) {
      try (Served served = new Served(home, true, LONG);
          Host host = host(served, ElicitResult.Action.ACCEPT, fields)) {
        String ticket = host.call("plan_request", Host.HOMING).path("ticket").asText();
        assertNeedsConsole(host.call("plan_run", "{\"ticket\":\"%s\"}".formatted(ticket)));
      }
      assertThat(status()).as(fields.toString()).isEqualTo(TicketState.Status.PENDING);
    }
    assertThat(new Child(home).deeds()).isEmpty();
  }

  @Test
  void anAnswerToAnotherQuestionAndOneThatIsLateAreRefused() throws Exception {
    try (Served served = new Served(home, true, Duration.ofSeconds(2))) {
      try (Host host = Host.over(served)) {
        host.call("plan_request", Host.HOMING);
      }
      Raw raw = new Raw(served);
      Raw other = new Raw(served);
      try (BufferedReader stream = raw.stream(RUN)) {
        String question = event(stream, "elicitation/create");
        String id = JSON.readTree(question).path("id").asText();
        assertThat(raw.post(yes("guessed-1"))).isEqualTo(400);
        assertThat(other.post(yes(id))).isEqualTo(400);
        assertThat(status()).isEqualTo(TicketState.Status.PENDING);
        assertThat(event(stream, "\"id\":2")).contains("needs_approval", "./cantilever approve");
        assertThat(raw.post(yes(id))).isEqualTo(400);
      }
      assertThat(status()).isEqualTo(TicketState.Status.PENDING);
    }
    assertThat(new Child(home).deeds()).isEmpty();
  }

  @Test
  void whatWasDeniedAtTheConsoleMeanwhileStaysDenied() throws Exception {
    try (Served served = new Served(home, true, LONG);
        Host host =
            Host.over(
                served,
                spec ->
                    spec.elicitation(
                        form -> {
                          Actor person =
                              new Actor(Actor.Kind.PERSON, "somebody", Actor.Channel.COMMAND_LINE);
                          tickets().deny(ticket().ticket(), person, "the console says no");
                          return ElicitResult.builder(ElicitResult.Action.ACCEPT)
                              .content(Map.of("approve", true))
                              .build();
                        }))) {
      host.call("plan_request", Host.HOMING);
      assertThat(host.call("plan_run", Host.TICKET).path("error").path("message").asText())
          .contains("the console says no");
    }
    assertThat(new Child(home).deeds()).isEmpty();
  }

  private static void assertNeedsConsole(JsonNode refused) {
    assertThat(refused.path("error").path("code").asText()).isEqualTo("needs_approval");
    assertThat(refused.path("error").path("message").asText())
        .contains("./cantilever approve ticket-");
  }

  private Tickets tickets() {
    return new Tickets(new Home(home, InstantSource.system()));
  }

  private TicketState ticket() {
    return tickets().all().getLast();
  }

  private TicketState.Status status() {
    return ticket().status(InstantSource.system().instant());
  }

  private static String yes(String id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"result\":{\"action\":\"accept\",\"content\":{\"approve\":true}}}"
        .formatted(id);
  }

  private static String event(BufferedReader stream, String word) {
    return stream
        .lines()
        .filter(line -> line.startsWith("data: ") && line.contains(word))
        .findFirst()
        .orElseThrow()
        .substring("data: ".length());
  }

  /** A client in plain HTTP. */
  private static final class Raw {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private final Served served;
    private final String session;

    Raw(Served served) throws Exception {
      this.served = served;
      this.session =
          CLIENT
              .send(request(HELLO, ""), HttpResponse.BodyHandlers.discarding())
              .headers()
              .firstValue(HttpWire.SESSION)
              .orElseThrow();
    }

    private HttpRequest request(String body, String known) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + "/mcp"))
              .headers("Authorization", "Bearer " + Served.TOKEN)
              .headers("Accept", "application/json, text/event-stream")
              .POST(HttpRequest.BodyPublishers.ofString(body));
      return (known.isEmpty() ? request : request.header(HttpWire.SESSION, known)).build();
    }

    int post(String body) throws Exception {
      return CLIENT
          .send(request(body, session), HttpResponse.BodyHandlers.discarding())
          .statusCode();
    }

    BufferedReader stream(String body) throws Exception {
      InputStream in =
          CLIENT.send(request(body, session), HttpResponse.BodyHandlers.ofInputStream()).body();
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }
}
