package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.Examples.envelope;
import static dev.cantilever.kernel.Examples.evaluate;
import static dev.cantilever.kernel.Examples.set;
import static dev.cantilever.kernel.Examples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Draws;
import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.envelope.Decision.Permitted;
import dev.cantilever.kernel.envelope.Decision.Refused;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionCheckTest {

  private static final int DRAWS = 100_000;

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1, 0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE})
  void permitsValuesUpToBothEnds(double value) {
    assertThat(judge(evaluate(0, set("coupling", value)))).isInstanceOf(Permitted.class);
  }

  @Test
  void refusesValuesOneUlpOutside() {
    for (double value : new double[] {Math.nextUp(1.0), Math.nextDown(-1.0)}) {
      assertThat(messages(evaluate(0, set("coupling", value))))
          .singleElement()
          .asString()
          .contains("coupling: " + value + " is outside [-1.0, 1.0]", "example v1");
    }
    assertThat(judge(evaluate(0, set("dose", -Double.MIN_VALUE)))).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double value) {
    for (String parameter : new String[] {"coupling", "dose", "grade"}) {
      assertThat(codes(judge(evaluate(0, set(parameter, value)))))
          .containsExactly(ProblemCode.LIMIT);
    }
  }

  @Test
  void permitsThePointOfAFixedParameterAlone() {
    assertThat(judge(evaluate(0, set("grade", 3)))).isInstanceOf(Permitted.class);
    for (double value : new double[] {2, 4, Math.nextUp(3.0), Math.nextDown(3.0)}) {
      assertThat(judge(evaluate(0, set("grade", value)))).isInstanceOf(Refused.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"temperature", "Dose", " dose", "dose ", "", "coupling\u0000"})
  void refusesAParameterThatIsNotListed(String parameter) {
    assertThat(messages(evaluate(0, set(parameter, 0.5))))
        .singleElement()
        .asString()
        .contains(parameter + ": 0.5 refused", "lists no limit", "example v1");
  }

  /** K2 for conditions: of all 8 subsets of the limits, those without a needed one refuse. */
  @Test
  void refusesEveryConditionThatNeedsARemovedLimit() {
    List<ParameterLimit> complete = Examples.parameterLimits();
    Evaluate evaluate = evaluate(0, set("coupling", 0), set("dose", 1), set("grade", 3));
    for (int subset = 0; subset < 1 << complete.size(); subset++) {
      List<ParameterLimit> kept = new ArrayList<>();
      for (int i = 0; i < complete.size(); i++) {
        if ((subset >> i & 1) == 1) {
          kept.add(complete.get(i));
        }
      }
      Envelope partial =
          new Envelope("partial v1", List.of(), 0, List.of(), Examples.BUDGET, kept, 0);
      assertThat(judge(partial, evaluate) instanceof Permitted).isEqualTo(subset == 0b111);
    }
  }

  @Test
  void refusesEveryConditionWhereNoParameterIsListed() {
    Envelope loopsOnly =
        new Envelope("loops v1", Examples.limits(), 100, List.of(), Examples.BUDGET, List.of(), 0);
    assertThat(codes(judge(loopsOnly, evaluate(0, set("dose", 1)))))
        .containsExactly(ProblemCode.LIMIT);
  }

  @Test
  void refusesAParameterThatIsSetTwiceEvenToTheSameValue() {
    assertThat(messages(evaluate(0, set("dose", 1), set("coupling", 0), set("dose", 1))))
        .containsExactly("dose is set twice; leave one setting");
    assertThat(messages(evaluate(0, set("dose", 1), set("dose", 11)))).hasSize(2);
    assertThat(messages(evaluate(0, set("dose", 1), set("dose", 1), set("dose", 1)))).hasSize(2);
  }

  @Test
  void holdsTheFidelityToItsBounds() {
    for (int fidelity = 0; fidelity <= 2; fidelity++) {
      assertThat(judge(evaluate(fidelity, set("dose", 1)))).isInstanceOf(Permitted.class);
    }
    for (int fidelity : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThat(messages(evaluate(fidelity, set("dose", 1))))
          .singleElement()
          .asString()
          .contains("fidelity " + fidelity + " is outside [0, 2]", "example v1");
    }
  }

  @Test
  void permitsOnlyTheCheapestFidelityWhereNoneIsNamed() {
    Envelope plain =
        new Envelope(
            "plain v1", List.of(), 0, List.of(), Examples.BUDGET, Examples.parameterLimits(), 0);
    assertThat(judge(plain, evaluate(0, set("dose", 1)))).isInstanceOf(Permitted.class);
    assertThat(judge(plain, evaluate(1, set("dose", 1)))).isInstanceOf(Refused.class);
  }

  /** Which parameters a condition needs is the instrument's affair, not the envelope's. */
  @Test
  void leavesMissingSettingsToTheInstrument() {
    assertThat(judge(evaluate(0))).isInstanceOf(Permitted.class);
    assertThat(judge(evaluate(0, set("grade", 3)))).isInstanceOf(Permitted.class);
  }

  @Test
  void namesEveryReason() {
    Evaluate evaluate =
        evaluate(9, set("coupling", 2), set("dose", Double.NaN), set("colour", 1), set("dose", 1));
    assertThat(messages(evaluate))
        .hasSize(5)
        .anyMatch(message -> message.startsWith("coupling: 2.0 is outside"))
        .anyMatch(message -> message.startsWith("dose: NaN is outside"))
        .anyMatch(message -> message.startsWith("colour: 1.0 refused"))
        .anyMatch(message -> message.startsWith("dose is set twice"))
        .anyMatch(message -> message.startsWith("fidelity 9"));
  }

  @ParameterizedTest
  @EnumSource(value = Quality.class, names = "GOOD", mode = EnumSource.Mode.EXCLUDE)
  void refusesWhileTheReadbackIsNotGood(Quality quality) {
    InstrumentState doubtful =
        new InstrumentState(SurfacePoint.metres(0, 0), new TimeSpan(0), 0, quality);
    assertThat(
            codes(
                EnvelopeCheck.judge(
                    envelope(), doubtful, Cost.NONE, Cost.NONE, evaluate(0, set("dose", 1)))))
        .containsExactly(ProblemCode.INTERLOCK);
  }

  /** An instrument without a probe has limits of no channel and stands nowhere. */
  @Test
  void needsNoLimitOfAnyChannelAndNoPlaceOfTheProbe() {
    Envelope noProbe =
        new Envelope(
            "oven v1", List.of(), 0, List.of(), Examples.BUDGET, Examples.parameterLimits(), 0);
    for (double at : new double[] {0, 99, Double.NaN}) {
      assertThat(
              EnvelopeCheck.judge(
                  noProbe, standingAt(at, at), Cost.NONE, Cost.NONE, evaluate(0, set("dose", 1))))
          .isInstanceOf(Permitted.class);
    }
  }

  @Test
  void holdsConditionsToTheBudget() {
    Evaluate evaluate = evaluate(0, set("dose", 1));
    assertThat(judge(evaluate, seconds(60), seconds(40))).isInstanceOf(Permitted.class);
    assertThat(codes(judge(evaluate, seconds(0), seconds(Math.nextUp(100.0)))))
        .containsExactly(ProblemCode.BUDGET);
    assertThat(codes(judge(evaluate, seconds(60), seconds(-1))))
        .containsExactly(ProblemCode.BUDGET);
    assertThat(codes(judge(evaluate, seconds(60), seconds(Double.NaN))))
        .containsExactly(ProblemCode.BUDGET);
  }

  /** K4 for conditions: what is permitted is inside by decimal arithmetic and plain counting. */
  @Test
  void permitsOnlyWhatAnIndependentOracleFindsInside() {
    AtomicInteger permitted = new AtomicInteger();
    Draws.each(
        DRAWS,
        random -> {
          Evaluate evaluate = anyEvaluation(random);
          Cost spent = seconds(random.nextDouble(120));
          Cost estimate = seconds(random.nextInt(10) == 0 ? Draws.anyDouble(random, 40) : 5);
          boolean expected = oracle(evaluate) && oracle(spent, estimate);
          assertThat(judge(evaluate, spent, estimate) instanceof Permitted)
              .as("%s, spent %s, costs %s", evaluate, spent, estimate)
              .isEqualTo(expected);
          permitted.addAndGet(expected ? 1 : 0);
        });
    System.out.printf("conditions: %d draws, %d permitted, 0 outside%n", DRAWS, permitted.get());
    assertThat(permitted.get()).isBetween(DRAWS / 20, DRAWS / 2);
  }

  private static boolean oracle(Evaluate evaluate) {
    Map<String, Integer> count = new HashMap<>();
    evaluate.settings().forEach(setting -> count.merge(setting.parameter(), 1, Integer::sum));
    return count.values().stream().allMatch(times -> times == 1)
        && evaluate.settings().stream().allMatch(ConditionCheckTest::isInside)
        && List.of(0, 1, 2).contains(evaluate.fidelity());
  }

  private static boolean isInside(Setting setting) {
    if (!Double.isFinite(setting.value())) {
      return false;
    }
    BigDecimal value = new BigDecimal(setting.value());
    return switch (setting.parameter()) {
      case "coupling" -> value.abs().subtract(BigDecimal.ONE).signum() <= 0;
      case "dose" -> value.signum() >= 0 && BigDecimal.TEN.subtract(value).signum() >= 0;
      case "grade" -> value.compareTo(new BigDecimal("3")) == 0;
      default -> false;
    };
  }

  private static boolean oracle(Cost spent, Cost estimate) {
    return estimate.time().seconds() >= 0
        && spent.time().seconds() + estimate.time().seconds() <= 100;
  }

  private static Evaluate anyEvaluation(SplittableRandom random) {
    List<Setting> settings = new ArrayList<>();
    if (random.nextInt(8) > 0) {
      settings.add(set("coupling", Draws.anyDouble(random, 1)));
    }
    if (random.nextInt(8) > 0) {
      settings.add(
          set(
              "dose",
              random.nextInt(3) == 0 ? Draws.anyDouble(random, 10) : random.nextDouble(10)));
    }
    if (random.nextInt(8) > 0) {
      settings.add(set("grade", random.nextInt(6) == 0 ? Draws.anyDouble(random, 3) : 3));
    }
    if (random.nextInt(16) == 0) {
      settings.add(set("temperature", 1));
    }
    if (!settings.isEmpty() && random.nextInt(16) == 0) {
      settings.add(settings.get(random.nextInt(settings.size())));
    }
    int fidelity = random.nextInt(16) == 0 ? random.nextInt() : random.nextInt(-1, 4);
    return new Evaluate(settings, fidelity);
  }

  private static Cost seconds(double seconds) {
    return new Cost(new TimeSpan(seconds), new Length(0), 0);
  }

  private static Decision judge(Evaluate evaluate) {
    return judge(envelope(), evaluate);
  }

  private static Decision judge(Envelope envelope, Evaluate evaluate) {
    return EnvelopeCheck.judge(envelope, standingAt(0, 0), Cost.NONE, Cost.NONE, evaluate);
  }

  private static Decision judge(Evaluate evaluate, Cost spent, Cost estimate) {
    return EnvelopeCheck.judge(envelope(), standingAt(0, 0), spent, estimate, evaluate);
  }

  private static List<ProblemCode> codes(Decision decision) {
    return problems(decision).stream().map(Problem::code).distinct().toList();
  }

  private static List<String> messages(Evaluate evaluate) {
    List<Problem> problems = problems(judge(evaluate));
    assertThat(problems).allMatch(problem -> problem.code() == ProblemCode.LIMIT);
    return problems.stream().map(Problem::message).toList();
  }

  private static List<Problem> problems(Decision decision) {
    return switch (decision) {
      case Permitted permitted -> List.of();
      case Refused refused -> refused.problems();
    };
  }
}
