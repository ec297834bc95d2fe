package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.cli.Main;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.TicketState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host asks for plans, and runs what a person has approved at the console. */
class HostPlanTest {

  private static final Actor PERSON =
      new Actor(Actor.Kind.PERSON, "somebody", Actor.Channel.COMMAND_LINE);

  @TempDir private Path home;
  private Served served;
  private Host host;

  @BeforeEach
  void connect() throws Exception {
    served = new Served(home);
    host = Host.over(served);
  }

  @AfterEach
  void disconnect() {
    host.close();
    served.close();
  }

  @Test
  void aRequestBringsTheFactsOfTheCardAndNothingMoves() {
    JsonNode asked = host.call("plan_request", Host.HOMING);
    assertThat(asked.path("ticket").asText()).isEqualTo("ticket-1");
    assertThat(asked.path("hash").asText()).matches("sha256:[0-9a-f]{64}");
    assertThat(asked.path("most").asText()).isEqualTo("move");
    assertThat(asked.path("steps").path(0).asText()).contains("stage.home");
    assertThat(asked.path("predicted").path("time").path("unit").asText()).isEqualTo("s");
    assertThat(asked.path("instruments").path(0).path("instrument").asText()).isEqualTo("library");
    assertThat(asked.path("rehearsal").path("outcome").asText()).isEqualTo("completed");
    assertThat(asked.path("rehearsal").path("spent")).hasSize(1);
    assertThat(asked.path("next").asText()).contains("./cantilever approve ticket-1");
    TicketState ticket = ticket("ticket-1");
    assertThat(ticket.status(InstantSource.system().instant()))
        .isEqualTo(TicketState.Status.PENDING);
    assertThat(ticket.terms().planner())
        .isEqualTo(new Actor(Actor.Kind.PLANNER, "mcp/test-host 7", Actor.Channel.MCP));
    assertThat(new Child(home).deeds()).isEmpty();
  }

  @Test
  void aPlanThatCannotRunIsNotAskedFor() {
    JsonNode refused = host.call("plan_request", Host.HOMING.replace("stage.home", "stage.hom"));
    assertThat(refused.path("error").path("message").asText()).contains("nearest are stage.home");
    JsonNode unread = host.call("plan_request", "{\"goal\": 5}");
    assertThat(unread.path("error").path("problems").size()).isGreaterThan(1);
    assertThat(tickets().all()).isEmpty();
  }

  @Test
  void onlyWhatAPersonHasApprovedRunsAndOnlyOnce() {
    host.call("plan_request", Host.HOMING);
    JsonNode pending = host.call("plan_run", Host.TICKET);
    assertThat(pending.path("error").path("code").asText()).isEqualTo("needs_approval");
    assertThat(pending.path("error").path("message").asText())
        .contains("./cantilever approve ticket-1");
    assertThat(new Child(home).deeds()).isEmpty();

    assertThat(Main.run("approve", "ticket-1", "--yes", "--home", home.toString())).isZero();
    JsonNode ran = host.call("plan_run", Host.TICKET);
    assertThat(ran.path("status").asText()).isEqualTo("completed");
    assertThat(ran.path("page").asText()).isEqualTo("run://run-0001");
    assertThat(new Child(home).deeds()).hasSize(1);
    assertThat(host.page("run://run-0001").path("status").asText()).isEqualTo("completed");
    JsonNode log = host.page("log://run-0001/0").path("entries");
    assertThat(log.path(0).path("type").asText()).isEqualTo("run.opened");
    assertThat(log.path(0).path("actor").toString()).contains("\"mcp/test-host 7\"", "planner");
    assertThat(log.path(1).path("type").asText()).isEqualTo("run.approved");
    assertThat(log.path(1).path("actor").toString()).contains("person", "command_line");

    JsonNode again = host.call("plan_run", Host.TICKET);
    assertThat(again.path("error").path("code").asText()).isEqualTo("ticket_used");
    assertThat(new Child(home).deeds()).hasSize(1);
  }

  @Test
  void whatWasDeniedOrIsTooLateSaysSoWithTheReason() throws Exception {
    host.call("plan_request", Host.HOMING);
    tickets().deny(new TicketId("ticket-1"), PERSON, "the stage is in use");
    JsonNode denied = host.call("plan_run", Host.TICKET);
    assertThat(denied.path("error").path("code").asText()).isEqualTo("denied");
    assertThat(denied.path("error").path("message").asText()).contains("the stage is in use");

    host.call("plan_request", Host.HOMING);
    tickets().grant(new TicketId("ticket-2"), PERSON, new TimeSpan(0.001));
    Thread.sleep(20);
    JsonNode late = host.call("plan_run", Host.TICKET.replace("1", "2"));
    assertThat(late.path("error").path("code").asText()).isEqualTo("expired");
    JsonNode unknown = host.call("plan_run", Host.TICKET.replace("1", "99"));
    assertThat(unknown.path("error").path("code").asText()).isEqualTo("not_found");
    assertThat(new Child(home).deeds()).isEmpty();
  }

  @Test
  void ofTwoThatUseOneTicketAtOnceOneRuns() throws Exception {
    host.call("plan_request", Host.HOMING);
    tickets().grant(new TicketId("ticket-1"), PERSON, Tickets.USUAL);
    try (Host other = Host.over(served);
        ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Callable<JsonNode> first = () -> host.call("plan_run", Host.TICKET);
      Callable<JsonNode> second = () -> other.call("plan_run", Host.TICKET);
      Future<JsonNode> one = threads.submit(first);
      Future<JsonNode> two = threads.submit(second);
      assertThat(Stream.of(one.get(), two.get()).filter(answer -> answer.has("run"))).hasSize(1);
    }
    assertThat(new Child(home).deeds()).hasSize(1);
  }

  @Test
  void whoDoesNotWaitGetsTheRunAtOnceAndCanStopIt() throws Exception {
    host.call("plan_request", Host.LONG);
    tickets().grant(new TicketId("ticket-1"), PERSON, Tickets.USUAL);
    JsonNode begun = host.call("plan_run", "{\"ticket\":\"ticket-1\",\"until_end\":false}");
    assertThat(begun.path("status").asText()).isEqualTo("running");
    assertThat(host.page("run://run-0001").path("status").asText()).isEqualTo("unfinished");
    host.call("campaign_stop", "{\"run\":\"run-0001\",\"reason\":\"seen enough\"}");
    assertThat(host.ended("run-0001").path("status").asText()).isEqualTo("stopped");
  }

  @Test
  void whoFloodsAPersonWithRequestsIsToldToWait() {
    String reading = Host.HOMING.replace("stage.home", "instrument.state");
    for (int i = 0; i < 20; i++) {
      assertThat(host.call("plan_request", reading).has("ticket")).isTrue();
    }
    assertThat(host.call("plan_request", reading).path("error").path("code").asText())
        .isEqualTo("busy");
  }

  private Tickets tickets() {
    return new Tickets(new Home(home, InstantSource.system()));
  }

  private TicketState ticket(String name) {
    return tickets().find(new TicketId(name)).orElseThrow();
  }
}
