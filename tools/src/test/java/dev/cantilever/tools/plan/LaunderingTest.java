package dev.cantilever.tools.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.cantilever.tools.approval.House;
import dev.cantilever.tools.approval.Tickets;
import dev.cantilever.tools.dispatch.PossibleCall;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.label.PlanLabels;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.Lease;
import dev.cantilever.vocabulary.event.Terms;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random plans of tools that read files, compute and act, walked with values that carry a stain: no
 * stained argument is ever labelled as one that can be relied upon.
 */
class LaunderingTest {

  private static final long SEED = 20_261_122;
  private static final Catalogue CATALOGUE = Toolbox.standard();
  private static final String STAIN = "stain";
  private static final List<String> NAMES = List.of("a", "b", "c", "d");
  private static final List<String> PURE =
      CATALOGUE.entries().stream()
          .filter(entry -> !entry.tool().card().effect().actsOnInstrument())
          .filter(entry -> !entry.tool().quotes())
          .map(entry -> entry.tool().card().name())
          .toList();

  @TempDir private Path folder;

  /** Gives every result the stain of its arguments, and notes who got one. */
  private static final class Stained implements PlanWalk.Hands {

    private final Random random;
    private final Map<String, Boolean> seen = new HashMap<>();

    Stained(Random random) {
      this.random = random;
    }

    @Override
    public Optional<JsonNode> call(String number, Step.Call call) {
      boolean isStained = call.arguments().canonical().contains(STAIN);
      seen.merge(PossibleCall.withoutRounds(number), isStained, Boolean::logicalOr);
      boolean quotes = CATALOGUE.find(call.tool()).orElseThrow().tool().quotes();
      String value = isStained || quotes ? STAIN : "clean";
      return Optional.of(JsonNodeFactory.instance.objectNode().put("v", value));
    }

    @Override
    public void judged(String number, String condition, boolean holds, List<String> values) {}

    @Override
    public void measured(String number, String name, JsonText value) {}

    @Override
    public void reached(String number, String checkpoint) {}

    @Override
    public Optional<String> ask(String number, Step.Ask question) {
      return Optional.of(question.options().get(random.nextInt(question.options().size())));
    }

    @Override
    public void fail(String number, String reason) {}

    @Override
    public boolean isStopped() {
      return false;
    }
  }

  @Test
  void noValueLosesItsLabelOnTheWayThroughTools() {
    Random random = new Random(SEED);
    int stained = 0;
    int clean = 0;
    List<String> laundered = new ArrayList<>();
    for (int i = 0; i < 4_000; i++) {
      List<Step> all = new ArrayList<>();
      NAMES.forEach(name -> all.add(named("pareto.front", "{}", name)));
      all.addAll(steps(random, 0));
      Plan plan = new Plan("random", all);
      PlanLabels labels = PlanLabels.of(plan, CATALOGUE);
      Stained hands = new Stained(random);
      new PlanWalk(hands).through(plan);
      for (Map.Entry<String, Boolean> one : hands.seen.entrySet()) {
        boolean labelled = labels.call(one.getKey()).isUntrusted();
        stained += one.getValue() ? 1 : 0;
        clean += one.getValue() || labelled ? 0 : 1;
        if (one.getValue() && !labelled) {
          laundered.add("seed %d, plan %d, step %s: %s".formatted(SEED, i, one.getKey(), plan));
        }
      }
    }
    assertThat(laundered).isEmpty();
    assertThat(stained).as("stained arguments").isGreaterThan(2_000);
    assertThat(clean).as("arguments that need nobody").isGreaterThan(2_000);
  }

  private static List<Step> steps(Random random, int depth) {
    List<Step> steps = new ArrayList<>();
    int count = 3 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      steps.add(step(random, depth));
    }
    return steps;
  }

  private static Step step(Random random, int depth) {
    return switch (random.nextInt(depth < 2 ? 10 : 6)) {
      case 0 -> call("data.describe", "\"x.h5\"", random);
      case 1 -> new Step.Measure(name(random), new JsonText(reference(random)));
      case 2 -> call("instrument.move", value(random), random);
      case 6 -> new Step.Repeat(1 + random.nextInt(3), Optional.empty(), steps(random, depth + 1));
      case 7 ->
          new Step.ForEach(
              name(random),
              new JsonText("[%s,%s]".formatted(value(random), value(random))),
              2,
              steps(random, depth + 1));
      default -> call(PURE.get(random.nextInt(PURE.size())), value(random), random);
    };
  }

  private static Step.Call call(String tool, String value, Random random) {
    String arguments = "{\"in\":{\"deep\":[%s]},\"n\":1}".formatted(value);
    return new Step.Call(tool, new JsonText(arguments), Optional.of(name(random)));
  }

  private static String value(Random random) {
    return random.nextInt(3) == 0 ? "\"5 V\"" : reference(random);
  }

  private static String reference(Random random) {
    return "{\"$\":\"%s\"}".formatted(name(random));
  }

  private static String name(Random random) {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private static Step.Call named(String tool, String arguments, String name) {
    Step.Call call = Campaigns.call(tool, arguments);
    return new Step.Call(call.tool(), call.arguments(), Optional.of(name));
  }

  @Test
  void aSettingThatWasWorkedOutOfAFileAsksAPersonEvenUnderALease() {
    Campaigns bench = new Campaigns(folder);
    Home home = new Home(folder, InstantSource.system());
    new House(home).set(Autonomy.AUTONOMOUS, Campaigns.TESTER);
    new House(home)
        .give(
            new Lease(
                List.of(new InstrumentId("pfm-pto")),
                Effect.EXPOSE,
                new Lease.Allowance(new TimeSpan(1e5), new TimeSpan(1e5), 100),
                new TimeSpan(3600)),
            Campaigns.TESTER);
    Terms.Asked fromFile = asked(bench, home, "data.describe");
    assertThat(fromFile.level()).isEqualTo(Asking.ONE_PERSON);
    assertThat(fromFile.rule()).isEqualTo("untrusted-value");
    assertThat(fromFile.step()).isEqualTo("3");
    assertThat(asked(bench, home, "pareto.front").level()).isEqualTo(Asking.NOTHING);
  }

  /** Its value goes through a computation into a move. */
  private static Terms.Asked asked(Campaigns bench, Home home, String source) {
    Plan plan =
        Campaigns.plan(
            "laundered",
            named(source, "{}", "a"),
            named("pareto.front", "{\"outcomes\": {\"$\": \"a.x\"}}", "b"),
            Campaigns.call(
                "instrument.move", "{\"instrument\": \"pfm-pto\", \"speed\": {\"$\": \"b.y\"}}"));
    Actor model = new Actor(Actor.Kind.MODEL, "a model", Actor.Channel.CHAT);
    PlanRunner runner = new PlanRunner(home, bench.reader, "test", state -> {});
    return new Tickets(home)
        .find(runner.request(plan, model))
        .orElseThrow()
        .terms()
        .asked()
        .orElseThrow();
  }
}
