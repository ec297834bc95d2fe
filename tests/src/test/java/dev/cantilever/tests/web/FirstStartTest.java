package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever starts it at a machine of his own needs no account; nobody else comes in that way. */
class FirstStartTest {

  private static final String HERE = "Host: localhost\r\n";

  @TempDir private Path home;
  private Served served;

  @BeforeEach
  void serve() {
    served = Served.first(home);
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void somebodyAtThisMachineNeedsNoToken() {
    assertThat(look(HERE)).isEqualTo(200);
    assertThat(new RawHttp(served.port()).send("GET /api/who", HERE, "").text())
        .contains("somebody-here", "safety-officer");
  }

  @Test
  void nobodyElseGetsInThatWay() {
    assertThat(look(HERE + "X-Forwarded-For: 192.0.2.7\r\n")).isEqualTo(401);
    assertThat(look(HERE + "Forwarded: for=192.0.2.7\r\n")).isEqualTo(401);
    assertThat(look(HERE + "Authorization: Bearer " + "0".repeat(64) + "\r\n")).isEqualTo(401);
    assertThat(look("Host: elsewhere.example\r\n")).isEqualTo(403);
    assertThat(look(HERE + "Origin: https://elsewhere.example\r\n")).isEqualTo(403);
    assertThat(look(HERE + "Sec-Fetch-Site: cross-site\r\n")).isEqualTo(403);
  }

  @Test
  void theFirstTokenClosesTheDoorForGood() {
    var tokens = served.tokens(InstantSource.system());
    tokens.make("console", Role.VIEWER, List.of(Scope.values()), Duration.ofHours(1));
    assertThat(look(HERE)).isEqualTo(401);
    tokens.revoke("console");
    assertThat(look(HERE)).as("with an empty book").isEqualTo(401);
  }

  @Test
  void thePageItselfIsForEverybodyWhoReachesTheServer() {
    RawHttp http = new RawHttp(served.port());
    assertThat(http.send("GET /", HERE + "X-Forwarded-For: 192.0.2.7\r\n", "").status())
        .isEqualTo(200);
    assertThat(http.send("GET /", "Host: elsewhere.example\r\n", "").status()).isEqualTo(403);
  }

  private int look(String headers) {
    return new RawHttp(served.port()).send("GET /api/state", headers, "").status();
  }
}
