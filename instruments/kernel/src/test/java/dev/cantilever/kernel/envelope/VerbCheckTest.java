package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.envelope.Wide.codes;
import static dev.cantilever.kernel.envelope.Wide.limit;
import static dev.cantilever.kernel.envelope.Wide.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.SynthesisCommand;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Fluence;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Pressure;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.Ratio;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.Temperature;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps, combined limits, interlocks and the rules that tie several numbers together. */
class VerbCheckTest {

  private static final SurfacePoint ORIGIN = SurfacePoint.metres(0, 0);
  private static final Budget BUDGET =
      new Budget(new TimeSpan(1e6), new Length(1e3), 100, new TimeSpan(1e6), new Impulse(1e6));

  private static InstrumentState scanning(ProbeState probe) {
    return state(
        probe,
        BeamState.NONE,
        Readback.fresh(Channel.FRAME_WIDTH, 1e-6),
        Readback.fresh(Channel.LINE_RATE, 1));
  }

  @Test
  void everyCornerOfATurnedFrameLiesInside() {
    Envelope envelope =
        Wide.but(limit(Channel.PROBE_X, -1e-6, 1e-6), limit(Channel.PROBE_Y, -1e-6, 1e-6));
    InstrumentState state =
        state(ProbeState.WITHDRAWN, BeamState.NONE, Readback.fresh(Channel.LINE_RATE, 1));
    assertThat(codes(envelope, state, frame(1.9e-6, 0))).isEmpty();
    assertThat(codes(envelope, state, frame(1.9e-6, Math.PI / 4))).contains(ProblemCode.LIMIT);
    assertThat(codes(envelope, state, frame(1.9e-6, Double.NaN))).contains(ProblemCode.LIMIT);
  }

  private static SpmCommand.SetFrame frame(double side, double angle) {
    return new SpmCommand.SetFrame(
        ORIGIN, new Length(side), new Length(side), new Angle(angle), 128, 128);
  }

  /** 2 · 1 µm · rate ≤ 10 µm/s. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 4.99, 5.01, 20, Double.NaN})
  void theTipIsNoFasterThanItMay(double rate) {
    Envelope envelope = Wide.but(limit(Channel.PROBE_SPEED, 0, 1e-5));
    SpmCommand.SetRate set = new SpmCommand.SetRate(new Frequency(rate));
    assertThat(codes(envelope, scanning(ProbeState.ENGAGED), set).isEmpty()).isEqualTo(rate <= 5);
    assertThat(codes(envelope, state(ProbeState.ENGAGED, BeamState.NONE), set))
        .contains(ProblemCode.INTERLOCK);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 19.9e-6, 20e-6, 1e-3, Double.NaN})
  void aStageMovesOnlyWithRoomUnderTheProbe(double room) {
    StageCommand.MoveTo move = new StageCommand.MoveTo(ORIGIN, new Speed(1e-3));
    InstrumentState state =
        state(ProbeState.WITHDRAWN, BeamState.NONE, Readback.fresh(Channel.CLEARANCE, room));
    assertThat(codes(Wide.but(), state, move).isEmpty()).isEqualTo(room >= 20e-6);
    assertThat(codes(Wide.but(), state(ProbeState.ENGAGED, BeamState.NONE), move))
        .contains(ProblemCode.STATE);
  }

  @Test
  void aSetpointNeedsAFreeAmplitudeOfTheLastHalfHour() {
    SpmCommand.SetSetpoint set = new SpmCommand.SetSetpoint(new Ratio(0.8));
    assertThat(codes(Wide.but(), free(1799), set)).isEmpty();
    assertThat(codes(Wide.but(), free(1801), set)).containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(Wide.but(), state(ProbeState.WITHDRAWN, BeamState.NONE), set))
        .containsExactly(ProblemCode.INTERLOCK);
  }

  private static InstrumentState free(double age) {
    return state(
        ProbeState.WITHDRAWN,
        BeamState.NONE,
        new Readback(Channel.FREE_AMPLITUDE, new Length(2e-8), new TimeSpan(age), Quality.GOOD));
  }

  @Test
  void theDriveDoesNotChangeUnderAnEngagedProbe() {
    SpmCommand.SetDrive set = new SpmCommand.SetDrive(new Voltage(1), new Frequency(3e5));
    assertThat(codes(Wide.but(), state(ProbeState.ENGAGED, BeamState.NONE), set))
        .containsExactly(ProblemCode.STATE);
    assertThat(codes(Wide.but(), state(ProbeState.WITHDRAWN, BeamState.NONE), set)).isEmpty();
  }

  /** 10 V for 2 s is 20 V·s, of whatever sign. */
  @ParameterizedTest
  @ValueSource(doubles = {-10, 10})
  void biasTimesTimeIsLimited(double volts) {
    Envelope envelope = Wide.but(limit(Channel.BIAS_IMPULSE, 0, 15));
    InstrumentState engaged = state(ProbeState.ENGAGED, BeamState.NONE);
    assertThat(codes(envelope, engaged, pulse(volts, 1))).isEmpty();
    assertThat(codes(envelope, engaged, pulse(volts, 2))).containsExactly(ProblemCode.LIMIT);
  }

