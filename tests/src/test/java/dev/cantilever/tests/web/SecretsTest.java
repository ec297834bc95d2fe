package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.token.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tokens, their hashes and where things lie on this machine stand in nothing that is sent or kept.
 */
class SecretsTest {

  private static final String NODE_TOKEN = "canary-of-a-node-0123456789";

  @TempDir private Path home;

  @Test
  void noAnswerNoLogAndNoJournalHoldsASecret() throws IOException {
    Limits limits = Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1));
    Files.writeString(home.resolve("mcp-token.txt"), NODE_TOKEN);
    List<String> told = new ArrayList<>();
    List<String> secrets = new ArrayList<>(List.of(NODE_TOKEN, home.toString()));
    try (Served served = new Served(home, limits)) {
      for (Role role : Role.values()) {
        secrets.add(served.secret(role));
      }
      served
          .tokens(java.time.InstantSource.system())
          .all()
          .forEach(token -> secrets.add(token.hash().substring("sha256:".length())));
      for (Route route : served.routes()) {
        told.addAll(answers(served, route));
      }
      told.addAll(served.log());
    }
    try (Stream<Path> files = Files.walk(home.resolve("desk"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        told.add(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(told).hasSizeGreaterThan(100);
    for (String text : told) {
      for (String secret : secrets) {
        assertThat(text.contains(secret)).as("%s in %.2000s", secret, text).isFalse();
      }
      assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain("\tat dev.", "exception:");
    }
  }

  /** The right way, and with nonsense of several kinds. */
  private static List<String> answers(Served served, Route route) {
    List<String> texts = new ArrayList<>();
    RawHttp raw = new RawHttp(served.port());
    String path = route.path();
    for (PathPart part : route.parts()) {
      path = path.replace("{" + part.word() + "}", part.example());
    }
    path = path.replace("run-0001", "desk");
    for (Role role : Role.values()) {
      String usual = raw.usual(served.secret(role));
      if (route.changesSomething()) {
        String type = "Content-Type: application/json\r\n";
        for (String body : List.of("", "{}", "{", "{\"reason\": 1, \"outcomes\": \"x\"}")) {
          texts.add(raw.send("POST " + path, usual + type, body).text());
        }
      } else if (!route.path().endsWith("/events")) {
        texts.add(raw.send("GET " + path, usual, "").text());
        texts.add(raw.send("GET " + path + "?nonsense=%22", usual, "").text());
      }
    }
    texts.add(raw.send("GET " + path, raw.usual("x"), "").text());
    texts.add(raw.send("PUT " + path, raw.usual("x"), "").text());
    return texts;
  }
}
