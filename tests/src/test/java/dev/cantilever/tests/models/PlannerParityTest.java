package dev.cantilever.tests.models;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.grammar.GrammarPlanner;
import dev.cantilever.agent.knowledge.Recipes;
import dev.cantilever.agent.model.Endpoint.Delivery;
import dev.cantilever.agent.model.Endpoint.Wire;
import dev.cantilever.agent.model.ModelPlanner;
import dev.cantilever.agent.model.Patience;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.agent.planner.WrittenPlan;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.firstlight.Program;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.plan.CheckedPlans;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.plan.RunOutcome;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One wish, four planners, four homes: the same journal but for who asked and by which way. */
class PlannerParityTest {

  private static final Actor PERSON = new Actor(Actor.Kind.PERSON, "test", Actor.Channel.CHAT);
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(20), 0);

  private static final String WISH =
      "Map the hysteresis loop area of the PbTiO3 film with 20 points, 10 at a time";

  /** What a good model and a good host make of the wish. */
  private static final String STEPS =
      """
      "steps":[{"kind":"call","tool":"campaign.start","arguments":{"instrument":"pfm-pto","points":20,\
      "batch":10,"seed_points":10,"bias_amplitude":"8.5 V","seed":7}}]}""";

  private static final String PLAN = "{\"goal\":\"" + WISH + "\"," + STEPS;

  @TempDir private Path folder;

  @Test
  void allPlannersLeaveTheSameJournalButForActorAndChannel() {
    List<List<Entry>> journals =
        List.of(
            journal("person", new WrittenPlan(PERSON, written())),
            journal("grammar", new GrammarPlanner(Recipes.shipped(), Recipes.phrasebook("en"))),
            ofModel(),
            journal("host", host(folder.resolve("host"))));

    List<String> first = contents(journals.getFirst());
    int differing =
        journals.stream().mapToInt(one -> differing(first, contents(one))).reduce(0, Integer::sum);
    Figures.atMost(
        "runtime-1",
        "journal entries that differ between four planners, but for actor and channel",
        differing,
        "entries",
        0,
        "7");
    assertThat(first).hasSizeGreaterThan(100);
    assertThat(journals.stream().map(PlannerParityTest::contents).distinct()).hasSize(1);
    assertThat(journals.stream().map(journal -> journal.getFirst().actor()).distinct()).hasSize(4);
  }

  private static int differing(List<String> one, List<String> other) {
    int most = Math.max(one.size(), other.size());
    return (int)
        IntStream.range(0, most)
            .filter(i -> i >= one.size() || i >= other.size() || !one.get(i).equals(other.get(i)))
            .count();
  }

  private static Plan written() {
    return ((Parsed.Valid<Plan>) PlanDocument.read(PLAN)).value();
  }

  private List<Entry> ofModel() {
    WireMockServer server = new WireMockServer(options().dynamicPort().jettyStopTimeout(100L));
    server.start();
    try {
      Tape tape = new Tape(Wire.OPENAI, Delivery.IN_PIECES);
      String answer = tape.calls(new Tape.Call("propose_plan", "{" + STEPS));
      server.stubFor(
          post(urlPathEqualTo(tape.path()))
              .willReturn(aResponse().withStatus(200).withBody(answer)));
      return journal("model", new ModelPlanner(tape.endpoint(server.baseUrl()), PATIENCE));
    } finally {
      server.stop();
    }
  }

  /** A client of the protocol has the plan checked; a person runs what it names by its hash. */
  private static Planner host(Path home) {
    List<String> lines =
        List.of(
            request(
                1,
                "initialize",
                "{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"host\",\"version\":\"1\"}}"),
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
            request(2, "tools/call", "{\"name\":\"plan.check\",\"arguments\":" + PLAN + "}"));
    JsonNode answer = new Program(home).told(lines, "mcp").json();
    String hash = answer.at("/result/structuredContent/hash").asText();
    assertThat(hash).as(answer.toString()).startsWith("sha256:");
    Installation installation = installation(home);
    CheckedPlans.Checked checked =
        CheckedPlans.find(installation.home().find(new RunId("desk")).orElseThrow(), hash)
            .orElseThrow();
    assertThat(checked.by().channel()).isEqualTo(Actor.Channel.MCP);
    return new WrittenPlan(checked.by(), checked.plan());
  }

  private static String request(int id, String method, String parameters) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}"
        .formatted(id, method, parameters);
  }

  private static Installation installation(Path home) {
    return Installation.at(Optional.of(home), Map.of());
  }

  private List<Entry> journal(String name, Planner planner) {
    Installation installation = installation(folder.resolve(name));
    try (Desk desk = installation.desk()) {
      Heard.Plan heard = (Heard.Plan) new Conversation(planner, desk, PERSON, 7).say(WISH);
      RunOutcome outcome =
          installation
              .runner(state -> {})
              .start(heard.verdict().plan(), planner.actor(), PERSON, run -> {});
      Path file = installation.home().journal(outcome.run());
      try (Journal journal = Journal.read(file, outcome.run().value())) {
        return journal.fresh();
      }
    }
  }

  /**
   * Without actor and time; checkpoints hold hashes over both. What was assented to repeats the
   * kind of the actor whose plan it is, because rules may speak of it.
   */
  private static List<String> contents(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> !entry.type().equals(Journal.CHECKPOINT))
        .map(entry -> entry.seq() + " " + entry.type() + " " + entry.body())
        .map(line -> line.replaceFirst(",\"planner\":\"(person|planner|model)\"", ""))
        .toList();
  }
}