  private static SpmCommand.BiasPulse pulse(double volts, double seconds) {
    return new SpmCommand.BiasPulse(new Voltage(volts), new TimeSpan(seconds));
  }

  /** 10 V over 2 µm at 1 µm/s is 20 V·s, of whatever sign. */
  @ParameterizedTest
  @ValueSource(doubles = {-10, 10})
  void biasTimesTheTimeOfALineIsLimited(double volts) {
    Envelope envelope = Wide.but(limit(Channel.BIAS_IMPULSE, 0, 15));
    InstrumentState engaged = state(ProbeState.ENGAGED, BeamState.NONE);
    assertThat(codes(envelope, engaged, line(volts, 1e-6, 1e-6))).isEmpty();
    assertThat(codes(envelope, engaged, line(volts, 2e-6, 1e-6)))
        .containsExactly(ProblemCode.LIMIT);
    assertThat(codes(envelope, engaged, line(volts, 2e-6, 2e-6))).isEmpty();
    assertThat(codes(envelope, engaged, line(volts, 0, 0))).containsExactly(ProblemCode.LIMIT);
    assertThat(codes(envelope, engaged.at(SurfacePoint.metres(1e-6, 0)), line(volts, 2e-6, 1e-6)))
        .isEmpty();
  }

  private static SpmCommand.Lithography line(double volts, double x, double speed) {
    return new SpmCommand.Lithography(
        SurfacePoint.metres(x, 0), new Voltage(volts), new Speed(speed));
  }

  @Test
  void aStepIsMeasuredFromWhatIsReadBack() {
    Quantity step = new Length(1e-7);
    Limit defocus =
        new Limit(Channel.DEFOCUS, new Length(-1e-6), new Length(1e-6), Optional.of(step));
    StemCommand.SetDefocus set = new StemCommand.SetDefocus(new Length(2e-7));
    assertThat(codes(Wide.but(defocus), defocusAt(1.5e-7, 0), set)).isEmpty();
    assertThat(codes(Wide.but(defocus), defocusAt(0, 0), set)).containsExactly(ProblemCode.STEP);
    assertThat(codes(Wide.but(defocus), defocusAt(1.5e-7, 3), set))
        .containsExactly(ProblemCode.INTERLOCK);
  }

  private static InstrumentState defocusAt(double metres, double age) {
    return state(
        ProbeState.NONE,
        BeamState.BLANKED,
        new Readback(Channel.DEFOCUS, new Length(metres), new TimeSpan(age), Quality.GOOD));
  }

