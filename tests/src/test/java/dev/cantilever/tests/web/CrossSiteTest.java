package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.figures.Figures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of somebody else's in a browser of this machine, and names of somebody else's for it. */
class CrossSiteTest {

  private static final List<String> HOSTS =
      List.of(
          "rebound.example.org",
          "rebound.example.org:%d",
          "localhost.example.org:%d",
          "127.0.0.1.example.org",
          "127.0.0.1:%d.example.org",
          "localhost@example.org",
          "example.org@localhost",
          "0.0.0.0:%d",
          "[::]:%d",
          "2130706433:%d",
          "127.1:%d",
          "localhost.:%d",
          "");

  private static final List<String> ORIGINS =
      List.of(
          "https://example.org",
          "http://example.org:%d",
          "null",
          "",
          "file://",
          "http://localhost.example.org",
          "http://127.0.0.1.example.org:%d",
          "http://localhost@example.org",
          "http://localhost:%d.example.org",
          "http://127.0.0.1:%d/../example.org",
          "ftp://localhost:%d",
          "chrome-extension://localhost",
          "http://localhost:%d, https://example.org");

  @TempDir private Path home;
  private Served served;
  private RawHttp raw;

  @BeforeEach
  void serve() {
    served =
        new Served(
            home, Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1)));
    raw = new RawHttp(served.port());
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void nothingOfAnotherSiteOrForAnotherNameIsAccepted() {
    List<String> accepted = new ArrayList<>();
    int asked = 0;
    for (Route route : served.routes()) {
      for (String request : requests()) {
        int status = ask(route, request);
        if (status != 403 && status != 400) {
          accepted.add(
              "%s %s: %d with %s".formatted(route.method(), route.path(), status, request));
        }
        asked++;
      }
    }
    Figures.atMost(
        "page-5b", "cross-site requests accepted", accepted.size(), "of " + asked, 0, "-");
    assertThat(accepted).isEmpty();
    assertThat(served.get(Role.VIEWER, "/api/state").text()).doesNotContain("\"stopped\"");
  }

  /**
   * What a browser sends for a form or a script of another site, and no browser for our own page.
   */
  private List<String> requests() {
    List<String> requests = new ArrayList<>();
    for (String host : HOSTS) {
      requests.add("Host: " + host.formatted(served.port()));
    }
    for (String origin : ORIGINS) {
      requests.add(here() + "\r\nOrigin: " + origin.formatted(served.port()));
    }
    requests.add(here() + "\r\nOrigin: http://localhost:5173\r\nOrigin: https://example.org");
    requests.add(here() + "\r\nHost: example.org");
    for (String site : List.of("cross-site", "same-site", "elsewhere")) {
      requests.add(here() + "\r\nSec-Fetch-Site: " + site);
      requests.add(here() + "\r\nOrigin: http://localhost:1\r\nSec-Fetch-Site: " + site);
    }
    return requests;
  }

  private String here() {
    return "Host: 127.0.0.1:" + served.port();
  }

  private int ask(Route route, String headers) {
    String path = route.path();
    for (PathPart part : route.parts()) {
      path = path.replace("{" + part.word() + "}", part.example());
    }
    String token = "Authorization: Bearer " + served.secret(Role.SAFETY_OFFICER) + "\r\n";
    String type = route.changesSomething() ? "Content-Type: application/json\r\n" : "";
    return raw.send(
            route.method() + " " + path,
            headers + "\r\n" + token + type,
            route.changesSomething() ? "{}" : "")
        .status();
  }

  @Test
  void aPageOfOursIsServedUnderEveryNameOfOurs() {
    for (String name : List.of("localhost", "LOCALHOST", "127.0.0.1", "[::1]")) {
      String headers =
          "Host: %s:%d\r\nOrigin: http://%s:%d\r\nSec-Fetch-Site: same-origin\r\nAuthorization: Bearer %s\r\n"
              .formatted(name, served.port(), name, served.port(), served.secret(Role.VIEWER));
      assertThat(raw.send("GET /api/state", headers, "").status()).as(name).isEqualTo(200);
    }
  }

  /** Stop needs no token here, so that a form of another site must not reach it in any guise. */
  @Test
  void aFormOfAnotherSiteDoesNotStopAnything() {
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
      String headers = here() + "\r\nContent-Type: " + type + "\r\n";
      assertThat(raw.send("POST /api/stop", headers, "{}").status()).isEqualTo(415);
      assertThat(
              raw.send("POST /api/stop", headers + "Origin: https://example.org\r\n", "{}")
                  .status())
          .isEqualTo(403);
    }
    String nameless =
        here() + "\r\nContent-Type: application/json\r\nSec-Fetch-Site: same-origin\r\n";
    assertThat(raw.send("POST /api/stop", nameless, "{}").status()).isEqualTo(403);
    String preflight =
        here()
            + "\r\nOrigin: https://example.org\r\nAccess-Control-Request-Method: POST\r\nAccess-Control-Request-Headers: content-type\r\n";
    RawHttp.Got options = raw.send("OPTIONS /api/stop", preflight, "");
    assertThat(options.status()).isEqualTo(403);
    assertThat(options.text()).doesNotContain("Access-Control-Allow");
    assertThat(served.get(Role.VIEWER, "/api/state").text()).doesNotContain("\"stopped\"");
  }
}
