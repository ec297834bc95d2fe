package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.envelope.Wide.aged;
import static dev.cantilever.kernel.envelope.Wide.codes;
import static dev.cantilever.kernel.envelope.Wide.limit;
import static dev.cantilever.kernel.envelope.Wide.messages;
import static dev.cantilever.kernel.envelope.Wide.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Draws;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Length;
import java.awt.geom.AffineTransform;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CrossCheckTest {

  private static final Limit PROBE_X = limit(Channel.PROBE_X, -4, 9);
  private static final Limit PROBE_Y = limit(Channel.PROBE_Y, -7, 5);

  private static SpmCommand.SetFrame frame(
      double x, double y, double width, double height, double angle) {
    return new SpmCommand.SetFrame(
        SurfacePoint.metres(x, y),
        new Length(width),
        new Length(height),
        new Angle(angle),
        128,
        128);
  }

  /** One refusal for the centre and each side of the frame, turned by the JDK, that is outside. */
  @Test
  void refusesEveryCornerOfATurnedFrameThatLiesOutside() {
    Envelope envelope = Wide.but(PROBE_X, PROBE_Y);
    InstrumentState state =
        state(ProbeState.WITHDRAWN, BeamState.NONE, Readback.fresh(Channel.LINE_RATE, 1));
    AtomicInteger permitted = new AtomicInteger();
    Draws.each(
        5_000,
        random -> {
          double x = random.nextDouble(-5, 10);
          double y = random.nextDouble(-8, 6);
          double width = random.nextDouble(0.1, 12);
          double height = random.nextDouble(0.1, 12);
          double angle = random.nextDouble(-Math.PI, Math.PI);
          double[] points = {
            x,
            y,
            x - width / 2,
            y - height / 2,
            x + width / 2,
            y - height / 2,
            x + width / 2,
            y + height / 2,
            x - width / 2,
            y + height / 2
          };
          AffineTransform.getRotateInstance(angle, x, y).transform(points, 0, points, 0, 5);
          double[] across = IntStream.of(2, 4, 6, 8).mapToDouble(i -> points[i]).toArray();
          double[] along = IntStream.of(3, 5, 7, 9).mapToDouble(i -> points[i]).toArray();
          long outside =
              outside(-4, 9, x, min(across), max(across))
                  + outside(-7, 5, y, min(along), max(along));
          assertThat(codes(envelope, state, frame(x, y, width, height, angle)))
              .isEqualTo(Collections.nCopies((int) outside, ProblemCode.LIMIT));
          permitted.addAndGet(outside == 0 ? 1 : 0);
        });
    assertThat(permitted.get()).isBetween(500, 4_000);
  }

  private static double min(double[] values) {
    return DoubleStream.of(values).min().orElseThrow();
  }

  private static double max(double[] values) {
    return DoubleStream.of(values).max().orElseThrow();
  }

  private static long outside(double low, double high, double... values) {
    return DoubleStream.of(values).filter(value -> value < low || value > high).count();
  }

  /** There and back over 3 m at 5 Hz is 30 m/s. */
  @Test
  void reckonsTheTipSpeedOfAFrameARateAndAScanFromWhatIsReadBackOtherwise() {
    Readback width = Readback.fresh(Channel.FRAME_WIDTH, 3);
    Readback rate = Readback.fresh(Channel.LINE_RATE, 5);
    Command wide = frame(0, 0, 3, 1, 0);
    Command quick = new SpmCommand.SetRate(new Frequency(5));
    Command scan = Verbs.example(Verb.SPM_SCAN);
    assertTipSpeedOf30(wide, rate);
    assertTipSpeedOf30(quick, width);
    assertTipSpeedOf30(scan, width, rate);
    assertThat(codes(Wide.but(), tapping(), wide)).containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(Wide.but(), tapping(), quick)).containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(Wide.but(), tapping(width), scan)).containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(Wide.but(), tapping(rate), scan)).containsExactly(ProblemCode.INTERLOCK);
  }

  private static void assertTipSpeedOf30(Command command, Readback... readbacks) {
    assertThat(codes(speedUpTo(30), tapping(readbacks), command)).isEmpty();
    assertThat(codes(speedUpTo(Math.nextDown(30.0)), tapping(readbacks), command))
        .containsExactly(ProblemCode.LIMIT);
  }

  private static Envelope speedUpTo(double metresPerSecond) {
    return Wide.but(limit(Channel.PROBE_SPEED, 0, metresPerSecond));
  }

  private static InstrumentState tapping(Readback... readbacks) {
    return state(ProbeState.ENGAGED, BeamState.NONE, readbacks);
  }

  @Test
  void aReadbackOfTheTipSpeedIsTwoSecondsOldAtMost() {
    SpmCommand.SetRate quick = new SpmCommand.SetRate(new Frequency(5));
    assertThat(codes(Wide.but(), tapping(aged(Channel.FRAME_WIDTH, 3, 2)), quick)).isEmpty();
    assertThat(codes(Wide.but(), tapping(aged(Channel.FRAME_WIDTH, 3, Math.nextUp(2.0))), quick))
        .containsExactly(ProblemCode.INTERLOCK);
  }

  @Test
  void aFreeAmplitudeIsHalfAnHourOldAtMost() {
    Command set = Verbs.example(Verb.SPM_SET_SETPOINT);
    assertThat(codes(Wide.but(), tapping(aged(Channel.FREE_AMPLITUDE, 1, 1800)), set)).isEmpty();
    assertThat(
            codes(Wide.but(), tapping(aged(Channel.FREE_AMPLITUDE, 1, Math.nextUp(1800.0))), set))
        .containsExactly(ProblemCode.INTERLOCK);
  }

  @ParameterizedTest
  @EnumSource(
      value = Verb.class,
      names = {"STAGE_MOVE_TO", "STAGE_MOVE_BY", "STAGE_HOME"})
  void whatMovesTheStageNeedsTwentyMicrometresOfRoom(Verb verb) {
    Command move = Verbs.example(verb);
    assertThat(messages(Wide.but(), withRoom(20e-6), move)).isEmpty();
    assertThat(messages(Wide.but(), withRoom(Math.nextDown(20e-6)), move))
        .singleElement()
        .asString()
        .contains("it has 1.9999999999999998E-5 m");
    assertThat(messages(Wide.but(), state(ProbeState.PARKED, BeamState.NONE), move))
        .singleElement()
        .asString()
        .contains("it has none read back");
    assertThat(messages(Wide.but(), state(ProbeState.NONE, BeamState.NONE), move)).isEmpty();
  }

  @Test
  void switchingTheMotorsNeedsNoRoom() {
    assertThat(codes(Wide.but(), withRoom(0), Verbs.example(Verb.STAGE_ENABLE)))
        .isEqualTo(List.of());
  }

  private static InstrumentState withRoom(double metres) {
    return state(ProbeState.WITHDRAWN, BeamState.NONE, Readback.fresh(Channel.CLEARANCE, metres));
  }
}
