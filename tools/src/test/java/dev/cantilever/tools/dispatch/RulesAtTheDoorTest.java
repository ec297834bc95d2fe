package dev.cantilever.tools.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.rule.Rule;
import dev.cantilever.tools.rule.RuleFile;
import dev.cantilever.tools.rule.Rulebook;
import dev.cantilever.tools.rule.When;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.command.Asking;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random calls against random rules: what they want to be asked never passes unasked. */
class RulesAtTheDoorTest {

  private static final long SEED = 20_261_122;
  private static final CallReader READER = new CallReader(Toolbox.standard());
  private static final List<Asking> ASKINGS = List.of(Asking.values());
  private static final CallId PARENT = new CallId("call-1");

  @TempDir private Path folder;

  /** A call with what it uses of its limits, worked out by hand. */
  private record Tried(Step.Call step, Effect effect, double bias, double speed) {}

  @Test
  void nothingPassesThatTheRulesWantToBeAsked() {
    Random random = new Random(SEED);
    int passed = 0;
    int asked = 0;
    List<String> wrong = new ArrayList<>();
    try (OneRun run = new OneRun(folder)) {
      parent(run);
      for (int book = 0; book < 120; book++) {
        Rulebook rules = rules(random);
        int persons = random.nextInt(3);
        assent(run, rules, persons, random);
        Policy policy = new Policy(READER, run.log.refresh(), () -> rules, run.rack);
        for (int i = 0; i < 50; i++) {
          Tried tried = tried(random);
          Asking wanted = oracle(rules, tried, planner(run));
          Policy.Ruling ruling =
              policy.decide(tried.step(), tried.effect(), new Authority.RunningCall(PARENT));
          boolean passes = ruling instanceof Policy.Ruling.Pass;
          boolean mayPass = wanted.persons() <= persons;
          passed += passes ? 1 : 0;
          asked += mayPass ? 0 : 1;
          if (passes != mayPass) {
            wrong.add("seed %d: %s under %s by %d".formatted(SEED, tried, rules, persons));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(passed).isGreaterThan(500);
    assertThat(asked).isGreaterThan(500);
  }

  private static void parent(OneRun run) {
    JsonText arguments = new JsonText("{\"instrument\":\"pfm-pto\"}");
    run.log.append(
        Actor.RUNTIME,
        List.of(
            new CallEvent.Proposed(PARENT, Optional.empty(), Optional.empty(), "parent", "{}"),
            new CallEvent.Dispatched(PARENT, "parent", Effect.EXPOSE, arguments, "test")),
        List.of());
  }

  private static void assent(OneRun run, Rulebook rules, int persons, Random random) {
    Actor.Kind planner = random.nextBoolean() ? Actor.Kind.MODEL : Actor.Kind.PLANNER;
    List<String> names = List.of("one", "two").subList(0, persons);
    run.log.append(
        Actor.RUNTIME,
        List.of(
            new RunEvent.Approved(
                "",
                Optional.of(Hash.of("").text()),
                Optional.empty(),
                Optional.of(new RunEvent.Assent(rules.hash(), planner, names)))),
        List.of());
  }

  private static Actor.Kind planner(OneRun run) {
    return run.log.state().approved().orElseThrow().assent().orElseThrow().planner();
  }

  private static Tried tried(Random random) {
    if (random.nextBoolean()) {
      double volts = 0.1 + 9.9 * random.nextDouble();
      String loop =
          String.format(
              Locale.ROOT, "{\"instrument\": \"pfm-pto\", \"bias_amplitude\": \"%s V\"}", volts);
      return new Tried(read("instrument.acquire", loop), Effect.EXPOSE, volts / 10, -1);
    }
    double nanometres = 1 + 49_999 * random.nextDouble();
    String move =
        String.format(
            Locale.ROOT,
            "{\"instrument\": \"pfm-pto\", \"x\": \"1 µm\", \"y\": \"1 µm\", \"speed\": \"%s nm/s\"}",
            nanometres);
    return new Tried(
        read("instrument.move", move), Effect.MOVE, -1, (nanometres - 1) / (50_000 - 1));
  }

  private static Step.Call read(String tool, String arguments) {
    return switch (READER.read(tool, arguments)) {
      case Reading.Understood<?, ?> understood -> understood.step();
      case Reading.Malformed malformed -> throw new AssertionError(malformed.problems());
    };
  }

  private static Rulebook rules(Random random) {
    List<Rule> rules = new ArrayList<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Asking asks = ASKINGS.get(random.nextInt(ASKINGS.size()));
      rules.add(new Rule("rule-" + i, when(random), asks));
    }
    return new Rulebook("random v1", rules);
  }

  private static When when(Random random) {
    return new When(
        random.nextInt(3) > 0 ? List.of() : List.of("instrument.move"),
        random.nextInt(3) > 0 ? List.of() : List.of(Effect.EXPOSE, Effect.ADJUST),
        random.nextInt(4) > 0 ? List.of() : List.of(Actor.Kind.MODEL),
        random.nextInt(4) > 0
            ? List.of()
            : List.of(random.nextBoolean() ? Autonomy.SUPERVISE : Autonomy.AUTONOMOUS),
        random.nextBoolean() ? Optional.empty() : Optional.of(random.nextInt(1, 101) / 100.0),
        random.nextInt(3) > 0 ? List.of() : List.of(Channel.BIAS),
        random.nextInt(4) > 0 ? Optional.empty() : Optional.of(random.nextBoolean()),
        random.nextInt(4) > 0 ? Optional.empty() : Optional.of(random.nextBoolean()));
  }

  /** The rules again, in a loop and by hand; the desk supervises, and no tool has run. */
  private static Asking oracle(Rulebook rules, Tried tried, Actor.Kind planner) {
    for (Rule rule : rules.rules()) {
      When when = rule.when();
      boolean fits = when.tools().isEmpty() || when.tools().contains(tried.step().tool());
      fits &= when.effects().isEmpty() || when.effects().contains(tried.effect());
      fits &= when.planners().isEmpty() || when.planners().contains(planner);
      fits &= when.autonomy().isEmpty() || when.autonomy().contains(Autonomy.SUPERVISE);
      fits &= when.firstUse().isEmpty() || when.firstUse().get();
      fits &= when.untrusted().isEmpty() || !when.untrusted().get();
      if (when.nearLimit().isPresent()) {
        double bias = when.exceptChannels().contains(Channel.BIAS) ? -1 : tried.bias();
        double most = Math.max(bias, Math.max(tried.speed(), place(tried)));
        fits &= most >= when.nearLimit().get();
      }
      if (fits) {
        return rule.asks();
      }
    }
    return Asking.DENY;
  }

  /** Half way in both directions where it moves there. */
  private static double place(Tried tried) {
    return tried.speed() < 0 ? -1 : 0.5;
  }

  @Test
  void whenTheRulesChangeAfterTheYesNothingActs() {
    try (OneRun run = new OneRun(folder)) {
      parent(run);
      assent(run, new Rulebook("older v1", List.of()), 2, new Random(SEED));
      Step.Call step = tried(new Random(SEED)).step();
      Policy policy = new Policy(READER, run.log.refresh(), RuleFile::shipped, run.rack);
      assertThat(policy.decide(step, Effect.MOVE, new Authority.RunningCall(PARENT)))
          .isInstanceOfSatisfying(
              Policy.Ruling.Deny.class,
              deny -> assertThat(deny.problem().message()).contains("the rules have changed"));
    }
  }
}
