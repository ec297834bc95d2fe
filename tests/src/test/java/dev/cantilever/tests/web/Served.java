package dev.cantilever.tests.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.app.Planners;
import dev.cantilever.agent.edge.AllowedNames;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.chat.Talks;
import dev.cantilever.agent.web.server.ServedHome;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.agent.web.token.TokenBook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A home served over HTTP by this process, and a client of it. */
public final class Served implements AutoCloseable {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Duration DAY = Duration.ofDays(1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ServedHome served;
  private final Installation installation;
  private final Path home;
  private final Map<Role, String> secrets = new EnumMap<>(Role.class);
  private final Map<Scope, String> without = new EnumMap<>(Scope.class);
  private final String ended;
  private final String revoked;
  private final List<String> log = new CopyOnWriteArrayList<>();

  private Served(Path home, Limits limits, boolean withTokens) {
    installation = Installation.at(Optional.of(home), Map.of());
    this.home = home;
    TokenBook tokens = tokens(InstantSource.system());
    ended = withTokens ? fill(tokens) : "";
    revoked = withTokens ? takenBack(tokens) : "";
    served =
        ServedHome.open(
            installation,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            new ServedHome.Terms(
                tokens,
                AllowedNames.ofThisMachine(),
                true,
                limits,
                new Talks.Planning(watcher -> Planners.named("grammar", Map.of(), watcher), 0)),
            log::add);
  }

  /** With a token for each role, and one for all but each part. */
  public Served(Path home, Limits limits) {
    this(home, limits, true);
  }

  /** As at the first start on a machine, where nobody has made a token. */
  public static Served first(Path home) {
    return new Served(home, Limits.USUAL, false);
  }

  private String fill(TokenBook tokens) {
    List<Scope> all = List.of(Scope.values());
    for (Role role : Role.values()) {
      secrets.put(role, tokens.make(role.word(), role, all, DAY).secret());
    }
    for (Scope scope : all) {
      List<Scope> others = all.stream().filter(one -> one != scope).toList();
      String name = "not-for-" + scope.word();
      without.put(scope, tokens.make(name, Role.SAFETY_OFFICER, others, DAY).secret());
    }
    return tokens(InstantSource.fixed(Instant.parse("2020-01-01T00:00:00Z")))
        .make("ended", Role.SAFETY_OFFICER, all, DAY)
        .secret();
  }

  private static String takenBack(TokenBook tokens) {
    String secret =
        tokens.make("revoked", Role.SAFETY_OFFICER, List.of(Scope.values()), DAY).secret();
    tokens.revoke("revoked");
    return secret;
  }

  public int port() {
    return served.port();
  }

  public Installation installation() {
    return installation;
  }

  public List<Route> routes() {
    return served.routes();
  }

  /** What the operator of the server was told. */
  List<String> log() {
    return log;
  }

  TokenBook tokens(InstantSource clock) {
    return new TokenBook(home.resolve("tokens.json"), clock);
  }

  public String secret(Role role) {
    return secrets.get(role);
  }

  /** Of a safety officer for all but one part. */
  String secretWithout(Scope scope) {
    return without.get(scope);
  }

  /** Of a token that has ended. */
  String endedSecret() {
    return ended;
  }

  /** Of a token that was taken back. */
  String revokedSecret() {
    return revoked;
  }

  public Path home() {
    return home;
  }

  /** An answer. */
  public record Answer(int status, HttpResponse<String> whole) {

    public JsonNode json() {
      try {
        return JSON.readTree(whole.body());
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }

    public String text() {
      return whole.body();
    }
  }

  public Answer get(Role role, String path, String... headers) {
    return send(builder(path, secret(role), headers).GET());
  }

  public Answer post(Role role, String path, String body) {
    return send(
        builder(path, secret(role), "Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder builder(String path, String secret, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
            .timeout(Duration.ofSeconds(60));
    if (!secret.isEmpty()) {
      builder.header("Authorization", "Bearer " + secret);
    }
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), response);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    served.close();
  }
}
