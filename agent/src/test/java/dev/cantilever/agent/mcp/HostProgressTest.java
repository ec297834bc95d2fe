package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.TicketId;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a run goes is told while it runs, and it ends when nobody waits for it any more. */
class HostProgressTest {

  private static final Actor PERSON =
      new Actor(Actor.Kind.PERSON, "somebody", Actor.Channel.COMMAND_LINE);
  private static final String HELLO =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"raw\",\"version\":\"1\"}}}";
  private static final String RUN =
      "{\"jsonrpc\":\"2.0\",\"id\":\"r\",\"method\":\"tools/call\",\"params\":{\"name\":\"plan.run\","
          + "\"arguments\":{\"ticket\":\"ticket-1\"},\"_meta\":{\"progressToken\":7}}}";
  private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"method\":\"ping\"}";
  private static final String STATE =
      "{\"jsonrpc\":\"2.0\",\"id\":\"s\",\"method\":\"resources/read\",\"params\":{\"uri\":"
          + "\"run://run-0001\"}}";
  private static final String CANCEL =
      "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"r\"}}";

  @TempDir private Path home;

  @Test
  void everyPointIsToldOverHttpInRisingOrder() throws Exception {
    try (Served served = new Served(home);
        Host host = Host.over(served)) {
      approved(host, Host.SHORT);
      assertThat(host.call("plan_run", Host.TICKET).path("status").asText()).isEqualTo("completed");
      List<ProgressNotification> told = host.progress();
      assertThat(told).hasSizeGreaterThan(1); // the newest; points may be quicker than a host
      assertThat(told).allMatch(one -> one.progressToken().equals("progress of plan_run"));
      for (int i = 1; i < told.size(); i++) {
        assertThat(told.get(i).progress()).isGreaterThan(told.get(i - 1).progress());
      }
      assertThat(told.getLast().progress()).isEqualTo(8);
      assertThat(told.getLast().total()).isEqualTo(8);
      assertThat(told.getLast().message()).isEqualTo("8 of 8 points");
    }
  }

  @Test
  void whoHangsUpStopsTheRun() throws Exception {
    try (Served served = new Served(home);
        Host host = Host.over(served)) {
      approved(host, Host.LONG);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
        String session = post(socket, "", HELLO);
        post(socket, session, RUN);
        BufferedReader in = lines(socket.getInputStream());
        assertThat(in.lines().filter(line -> line.contains(" of 500 points")).findFirst())
            .isPresent();
      }
      assertThat(host.ended("run-0001").path("status").asText()).isEqualTo("stopped");
    }
  }

  @Test
  void overStandardInputARunIsToldCancelledAndHoldsNothingUp() throws Exception {
    try (Served served = new Served(home);
        Host host = Host.over(served)) {
      approved(host, Host.LONG);
    }
    Process process =
        new ProcessBuilder(new Child(home).command())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    OutputStream in = process.getOutputStream();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      send(in, HELLO);
      assertThat(out.readLine()).contains("protocolVersion");
      send(in, RUN);
      assertThat(until(out, "notifications/progress", " of 500 points")).contains("\":7,");
      send(in, PING);
      assertThat(until(out, "\"id\":\"p\"")).contains("\"result\":{}");
      send(in, STATE);
      assertThat(until(out, "\"id\":\"s\"")).contains("unfinished");
      send(in, CANCEL);
      JsonNode page = ended();
      assertThat(page.path("status").asText()).isEqualTo("stopped");
      send(in, PING);
      in.close();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(out.lines()).noneMatch(line -> line.contains("\"id\":\"r\""));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aHostThatGoesAwayStopsItsRunOverStandardInput() throws Exception {
    try (Served served = new Served(home);
        Host host = Host.over(served)) {
      approved(host, Host.LONG);
    }
    Process process =
        new ProcessBuilder(new Child(home).command())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    OutputStream in = process.getOutputStream();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      send(in, HELLO);
      assertThat(out.readLine()).contains("protocolVersion");
      send(in, RUN);
      until(out, "notifications/progress", " of 500 points");
      in.close();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(ended().path("status").asText()).isEqualTo("stopped");
  }

  private JsonNode ended() throws Exception {
    try (Served served = new Served(home);
        Host host = Host.over(served)) {
      return host.ended("run-0001");
    }
  }

  private void approved(Host host, String plan) {
    assertThat(host.call("plan_request", plan).path("ticket").asText()).isEqualTo("ticket-1");
    assertThat(
            new Tickets(new Home(home, InstantSource.system()))
                .grant(new TicketId("ticket-1"), PERSON, Tickets.USUAL))
        .isEmpty();
  }

  private static void send(OutputStream in, String line) throws Exception {
    in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    in.flush();
  }

  private static String until(BufferedReader out, String... words) {
    return out.lines()
        .filter(line -> List.of(words).stream().allMatch(line::contains))
        .findFirst()
        .orElseThrow();
  }

  private static BufferedReader lines(InputStream in) {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Sends a message; yields the session that the answer begins, and leaves its body unread. */
  private static String post(Socket socket, String session, String body) throws Exception {
    String head =
        "POST /mcp HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer %s\r\nAccept: application/json, text/event-stream\r\n%sContent-Length: %d\r\n\r\n"
            .formatted(
                Served.TOKEN,
                session.isEmpty() ? "" : "Mcp-Session-Id: %s\r\n".formatted(session),
                body.length());
    socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
    if (!session.isEmpty()) {
      return session;
    }
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      answer.append((char) socket.getInputStream().read());
    }
    String headers = answer.toString();
    int length = Integer.parseInt(header(headers, "Content-length"));
    socket.getInputStream().readNBytes(length);
    return header(headers, "Mcp-session-id");
  }

  private static String header(String headers, String name) {
    int at = headers.indexOf(name + ": ") + name.length() + 2;
    return headers.substring(at, headers.indexOf('\r', at));
  }
}