  /** A series of ±0.6 µm around 0.3 µm reaches from -0.3 to 0.9 µm. */
  @ParameterizedTest
  @CsvSource({
    "-0.3, 0.9, , ''",
    "-0.29, 0.9, , LIMIT",
    "-0.3, 0.89, , LIMIT",
    "-0.3, 0.9, 0.6, ''",
    "-0.3, 0.9, 0.59, STEP STEP"
  })
  void aFocusSeriesStaysWhereTheDefocusMayGo(double min, double max, Double step, String codes) {
    Limit defocus =
        new Limit(
            Channel.DEFOCUS,
            new Length(min * 1e-6 * (1 + 1e-9)),
            new Length(max * 1e-6 * (1 + 1e-9)),
            Optional.ofNullable(step).map(micron -> new Length(micron * 1e-6 * (1 + 1e-9))));
    StemCommand.AutoFocus focus =
        new StemCommand.AutoFocus(new Length(0.6e-6), StemCommand.Sharpness.VARIANCE);
    assertThat(
            codes(Wide.but(defocus), defocusAt(0.3e-6, 0), focus).stream()
                .map(Enum::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(codes);
    assertThat(codes(Wide.but(defocus), defocusAt(0.3e-6, 3), focus))
        .contains(ProblemCode.INTERLOCK);
    assertThat(codes(Wide.but(), state(ProbeState.NONE, BeamState.BLANKED), focus))
        .containsExactly(ProblemCode.INTERLOCK);
  }

  @Test
  void whatMovesTheBeamOverTheSampleMustReadBack() {
    StemCommand.SetImageShift shift =
        new StemCommand.SetImageShift(new Length(1e-7), new Length(0));
    StemCommand.SetBeamTilt tilt = new StemCommand.SetBeamTilt(new Angle(1e-3), new Angle(0));
    InstrumentState blind = state(ProbeState.NONE, BeamState.BLANKED);
    assertThat(codes(Wide.but(), blind, shift)).containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(Wide.but(), blind, tilt)).containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(Wide.but(), reading(Channel.IMAGE_SHIFT_X, Channel.IMAGE_SHIFT_Y), shift))
        .isEmpty();
    assertThat(codes(Wide.but(), reading(Channel.BEAM_TILT_X, Channel.BEAM_TILT_Y), tilt))
        .isEmpty();
    assertThat(codes(Wide.but(), reading(Channel.BEAM_TILT_X), tilt))
        .containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(Wide.but(), reading(Channel.IMAGE_SHIFT_Y), shift))
        .containsExactly(ProblemCode.INTERLOCK);
  }

  private static InstrumentState reading(Channel... channels) {
    return state(
        ProbeState.NONE,
        BeamState.BLANKED,
        Arrays.stream(channels)
            .map(channel -> Readback.fresh(channel, 0))
            .toArray(Readback[]::new));
  }

  @Test
  void tiltsAreLimitedTogether() {
    Combined both =
        new Combined(
            List.of(
                new Combined.Part(Channel.TILT_ALPHA, 1), new Combined.Part(Channel.TILT_BETA, 1)),
            0.5,
            "the holder touches the lens");
    Envelope envelope = Wide.with(List.of(), List.of(), List.of(both));
    InstrumentState blanked = state(ProbeState.NONE, BeamState.BLANKED);
    assertThat(codes(envelope, blanked, tilt(0.4, 0.05))).isEmpty();
    assertThat(codes(envelope, blanked, tilt(0.4, 0.2))).containsExactly(ProblemCode.LIMIT);
    assertThat(codes(envelope, blanked, tilt(0.4, Double.NaN))).contains(ProblemCode.LIMIT);
  }

  private static StemCommand.MoveHolder tilt(double alpha, double beta) {
    return new StemCommand.MoveHolder(ORIGIN, new Length(0), new Angle(alpha), new Angle(beta));
  }

  @Test
  void nothingActsWithoutAFreshAndGoodInterlock() {
    Interlock flow =
        new Interlock(
            Channel.GAS_FLOW,
            new Ratio(0.5),
            new Ratio(1),
            new TimeSpan(2),
            Severity.SAFE_STOP,
            "oxygen flows");
    Envelope envelope =
        new Envelope(
            "furnace v1",
            Wide.but().limits(),
            0,
            List.of(),
            BUDGET,
            List.of(),
            0,
            List.of(),
            List.of(flow));
    SynthesisCommand.Deposit deposit =
        new SynthesisCommand.Deposit(
            "BiFeO3", 100, new Fluence(1e4), new Temperature(900), new Pressure(10));
    assertThat(codes(envelope, flow(0.8, 0, Quality.GOOD), deposit)).isEmpty();
    assertThat(codes(envelope, flow(0.2, 0, Quality.GOOD), deposit))
        .containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(envelope, flow(0.8, 2.1, Quality.GOOD), deposit))
        .containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(envelope, flow(0.8, Double.NaN, Quality.GOOD), deposit))
        .containsExactly(ProblemCode.INTERLOCK);
    assertThat(codes(envelope, flow(Double.NaN, 0, Quality.GOOD), deposit))
        .containsExactly(ProblemCode.INTERLOCK);
    for (Quality quality : Quality.values()) {
      assertThat(codes(envelope, flow(0.8, 0, quality), deposit).isEmpty())
          .isEqualTo(quality == Quality.GOOD);
    }
    assertThat(codes(envelope, state(ProbeState.NONE, BeamState.NONE), deposit))
        .containsExactly(ProblemCode.INTERLOCK);
  }

  private static InstrumentState flow(double share, double age, Quality quality) {
    return state(
        ProbeState.NONE,
        BeamState.NONE,
        new Readback(Channel.GAS_FLOW, new Ratio(share), new TimeSpan(age), quality));
  }

  /** K2: whatever single limit is missing, a command that needs it is refused. */
  @Test
  void aChannelWithoutALimitCannotBeUsed() {
    for (Command command : List.of(pulse(1, 1), tilt(0.1, 0.1), scanFrame())) {
      InstrumentState state =
          state(ProbeState.ENGAGED, BeamState.BLANKED, Readback.fresh(Channel.LINE_RATE, 1));
      assertThat(codes(Wide.but(), state, command)).isEmpty();
      command.demands().stream()
          .map(demand -> demand.channel())
          .forEach(
              channel -> {
                List<Limit> fewer =
                    Wide.but().limits().stream().filter(one -> one.channel() != channel).toList();
                Envelope lacking =
                    new Envelope("lacking v1", fewer, 100, List.of(), BUDGET, List.of(), 0);
                assertThat(codes(lacking, state, command)).contains(ProblemCode.LIMIT);
              });
    }
  }

  private static Command scanFrame() {
    return frame(1e-6, 0);
  }

  @Test
  void everyVerbHasOneRecordAndEveryRecordAVerb() {
    assertThat(
            Arrays.stream(dev.cantilever.vocabulary.command.Verb.values())
                .map(verb -> verb.command())
                .distinct())
        .hasSize(dev.cantilever.vocabulary.command.Verb.values().length);
  }
}
