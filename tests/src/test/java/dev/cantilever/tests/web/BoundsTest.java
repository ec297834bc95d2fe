package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each bound of what comes in, at it and one above. */
class BoundsTest {

  private static final String TOOL = "/api/tools/pareto.front";

  @TempDir private Path home;
  private Served served;

  @BeforeEach
  void serve() {
    served = new Served(home, Limits.USUAL.receivingWithin(Duration.ofSeconds(2)));
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void aBodyHasAtMostOneMegabyte() {
    assertThat(post(padded(1 << 20)).status()).isEqualTo(422);
    assertThat(post(padded((1 << 20) + 1)).status()).isEqualTo(413);
  }

  @Test
  void aBodyIsAtMost32LevelsDeep() {
    assertThat(post(nested(32)).status()).isEqualTo(422);
    assertThat(post(nested(33)).status()).isEqualTo(400);
  }

  @Test
  void aTextHasAtMost65536Characters() {
    assertThat(post("{\"a\": \"%s\"}".formatted("x".repeat(65_536))).status()).isEqualTo(422);
    assertThat(post("{\"a\": \"%s\"}".formatted("x".repeat(65_537))).status()).isEqualTo(400);
  }

  @Test
  void aNumberHasAtMost40Digits() {
    assertThat(post("{\"a\": %s}".formatted("1".repeat(40))).status()).isEqualTo(422);
    assertThat(post("{\"a\": %s}".formatted("1".repeat(41))).status()).isEqualTo(400);
    assertThat(post("{\"a\": 1e999999999}").status()).isIn(400, 422);
  }

  @Test
  void requestLineAndHeadersHaveAtMost16Kilobytes() {
    RawHttp raw = new RawHttp(served.port());
    String usual = raw.usual(served.secret(Role.VIEWER));
    int overhead =
        ("GET /api/state HTTP/1.1\r\n" + usual + "X-Filler: \r\nConnection: close\r\n\r\n")
            .length();
    int room = 16 * 1024 - overhead;
    assertThat(filled(raw, usual, room)).isEqualTo(200);
    assertThat(filled(raw, usual, room + 1)).isEqualTo(431);
    assertThat(raw.send("GET /api/" + "a".repeat(17_000), usual, "").status()).isEqualTo(414);
  }

  private static int filled(RawHttp raw, String usual, int length) {
    String filler = "X-Filler: " + "a".repeat(length) + "\r\n";
    return raw.send("GET /api/state", usual + filler, "").status();
  }

  @Test
  void onlyJsonIsRead() {
    for (String type : new String[] {"text/plain", "application/jsonp", "application/xml", ""}) {
      HttpRequest.Builder request =
          served
              .builder(TOOL, served.secret(Role.OPERATOR))
              .POST(HttpRequest.BodyPublishers.ofString("{}"));
      assertThat(
              Served.send(type.isEmpty() ? request : request.header("Content-Type", type)).status())
          .as(type)
          .isEqualTo(415);
    }
    assertThat(
            Served.send(
                    served
                        .builder(
                            TOOL,
                            served.secret(Role.OPERATOR),
                            "Content-Type",
                            "Application/JSON; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString("{}")))
                .status())
        .isEqualTo(422);
  }

  @Test
  void whatIsNotStrictIsNotRead() {
    for (String body :
        new String[] {
          "[]",
          "null",
          "1",
          "{\"a\":1,\"a\":2}",
          "{} {}",
          "{'a':1}",
          "{\"a\":1,}",
          "{\"a\":NaN}",
          "{\"a\":01}",
          "// x\n{}",
          "{\"a\"",
          "\ufeff{}",
          "{\"a\": \"\u0001\"}"
        }) {
      assertThat(post(body).status()).as(body).isEqualTo(400);
    }
    HttpRequest.Builder notUtf8 =
        served
            .builder(TOOL, served.secret(Role.OPERATOR), "Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'}));
    assertThat(Served.send(notUtf8).status()).isEqualTo(400);
  }

  @Test
  void behindTheQuestionMarkStandsOnlyWhatTheRouteNames() {
    for (String query :
        new String[] {
          "?limit=0",
          "?limit=1000",
          "?limit=-1",
          "?limit=x",
          "?limit=1&limit=1",
          "?other=1",
          "?before=..",
          "?limit=1%00"
        }) {
      assertThat(served.get(Role.VIEWER, "/api/runs" + query).status()).as(query).isEqualTo(400);
    }
    assertThat(served.get(Role.VIEWER, "/api/runs?limit=999").status()).isEqualTo(200);
    assertThat(served.get(Role.VIEWER, "/api/runs/desk/log?filter=type%3A*").status())
        .isEqualTo(200);
    assertThat(served.get(Role.VIEWER, "/api/runs/desk/log?filter=shell%3A*").text())
        .contains("before the colon stands one of actor, after, before, call");
    assertThat(served.get(Role.VIEWER, "/api/runs/desk/events", "Last-Event-ID", "-1").status())
        .isEqualTo(400);
  }

  /** Which never ends by being slow: the time counts from the first byte. */
  @Test
  void aRequestThatDoesNotArriveInTimeIsCut() throws Exception {
    for (String beginning :
        new String[] {
          "",
          "GET /api/st",
          "GET /api/state HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
          "POST /api/tools/pareto.front HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
              + " application/json\r\nAuthorization: Bearer %s\r\nContent-Length: 1000\r\n\r\n{ "
                  .formatted(served.secret(Role.OPERATOR))
        }) {
      long began = System.nanoTime();
      drip(beginning);
      assertThat((System.nanoTime() - began) / 1e9).as(beginning).isBetween(1.5, 4.5);
    }
  }

  /** Sends a byte every tenth of a second until the other side has enough of it. */
  private void drip(String beginning) throws IOException, InterruptedException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.setSoTimeout(1);
      socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
      for (int i = 0; i < 100; i++) {
        Thread.sleep(100);
        socket.getOutputStream().write(beginning.isEmpty() ? new byte[0] : new byte[] {'a'});
        try {
          if (socket.getInputStream().read() < 0) {
            return;
          }
        } catch (java.net.SocketTimeoutException stillOpen) {
          // one more byte
        }
      }
      throw new AssertionError("still served after ten seconds: " + beginning);
    } catch (java.net.SocketException cut) {
      return;
    }
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgain(@TempDir Path other) {
    Limits few = Limits.USUAL.with(new Limits.Rate(40, 0.5), new Limits.Rate(10, 0.5));
    try (Served slow = new Served(other, few)) {
      for (int i = 0; i < 10; i++) {
        assertThat(slow.get(Role.VIEWER, "/api/tools/pareto.front").status()).isEqualTo(200);
      }
      Served.Answer refused = slow.get(Role.VIEWER, "/api/tools/pareto.front");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.whole().headers().firstValue("Retry-After").orElse("")).matches("[12]");
      assertThat(slow.get(Role.OPERATOR, "/api/tools/pareto.front").status())
          .as("another token is not punished")
          .isEqualTo(200);
      int unknown = 0;
      for (int i = 0; i < 60; i++) {
        unknown +=
            Served.send(slow.builder("/api/runs", "0".repeat(64)).GET()).status() == 401 ? 1 : 0;
      }
      assertThat(unknown).as("guesses that were looked at").isLessThan(40);
      for (int i = 0; i < 5; i++) {
        Served.Answer stop = slow.post(Role.VIEWER, "/api/runs/run-0001/stop", "{}");
        assertThat(stop.status()).as("stop is never refused for haste").isEqualTo(409);
      }
    }
  }

  private Served.Answer post(String body) {
    return served.post(Role.OPERATOR, TOOL, body);
  }

  private static String padded(int bytes) {
    return "{" + " ".repeat(bytes - 2) + "}";
  }

  private static String nested(int levels) {
    return "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
  }
}
