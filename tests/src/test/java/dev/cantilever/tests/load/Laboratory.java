package dev.cantilever.tests.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.agent.web.token.TokenBook;
import dev.cantilever.tools.journal.JournalPlace;
import dev.cantilever.tools.journal.Tail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The program as it serves, a process of its own, with eight instruments that keep a pace. */
final class Laboratory implements AutoCloseable {

  static final int INSTRUMENTS = 8;

  /** What comes before a campaign that waits to be told to begin. */
  private static final String QUESTION =
      """
      {"kind": "ask", "question": "Begin?", "options": ["yes", "no"], "as": "begun",
       "within": "10 min"},
      """;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration DAY = Duration.ofDays(1);
  private static final String CLASSES =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  private final Path home;
  private final List<String> secrets;
  private final Process server;
  private final int port;
  private final HttpClient client = HttpClient.newHttpClient();

  private Laboratory(Path home, List<String> secrets, Process server, int port) {
    this.home = home;
    this.secrets = secrets;
    this.server = server;
    this.port = port;
  }

  /** Serves a fresh home. */
  static Laboratory open(Path home) throws IOException, InterruptedException {
    for (String name : instruments()) {
      layDown(home.resolve("instruments").resolve(name), name);
    }
    TokenBook tokens = new TokenBook(home.resolve("tokens.json"), InstantSource.system());
    List<String> secrets = new ArrayList<>();
    for (String name : instruments()) {
      secrets.add(tokens.make(name, Role.SAFETY_OFFICER, List.of(Scope.values()), DAY).secret());
    }
    Path out = home.resolve("server.out");
    List<String> command = java();
    command.addAll(List.of("dev.cantilever.agent.cli.Main", "serve", "--port", "0"));
    command.addAll(List.of("--home", home.toString()));
    Process server =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(home.resolve("server.err").toFile())
            .start();
    Pattern place = Pattern.compile("Open http://127\\.0\\.0\\.1:([0-9]+)/");
    Matcher told = place.matcher("");
    while (!told.find()) {
      if (!server.isAlive()) {
        throw new IOException(Files.readString(home.resolve("server.err")));
      }
      Thread.sleep(20);
      told = place.matcher(Files.readString(out));
    }
    return new Laboratory(home, secrets, server, Integer.parseInt(told.group(1)));
  }

  /** The Java of this process with the flags of the launcher, up to the name of the program. */
  static List<String> java() throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", CLASSES));
    return command;
  }

  private static List<String> flags() throws IOException {
    String launcher = Files.readString(Path.of("..", "cantilever"));
    return Pattern.compile("-X[^ \"$\\\\]+")
        .matcher(launcher.substring(launcher.indexOf("priorities=")))
        .results()
        .map(MatchResult::group)
        .filter(flag -> !flag.startsWith("-XX:SharedArchiveFile"))
        .toList();
  }

  static List<String> instruments() {
    return IntStream.rangeClosed(1, INSTRUMENTS).mapToObj(i -> "paced-" + i).toList();
  }

  private static void layDown(Path folder, String name) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("profile.yaml"),
        """
        instrument: %s
        driver: test.paced
        options:
          - {name: data, value: BEPS_PTO_50x50.h5}
          - {name: dataset, value: /Channel_000/generic/generic}
          - {name: title, value: Force microscope that replays ten loops a second}
          - {name: sample, value: PbTiO3 film}
          - {name: time_per_site, value: 0.1 s}
        """
            .formatted(name));
    Files.writeString(
        folder.resolve("envelope.yaml"),
        """
        name: paced v1
        limits:
          - {channel: probe_x, min: 0 nm, max: 2 µm}
          - {channel: probe_y, min: 0 nm, max: 2 µm}
          - {channel: probe_speed, min: 1 nm/s, max: 50 µm/s}
          - {channel: bias, min: -10 V, max: 10 V}
        maximum_loop_steps: 256
        forbidden: []
        budget: {time: 2 h, travel: 10 mm, loops: 2500}
        """);
  }

  int port() {
    return port;
  }

  /** One for each instrument, for a token may not ask as often as a thousand watchers. */
  List<String> secrets() {
    return secrets;
  }

  Path home() {
    return home;
  }

  Process server() {
    return server;
  }

  /** Runs of one campaign on each instrument that wait to be told to begin. */
  List<String> ready(int points) {
    List<String> runs = new ArrayList<>();
    for (String name : instruments()) {
      runs.add(begun(checked(QUESTION, name, points)));
    }
    runs.forEach(run -> awaitEntry(run, "step.asked"));
    return runs;
  }

  /** The hash of a plan for a campaign. */
  String checked(String instrument, int points) {
    return checked("", instrument, points);
  }

  private String checked(String before, String instrument, int points) {
    String plan =
        """
        {"goal": "A campaign of %3$d points", "steps": [%1$s
          {"kind": "call", "tool": "campaign.start", "arguments": {"instrument": "%2$s",
           "points": %3$d, "seed_points": %3$d, "bias_amplitude": "8.5 V"}}]}
        """
            .formatted(before, instrument, points);
    return post("/api/plans/check", plan).path("hash").asText();
  }

  /** A run of a plan. */
  String begun(String hash) {
    return post("/api/plans/%s/run".formatted(hash), "{}").path("run").asText();
  }

  /** Opens an instrument again, once whoever brought it to rest has let go of it. */
  void reset(String instrument) {
    Path tripped = instrument(instrument).resolve("tripped");
    String path = "/api/instruments/%s/reset".formatted(instrument);
    while (Files.exists(tripped)) {
      answer(posted(path, "{\"reason\": \"looked\"}"));
      pause(20);
    }
  }

  Path instrument(String name) {
    return home.resolve("instruments").resolve(name);
  }

  /** Waits until a run has written an entry of that type. */
  void awaitEntry(String run, String type) {
    JournalPlace journal = new JournalPlace.InFile(folder(run).resolve("journal.db"));
    try (Tail tail = Tail.of(journal, run)) {
      while (tail.from(0, 1_000).stream().noneMatch(entry -> entry.type().equals(type))) {
        pause(20);
      }
    }
  }

  /** Waits until a run has ended. */
  void awaitSeal(String run) {
    while (!Files.exists(folder(run).resolve("journal.seal"))) {
      pause(50);
    }
  }

  private Path folder(String run) {
    return home.resolve("runs").resolve(run);
  }

  /** Lets them begin, and waits until all have ended. */
  void go(List<String> runs) {
    runs.forEach(run -> post("/api/runs/%s/answer".formatted(run), "{\"choice\": \"yes\"}"));
    runs.forEach(this::awaitSeal);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  JsonNode post(String path, String body) {
    return send(posted(path, body));
  }

  private HttpRequest.Builder posted(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + secrets.getFirst());
  }

  private JsonNode send(HttpRequest.Builder request) {
    HttpResponse<String> answer = answer(request);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    try {
      return JSON.readTree(answer.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private HttpResponse<String> answer(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    client.close();
    server.destroy();
    try {
      server.waitFor();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
