package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Access;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.PathPart;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.tests.figures.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route with every kind of token. The routes are the program's, what each must ask for stands
 * in {@code routes.txt}, so that neither can change without the other.
 */
class RoleMatrixTest {

  private static final Limits UNHURRIED =
      Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1));

  @TempDir private Path home;
  private Served served;

  @BeforeEach
  void serve() {
    served = new Served(home, UNHURRIED);
  }

  @AfterEach
  void end() {
    served.close();
  }

  /** Somebody with or without a token, and what a route must be for him to be let in. */
  private record Somebody(String secret, Optional<Role> role, List<Scope> scopes, boolean isHere) {

    boolean mayAsk(Needed needed) {
      boolean isKnown = role.isPresent();
      return switch (needed.word()) {
        case "anybody" -> true;
        case "anybody-here" -> isHere || isKnown;
        case "known" -> isKnown;
        default ->
            isKnown
                && role.get().compareTo(Role.of(needed.word()).orElseThrow()) >= 0
                && scopes.contains(needed.scope().orElseThrow());
      };
    }
  }

  /**
   * A line of the table.
   *
   * @param word the least role, or who else
   */
  private record Needed(String word, Optional<Scope> scope) {}

  @Test
  void everybodyIsLetInWhereTheTableSaysSoAndNowhereElse() throws IOException {
    Map<String, Needed> table = table();
    assertThat(served.routes().stream().map(RoleMatrixTest::name))
        .containsOnlyOnceElementsOf(table.keySet());
    assertThat(table.keySet()).hasSameSizeAs(served.routes());
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (Route route : served.routes()) {
      for (Map.Entry<String, Somebody> one : everybody().entrySet()) {
        boolean expected = one.getValue().mayAsk(table.get(name(route)));
        int status = ask(route, one.getValue());
        boolean letIn = status != 401 && status != 403;
        if (letIn != expected || status >= 500 || status == 0) {
          wrong.add("%s as %s: %d".formatted(name(route), one.getKey(), status));
        }
        cells++;
      }
    }
    Figures.atMost(
        "page-5a", "cells of route and role that are wrong", wrong.size(), "of " + cells, 0, "-");
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatTheTableSaysIsWhatARouteSaysOfItself() throws IOException {
    Map<String, Needed> table = table();
    for (Route route : served.routes()) {
      assertThat(
              switch (route.access()) {
                case Access.Anybody anybody -> new Needed("anybody", Optional.empty());
                case Access.AnybodyHere here -> new Needed("anybody-here", Optional.empty());
                case Access.Known known -> new Needed("known", Optional.empty());
                case Access.Needs needs ->
                    new Needed(needs.role().word(), Optional.of(needs.scope()));
              })
          .as(name(route))
          .isEqualTo(table.get(name(route)));
    }
  }

  private Map<String, Somebody> everybody() {
    Map<String, Somebody> all = new LinkedHashMap<>();
    List<Scope> every = List.of(Scope.values());
    for (boolean here : new boolean[] {true, false}) {
      String where = here ? " here" : " elsewhere";
      all.put("nobody" + where, nobody("", here));
      all.put("ended" + where, nobody(served.endedSecret(), here));
      all.put("revoked" + where, nobody(served.revokedSecret(), here));
      all.put("guessing" + where, nobody("0".repeat(64), here));
      for (Role role : Role.values()) {
        all.put(
            role.word() + where, new Somebody(served.secret(role), Optional.of(role), every, here));
      }
      for (Scope scope : Scope.values()) {
        List<Scope> others = every.stream().filter(one -> one != scope).toList();
        all.put(
            "not for " + scope + where,
            new Somebody(
                served.secretWithout(scope), Optional.of(Role.SAFETY_OFFICER), others, here));
      }
    }
    return all;
  }

  private static Somebody nobody(String secret, boolean here) {
    return new Somebody(secret, Optional.empty(), List.of(), here);
  }

  /** Without a content type, so that who is let in changes nothing and is told 415. */
  private int ask(Route route, Somebody somebody) {
    String path = route.path();
    for (PathPart part : route.parts()) {
      path = path.replace("{" + part.word() + "}", part.example());
    }
    String headers =
        somebody.secret().isEmpty()
            ? "Host: localhost\r\n"
            : new RawHttp(served.port()).usual(somebody.secret());
    String far = somebody.isHere() ? "" : "X-Forwarded-For: 192.0.2.7\r\n";
    return new RawHttp(served.port()).send(route.method() + " " + path, headers + far, "").status();
  }

  private static String name(Route route) {
    return route.method() + " " + route.path();
  }

  private static Map<String, Needed> table() throws IOException {
    Map<String, Needed> table = new TreeMap<>();
    try (var in = RoleMatrixTest.class.getResourceAsStream("routes.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s+"))
          .forEach(
              part ->
                  table.put(
                      part[0] + " " + part[1],
                      new Needed(part[2], part.length > 3 ? Scope.of(part[3]) : Optional.empty())));
    }
    return table;
  }
}
