package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.vocabulary.id.RunId;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protocol over HTTP, asked by the SDK's own client and by what is none. */
class HttpTest {

  private static final String HELLO =
      "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
          + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"x\",\"version\":\"1\"}}}";
  private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @TempDir private Path home;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    served = new Served(home);
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void theSdksClientListsCallsAndReads() {
    try (McpSyncClient client = Served.sdkClient(served.port(), Served.TOKEN)) {
      assertThat(client.listTools().tools())
          .hasSizeGreaterThan(50)
          .allMatch(tool -> tool.name().matches("[a-z0-9_]+"));
      CallToolResult front =
          client.callTool(
              CallToolRequest.builder("pareto_front")
                  .arguments(
                      Map.of(
                          "outcomes",
                          List.of(List.of(4, 1), List.of(2, 2)),
                          "directions",
                          List.of("maximise", "maximise")))
                  .build());
      assertThat(front.isError()).isFalse();
      CallToolResult refused =
          client.callTool(
              CallToolRequest.builder("spm_withdraw")
                  .arguments(Map.of("instrument", "afm", "distance", "1 µm"))
                  .build());
      assertThat(refused.isError()).isTrue();
      assertThat(new Child(home).deeds()).isEmpty();
      assertThat(
              client
                  .readResource(ReadResourceRequest.builder("limits://current").build())
                  .contents()
                  .toString())
          .contains("pfm-pto");
    }
  }

  @Test
  void aPageOfSomebodyElsesIsToldByItsOriginOnEveryRequest() throws Exception {
    for (String method : List.of("POST", "GET", "DELETE", "OPTIONS")) {
      for (String origin :
          List.of("https://example.org", "null", "http://localhost.example.org", "")) {
        HttpResponse<String> answer =
            send(method, HELLO, "Origin", origin, "Authorization", bearer(Served.TOKEN));
        assertThat(answer.statusCode()).as(method + " " + origin).isEqualTo(403);
      }
    }
    assertThat(
            send(
                    "POST",
                    HELLO,
                    "Origin",
                    "http://localhost:5173",
                    "Authorization",
                    bearer(Served.TOKEN))
                .statusCode())
        .isEqualTo(200);
  }

  /** A name of somebody else's that points to this machine; java.net.http sets no Host. */
  @Test
  void aRequestForAnotherHostIsNotServed() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket
          .getOutputStream()
          .write(
              "GET /mcp HTTP/1.1\r\nHost: rebound.example.org\r\nAuthorization: %s\r\n\r\n"
                  .formatted(bearer(Served.TOKEN))
                  .getBytes(StandardCharsets.US_ASCII));
      byte[] answer = new byte[12];
      InputStream in = socket.getInputStream();
      assertThat(in.readNBytes(answer, 0, 12)).isEqualTo(12);
      assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 403");
    }
  }

  @Test
  void onlyWhoKnowsTheTokenIsAnswered() throws Exception {
    assertThat(send("POST", HELLO).statusCode()).isEqualTo(401);
    assertThat(send("POST", HELLO, "Authorization", bearer("a-token-of-somebody")).statusCode())
        .isEqualTo(401);
    assertThat(send("POST", HELLO, "Authorization", Served.TOKEN).statusCode()).isEqualTo(401);
    assertThatThrownBy(() -> Served.sdkClient(served.port(), "a-token-of-somebody"))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void aRequestWithoutItsSessionIsNotServed() throws Exception {
    String token = bearer(Served.TOKEN);
    assertThat(send("POST", LIST, "Authorization", token).statusCode()).isEqualTo(400);
    assertThat(send("POST", LIST, "Authorization", token, HttpWire.SESSION, "00").statusCode())
        .isEqualTo(404);
    String session =
        send("POST", HELLO, "Authorization", token)
            .headers()
            .firstValue(HttpWire.SESSION)
            .orElseThrow();
    assertThat(send("POST", LIST, "Authorization", token, HttpWire.SESSION, session).body())
        .contains("surrogate_fit");
    assertThat(send("DELETE", "", "Authorization", token, HttpWire.SESSION, session).statusCode())
        .isEqualTo(204);
    assertThat(send("POST", LIST, "Authorization", token, HttpWire.SESSION, session).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatIsNoRequestIsRefusedAndTheServerAnswersOn() throws Exception {
    String token = bearer(Served.TOKEN);
    assertThat(send("POST", "junk", "Authorization", token).statusCode()).isEqualTo(400);
    assertThat(send("POST", "[".repeat(100_000), "Authorization", token).body())
        .contains("-32700")
        .doesNotContain("Exception");
    assertThat(send("POST", " ".repeat(2 << 20), "Authorization", token).statusCode())
        .isEqualTo(413);
    assertThat(send("GET", "", "Authorization", token).statusCode()).isEqualTo(405);
    assertThat(
            send("POST", HELLO, "Authorization", token, "MCP-Protocol-Version", "1999-01-01")
                .statusCode())
        .isEqualTo(400);
    for (int i = 0; i < 200; i++) {
      assertThat(send("POST", HELLO, "Authorization", token).statusCode()).isEqualTo(200);
    }
    assertThat(new Child(home).deeds()).isEmpty();
  }

  @Test
  void callsOfSeveralClientsAtOnceAreAllAnsweredAndHaveNamesOfTheirOwn() throws Exception {
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":"
            + "\"pareto.front\",\"arguments\":{\"outcomes\":[[1,2]],"
            + "\"directions\":[\"maximise\",\"minimise\"]}}}";
    String token = bearer(Served.TOKEN);
    List<Callable<Integer>> clients = new ArrayList<>();
    for (int client = 0; client < 4; client++) {
      clients.add(
          () -> {
            String session =
                send("POST", HELLO, "Authorization", token)
                    .headers()
                    .firstValue(HttpWire.SESSION)
                    .orElseThrow();
            int done = 0;
            for (int i = 0; i < 5; i++) {
              HttpResponse<String> answer =
                  send("POST", call, "Authorization", token, HttpWire.SESSION, session);
              done += answer.body().contains("\"isError\":false") ? 1 : 0;
            }
            return done;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Integer> done : threads.invokeAll(clients)) {
        assertThat(done.get()).isEqualTo(5);
      }
    }
    RunState desk = new Home(home, InstantSource.system()).find(new RunId("desk")).orElseThrow();
    assertThat(desk.calls()).hasSize(20).allMatch(one -> one.result().isPresent());
  }

  @Test
  void theProgramServesAndKeepsItsTokenToItsOwner(@TempDir Path other) throws Exception {
    Process program =
        new ProcessBuilder(new Child(other).command("--http", "127.0.0.1:0"))
            .redirectOutput(other.resolve("out").toFile())
            .start();
    try {
      String line = program.errorReader().readLine();
      assertThat(line).matches("cantilever mcp: serving at http://127.0.0.1:[0-9]+/mcp");
      Path token = other.resolve("mcp-token.txt");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
          .isEqualTo("rw-------");
      int port = URI.create(line.substring(line.indexOf("http"))).getPort();
      try (McpSyncClient client = Served.sdkClient(port, Files.readString(token).strip())) {
        assertThat(client.getServerInfo().name()).isEqualTo("cantilever");
      }
    } finally {
      program.destroy();
    }
    assertThat(other.resolve("out")).isEmptyFile();
  }

  private static String bearer(String token) {
    return "Bearer " + token;
  }

  private HttpResponse<String> send(String method, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + served.port() + "/mcp"))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    return CLIENT.send(
        (headers.length == 0 ? request : request.headers(headers)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
