package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.Examples.envelope;
import static dev.cantilever.kernel.Examples.loop;
import static dev.cantilever.kernel.Examples.move;
import static dev.cantilever.kernel.Examples.region;
import static dev.cantilever.kernel.Examples.standingAt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Draws;
import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.envelope.Decision.Permitted;
import dev.cantilever.kernel.envelope.Decision.Refused;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand.HysteresisLoop;
import dev.cantilever.vocabulary.command.SpmCommand.MoveProbe;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeCheckTest {

  private static final int DRAWS = 400_000;

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1, 0, -0.0, Double.MIN_VALUE, -Double.MIN_VALUE})
  void permitsPositionsUpToTheirBound(double metres) {
    assertThat(judge(move(metres, 0, 1.5))).isInstanceOf(Permitted.class);
    assertThat(judge(move(0, metres, 1.5))).isInstanceOf(Permitted.class);
  }

  @Test
  void refusesPositionsOneUlpOutside() {
    for (double metres : new double[] {Math.nextUp(1.0), Math.nextDown(-1.0)}) {
      assertThat(codes(judge(move(metres, 0, 1.5)))).containsExactly(ProblemCode.LIMIT);
      assertThat(codes(judge(move(0, metres, 1.5)))).containsExactly(ProblemCode.LIMIT);
    }
  }

  @Test
  void holdsSpeedToItsBoundsToTheUlp() {
    assertThat(judge(move(0, 0, 1))).isInstanceOf(Permitted.class);
    assertThat(judge(move(0, 0, 2))).isInstanceOf(Permitted.class);
    assertThat(judge(move(0, 0, Math.nextDown(1.0)))).isInstanceOf(Refused.class);
    assertThat(judge(move(0, 0, Math.nextUp(2.0)))).isInstanceOf(Refused.class);
  }

  @Test
  void holdsBiasToItsBoundsToTheUlp() {
    assertThat(judge(loop(10, 64))).isInstanceOf(Permitted.class);
    assertThat(judge(loop(Double.MIN_VALUE, 64))).isInstanceOf(Permitted.class);
    for (double volts : new double[] {Math.nextUp(10.0), 0, -0.0, -Double.MIN_VALUE, -8.5}) {
      assertThat(codes(judge(loop(volts, 64)))).contains(ProblemCode.LIMIT);
    }
  }

  @Test
  void holdsBothSidesOfALoopToTheBiasLimit() {
    for (double[] bounds : new double[][] {{-5, 10}, {-10, 5}}) {
      List<Limit> limits = new ArrayList<>(Examples.limits());
      limits.set(
          3,
          new Limit(
              Channel.BIAS, Channel.BIAS.kind().of(bounds[0]), Channel.BIAS.kind().of(bounds[1])));
      Envelope lopsided =
          new Envelope("lopsided v1", limits, 100, List.of(), Examples.BUDGET, List.of(), 0);
      assertThat(judge(lopsided, loop(5, 64))).isInstanceOf(Permitted.class);
      assertThat(judge(lopsided, loop(Math.nextUp(5.0), 64))).isInstanceOf(Refused.class);
    }
  }

  @Test
  void holdsTheLengthOfALoop() {
    assertThat(judge(loop(8.5, 1))).isInstanceOf(Permitted.class);
    assertThat(judge(loop(8.5, 100))).isInstanceOf(Permitted.class);
    for (int steps : new int[] {0, -1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThat(codes(judge(loop(8.5, steps)))).containsExactly(ProblemCode.LIMIT);
    }
  }

  @Test
  void refusesALoopWhereTheProbeStandsOutside() {
    Decision decision =
        EnvelopeCheck.judge(
            envelope(), standingAt(0, Math.nextUp(1.0)), Cost.NONE, Cost.NONE, loop(8.5, 64));
    assertThat(codes(decision)).containsExactly(ProblemCode.LIMIT);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, -1.5, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAPathThatStartsOutside(double metres) {
    for (InstrumentState start : List.of(standingAt(metres, 0), standingAt(0, metres))) {
      Decision decision =
          EnvelopeCheck.judge(envelope(), start, Cost.NONE, Cost.NONE, move(0.5, 0.5, 1.5));
      assertThat(codes(decision)).containsExactly(ProblemCode.LIMIT);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoNumber(double value) {
    assertThat(judge(move(value, 0, 1.5))).isInstanceOf(Refused.class);
    assertThat(judge(move(0, value, 1.5))).isInstanceOf(Refused.class);
    assertThat(judge(move(0, 0, value))).isInstanceOf(Refused.class);
    assertThat(judge(loop(value, 64))).isInstanceOf(Refused.class);
  }

  /** K2: of all 16 subsets of the limits, those without a needed one refuse. */
  @Test
  void refusesEveryCommandThatNeedsARemovedLimit() {
    List<Limit> complete = Examples.limits();
    for (int subset = 0; subset < 1 << complete.size(); subset++) {
      List<Limit> kept = new ArrayList<>();
      for (int i = 0; i < complete.size(); i++) {
        if ((subset >> i & 1) == 1) {
          kept.add(complete.get(i));
        }
      }
      Envelope partial =
          new Envelope("partial v1", kept, 100, List.of(), Examples.BUDGET, List.of(), 0);
      boolean mayMove = (subset & 0b0111) == 0b0111;
      boolean mayLoop = (subset & 0b1011) == 0b1011;
      assertThat(judge(partial, move(0.5, 0.5, 1.5)) instanceof Permitted).isEqualTo(mayMove);
      assertThat(judge(partial, loop(8.5, 64)) instanceof Permitted).isEqualTo(mayLoop);
    }
  }

  @ParameterizedTest
  @EnumSource(value = Quality.class, names = "GOOD", mode = EnumSource.Mode.EXCLUDE)
  void refusesWhileTheReadbackIsNotGood(Quality quality) {
    InstrumentState doubtful =
        new InstrumentState(SurfacePoint.metres(0, 0), new TimeSpan(0), 0, quality);
    for (Command command : Examples.permitted()) {
      assertThat(codes(EnvelopeCheck.judge(envelope(), doubtful, Cost.NONE, Cost.NONE, command)))
          .containsExactly(ProblemCode.INTERLOCK);
    }
  }

  @Test
  void refusesAPathAcrossARegionThoughBothEndsAreOutside() {
    Envelope scratched = envelope(region(-0.1, -0.1, 0.1, 0.1));
    assertThat(judgeFrom(scratched, -0.5, 0, move(0.5, 0, 1.5))).isInstanceOf(Refused.class);
    assertThat(judgeFrom(scratched, -0.5, -0.5, move(0.5, 0.5, 1.5))).isInstanceOf(Refused.class);
    assertThat(judgeFrom(scratched, 0, 0.5, move(0, -0.5, 1.5))).isInstanceOf(Refused.class);
    assertThat(judgeFrom(scratched, -0.5, 0.2, move(0.5, 0.2, 1.5))).isInstanceOf(Permitted.class);
    assertThat(judgeFrom(scratched, -0.5, 0, move(-0.2, 0, 1.5))).isInstanceOf(Permitted.class);
  }

  @Test
  void refusesAPathThatTouchesTheEdgeOfARegion() {
    Envelope scratched = envelope(region(-0.1, -0.1, 0.1, 0.1));
    assertThat(judgeFrom(scratched, -0.5, 0.1, move(0.5, 0.1, 1.5))).isInstanceOf(Refused.class);
    assertThat(judgeFrom(scratched, -0.5, 0, move(-0.1, 0, 1.5))).isInstanceOf(Refused.class);
    assertThat(judgeFrom(scratched, -0.5, 0, move(Math.nextDown(-0.1), 0, 1.5)))
        .isInstanceOf(Permitted.class);
    assertThat(judgeFrom(scratched, 0.05, 0, move(0.05, 0, 1.5))).isInstanceOf(Refused.class);
  }

  @Test
  void refusesAMoveSoLongThatItsLengthOverflows() {
    double far = Double.MAX_VALUE;
    Region region = region(-1, -1, 1, 1);
    assertThat(region.isClearOf(SurfacePoint.metres(-far, -far), SurfacePoint.metres(far, far)))
        .isFalse();
    assertThat(region.isClearOf(SurfacePoint.metres(-far, 5), SurfacePoint.metres(far, -5)))
        .isFalse();
  }

  @Test
  void checksEveryForbiddenRegion() {
    Envelope two = envelope(region(-0.9, -0.9, -0.8, -0.8), region(0.2, -0.1, 0.3, 0.1));
    assertThat(judge(two, move(0.5, 0, 1.5))).isInstanceOf(Refused.class);
    assertThat(judge(two, move(0, 0.5, 1.5))).isInstanceOf(Permitted.class);
  }

  /** K6: no sampled point of a permitted path lies inside a region, or outside the limits. */
  @Test
  void noPointOfAPermittedPathIsForbidden() {
    AtomicInteger permitted = new AtomicInteger();
    Draws.each(
        20_000,
        random -> {
          double left = random.nextDouble(-1, 1);
          double bottom = random.nextDouble(-1, 1);
          double right = left + random.nextDouble(0.5);
          double top = bottom + random.nextDouble(0.5);
          double fromX = random.nextDouble(-1.1, 1.1);
          double fromY = random.nextDouble(-1.1, 1.1);
          MoveProbe move = move(random.nextDouble(-1, 1), random.nextDouble(-1, 1), 1.5);
          Envelope scratched = envelope(region(left, bottom, right, top));
          if (judgeFrom(scratched, fromX, fromY, move) instanceof Permitted) {
            permitted.incrementAndGet();
            for (int i = 0; i <= 100; i++) {
              double t = i / 100.0;
              double x = (1 - t) * fromX + t * move.target().x().metres();
              double y = (1 - t) * fromY + t * move.target().y().metres();
              boolean inside =
                  x > left + 1e-12 && x < right - 1e-12 && y > bottom + 1e-12 && y < top - 1e-12;
              assertThat(inside).as("inside at %s, %s", x, y).isFalse();
              assertThat(Math.max(Math.abs(x), Math.abs(y))).isLessThanOrEqualTo(1 + 1e-12);
            }
          }
        });
    assertThat(permitted.get()).isBetween(5_000, 19_000);
  }

  @Test
  void holdsEachBudgetToItsBound() {
    Command move = move(0, 0, 1.5);
    assertThat(judge(move, cost(99, 0, 0), cost(1, 0, 0))).isInstanceOf(Permitted.class);
    assertThat(judge(move, cost(0, 49, 0), cost(0, 1, 0))).isInstanceOf(Permitted.class);
    assertThat(judge(move, cost(0, 0, 9), cost(0, 0, 1))).isInstanceOf(Permitted.class);
    for (Cost estimate :
        List.of(cost(Math.nextUp(100.0), 0, 0), cost(0, Math.nextUp(50.0), 0), cost(0, 0, 11))) {
      assertThat(codes(judge(move, Cost.NONE, estimate))).containsExactly(ProblemCode.BUDGET);
      assertThat(codes(judge(move, estimate, Cost.NONE))).containsExactly(ProblemCode.BUDGET);
    }
  }

  @Test
  void refusesEstimatesThatGiveBackBudgetOrOverflowIt() {
    Command move = move(0, 0, 1.5);
    for (Cost estimate :
        List.of(
            cost(-1, 0, 0),
            cost(0, -1, 0),
            cost(0, 0, -1),
            cost(Double.NaN, 0, 0),
            cost(0, Double.NaN, 0),
            cost(Double.POSITIVE_INFINITY, 0, 0),
            cost(0, 0, Long.MAX_VALUE))) {
      assertThat(codes(judge(move, cost(1, 1, 1), estimate))).contains(ProblemCode.BUDGET);
    }
  }

  @Test
  void namesEveryReasonWithTheValueAndTheRange() {
    Refused refused = (Refused) judge(move(3, Double.NaN, 7));
    assertThat(refused.problems()).hasSize(3);
    assertThat(refused.problems().getFirst().message())
        .contains("probe x: 3 m is outside [-1 m, 1 m]", "example v1");
  }

  /** K4: total, and what it permits is inside by arithmetic that shares no code with it. */
  @Test
  void permitsOnlyWhatAnIndependentOracleFindsInside() {
    AtomicInteger permitted = new AtomicInteger();
    Draws.each(
        DRAWS,
        random -> {
          Command command = anyCommand(random);
          InstrumentState state = anyState(random);
          Cost spent = anyCost(random);
          Cost estimate = anyCost(random);
          Decision decision = EnvelopeCheck.judge(envelope(), state, spent, estimate, command);
          boolean expected =
              state.quality() == Quality.GOOD
                  && oracle(state.position(), command)
                  && oracle(spent, estimate);
          assertThat(decision instanceof Permitted)
              .as("%s at %s, spent %s, costs %s", command, state, spent, estimate)
              .isEqualTo(expected);
          permitted.addAndGet(expected ? 1 : 0);
        });
    System.out.printf("envelope: %d draws, %d permitted, 0 outside%n", DRAWS, permitted.get());
    assertThat(permitted.get()).isGreaterThan(DRAWS / 100);
  }

  private static boolean oracle(SurfacePoint from, Command command) {
    boolean standsInside = isInUnitSquare(from);
    return standsInside
        && switch (command) {
          case MoveProbe move ->
              isInUnitSquare(move.target())
                  && Math.abs(move.speed().metresPerSecond() - 1.5) <= 0.5;
          case HysteresisLoop loop ->
              Math.signum(loop.biasAmplitude().volts()) == 1
                  && loop.biasAmplitude().volts() < Math.nextUp(10.0)
                  && loop.steps() > 0
                  && loop.steps() < 101;
          case Command other -> false;
        };
  }

  private static boolean isInUnitSquare(SurfacePoint point) {
    return Math.abs(point.x().metres()) <= 1 && Math.abs(point.y().metres()) <= 1;
  }

  private static boolean oracle(Cost spent, Cost estimate) {
    return estimate.time().seconds() >= 0
        && estimate.travel().metres() >= 0
        && estimate.loops() >= 0
        && spent.time().seconds() + estimate.time().seconds() <= 100
        && spent.travel().metres() + estimate.travel().metres() <= 50
        && Math.subtractExact(10, spent.loops()) >= estimate.loops();
  }

  private static Command anyCommand(SplittableRandom random) {
    return random.nextBoolean()
        ? move(
            Draws.anyDouble(random, 1),
            Draws.anyDouble(random, 1),
            random.nextBoolean() ? random.nextDouble(0.9, 2.1) : Draws.anyDouble(random, 2))
        : loop(
            Draws.anyDouble(random, 10),
            random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(-1, 103));
  }

  private static InstrumentState anyState(SplittableRandom random) {
    Quality quality =
        random.nextInt(4) == 0
            ? List.of(Quality.values()).get(random.nextInt(Quality.values().length))
            : Quality.GOOD;
    SurfacePoint at =
        random.nextBoolean()
            ? SurfacePoint.metres(0, 0)
            : SurfacePoint.metres(Draws.anyDouble(random, 1), Draws.anyDouble(random, 1));
    return new InstrumentState(at, new TimeSpan(0), 0, quality);
  }

  private static Cost anyCost(SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> cost(Draws.anyDouble(random, 60), Draws.anyDouble(random, 30), 0);
      case 1 -> cost(0, 0, random.nextInt(4) == 0 ? random.nextLong() >>> 1 : random.nextInt(12));
      default -> cost(random.nextDouble(60), random.nextDouble(30), random.nextInt(6));
    };
  }

  private static Cost cost(double seconds, double metres, long loops) {
    return new Cost(new TimeSpan(seconds), new Length(metres), loops);
  }

  private static Decision judge(Command command) {
    return judge(envelope(), command);
  }

  private static Decision judge(Envelope envelope, Command command) {
    return judgeFrom(envelope, 0, 0, command);
  }

  private static Decision judge(Command command, Cost spent, Cost estimate) {
    return EnvelopeCheck.judge(envelope(), standingAt(0, 0), spent, estimate, command);
  }

  private static Decision judgeFrom(Envelope envelope, double x, double y, Command command) {
    return EnvelopeCheck.judge(envelope, standingAt(x, y), Cost.NONE, Cost.NONE, command);
  }

  private static List<ProblemCode> codes(Decision decision) {
    return switch (decision) {
      case Permitted permitted -> List.of();
      case Refused refused -> refused.problems().stream().map(Problem::code).distinct().toList();
    };
  }
}
