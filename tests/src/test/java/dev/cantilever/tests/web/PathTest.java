package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.figures.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names that would be paths, in every variable part of every path. */
class PathTest {

  private static final String CANARY = "canary-of-the-path-test";

  private static final List<String> CORPUS =
      List.of(
          "..",
          ".",
          "../tokens.json",
          "../../secret",
          "....//....//secret",
          "..%2ftokens.json",
          "..%2F..%2Fsecret",
          "%2e%2e%2fsecret",
          "%2e%2e/secret",
          "..%252fsecret",
          "%252e%252e%252fsecret",
          "..%c0%afsecret",
          "..%ef%bc%8fsecret",
          "..\\secret",
          "..%5csecret",
          "..%5c..%5csecret",
          "run-0001%00",
          "run-0001%00.json",
          "run-0001/../desk",
          "run-0001;/../desk",
          "run-0001;a=b",
          "run-0001%2f..%2fdesk",
          "%2fetc%2fpasswd",
          "/etc/passwd",
          "//etc/passwd",
          "C:%5cWindows%5cwin.ini",
          "CON",
          "NUL",
          "aux.txt",
          "run-0001:stream",
          "~",
          "~root",
          "$HOME",
          "linked",
          "file:%2f%2f%2fetc%2fpasswd",
          "http:%2f%2fexample.org",
          "run-0001%0d%0aX-Injected:%20yes",
          "run-00%31%2f",
          "sha256:..%2f..%2fsecret",
          "sha256:" + "a".repeat(63) + "%2f",
          "afm%2f..%2flibrary",
          "instruments%2fafm",
          "a".repeat(4_000),
          "%F0%9F%92%80",
          "%u002e%u002e%u2215",
          "..%e2%88%95secret");

  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void serve() throws IOException {
    Path home = folder.resolve("home");
    Files.createDirectories(home.resolve("runs"));
    Files.writeString(folder.resolve("secret"), CANARY);
    Files.createSymbolicLink(home.resolve("runs/linked"), folder);
    served =
        new Served(
            home, Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1)));
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void noNameEscapes() throws IOException {
    List<String> before = files();
    List<String> escaped = new ArrayList<>();
    int asked = 0;
    for (Route route : served.routes()) {
      for (PathPart part : route.parts()) {
        for (String name : CORPUS) {
          RawHttp.Got got = ask(route, part, name);
          boolean refused = got.status() == 400 || got.status() == 404 || got.status() == 405;
          if (!refused || got.text().contains(CANARY) || got.text().contains("X-Injected: yes")) {
            escaped.add("%s %s %s: %s".formatted(route.path(), part, name, got));
          }
          asked++;
        }
      }
    }
    Figures.atMost(
        "page-5c",
        "names in a path that were more than a name",
        escaped.size(),
        "of " + asked,
        0,
        "-");
    assertThat(escaped).isEmpty();
    assertThat(files()).isEqualTo(before);
  }

  private RawHttp.Got ask(Route route, PathPart tried, String name) {
    String path = route.path().replace("{" + tried.word() + "}", name);
    for (PathPart part : route.parts()) {
      path = path.replace("{" + part.word() + "}", part.example());
    }
    RawHttp raw = new RawHttp(served.port());
    String headers = raw.usual(served.secret(Role.SAFETY_OFFICER));
    return route.changesSomething()
        ? raw.send(
            "POST " + path, headers + "Content-Type: application/json\r\n", "{\"reason\": \"x\"}")
        : raw.send("GET " + path, headers, "");
  }

  /** All files but those of the desk, where refused calls are written down. */
  private List<String> files() throws IOException {
    served.get(Role.VIEWER, "/api/state"); // lays the shipped instruments down
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString())
          .filter(path -> !path.startsWith("home/desk"))
          .sorted()
          .toList();
    }
  }
}
