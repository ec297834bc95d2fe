package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.envelope.Wide.aged;
import static dev.cantilever.kernel.envelope.Wide.codes;
import static dev.cantilever.kernel.envelope.Wide.limit;
import static dev.cantilever.kernel.envelope.Wide.messages;
import static dev.cantilever.kernel.envelope.Wide.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Readback;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeCheckTest {

  /** At most 3 m in one step, from what is read back at most 2 s ago. */
  @ParameterizedTest
  @CsvSource({
    "4, 1, 0, ''",
    "4, 7, 0, ''",
    "-4, -1, 0, ''",
    "4, 0.999, 0, STEP",
    "4, 7.001, 0, STEP",
    "4, -4, 0, STEP",
    "4, 4, 2, ''",
    "4, 4, 2.001, INTERLOCK",
    "4, 4, NaN, INTERLOCK",
    "4, NaN, 0, INTERLOCK",
  })
  void aStepEndsWithinItsLengthOfWhatIsReadBack(double to, double from, double age, String code) {
    Limit steps =
        new Limit(Channel.DEFOCUS, new Length(-10), new Length(10), Optional.of(new Length(3)));
    InstrumentState state =
        state(ProbeState.NONE, BeamState.BLANKED, aged(Channel.DEFOCUS, from, age));
    List<ProblemCode> expected = code.isEmpty() ? List.of() : List.of(ProblemCode.valueOf(code));
    assertThat(codes(Wide.but(steps), state, new StemCommand.SetDefocus(new Length(to))))
        .isEqualTo(expected);
    assertThat(codes(Wide.but(), state, new StemCommand.SetDefocus(new Length(to)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void noStepIsNothingNegativeOrNoNumber(double metres) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Limit(
                    Channel.DEFOCUS,
                    new Length(-10),
                    new Length(10),
                    Optional.of(new Length(metres))))
        .withMessageContaining("maximum step of defocus");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Limit(
                    Channel.DEFOCUS, new Length(-10), new Length(10), Optional.of(new Voltage(1))));
  }

  /** 2 · alpha + 0.5 · vacuum ≤ 3, where a tilt asks for alpha alone. */
  private static final Combined BOTH =
      new Combined(
          List.of(new Combined.Part(Channel.TILT_ALPHA, 2), new Combined.Part(Channel.VACUUM, 0.5)),
          3,
          "the seal lifts");

  private static List<ProblemCode> tilted(double alpha, Readback... readbacks) {
    StemCommand.MoveHolder tilt =
        new StemCommand.MoveHolder(
            SurfacePoint.metres(0, 0), new Length(0), new Angle(alpha), new Angle(0));
    return codes(
        Wide.with(List.of(), List.of(), List.of(BOTH)),
        state(ProbeState.NONE, BeamState.BLANKED, readbacks),
        tilt);
  }

  @Test
  void weighsWhatIsAskedTogetherWithWhatIsReadBack() {
    assertThat(tilted(1, Readback.fresh(Channel.VACUUM, 2))).isEmpty();
    assertThat(tilted(Math.nextUp(1.0), Readback.fresh(Channel.VACUUM, 2)))
        .containsExactly(ProblemCode.LIMIT);
    assertThat(tilted(1, Readback.fresh(Channel.VACUUM, 2.001))).containsExactly(ProblemCode.LIMIT);
    assertThat(tilted(1.4, Readback.fresh(Channel.VACUUM, 0.4))).isEmpty();
    assertThat(tilted(0.5, Readback.fresh(Channel.VACUUM, 4))).isEmpty();
    assertThat(tilted(1, aged(Channel.VACUUM, 2, 2))).isEmpty();
    assertThat(tilted(1, aged(Channel.VACUUM, 2, 2.001))).containsExactly(ProblemCode.LIMIT);
    assertThat(tilted(1)).containsExactly(ProblemCode.LIMIT);
  }

  @Test
  void leavesACommandAloneThatAsksForNoneOfTheChannels() {
    assertThat(
            codes(
                Wide.with(List.of(), List.of(), List.of(BOTH)),
                state(ProbeState.NONE, BeamState.BLANKED, Readback.fresh(Channel.VACUUM, 99)),
                new StemCommand.SetDefocus(new Length(1))))
        .isEmpty();
  }

  @Test
  void namesEveryChannelOfACombinedLimitAndItsReason() {
    assertThat(
            messages(
                Wide.with(List.of(), List.of(), List.of(BOTH)),
                state(ProbeState.NONE, BeamState.BLANKED, Readback.fresh(Channel.VACUUM, 8)),
                new StemCommand.MoveHolder(
                    SurfacePoint.metres(0, 0), new Length(0), new Angle(0), new Angle(0))))
        .containsExactly(
            "together [tilt alpha, column pressure] gives 4.0, allowed is 3.0"
                + " (the seal lifts, envelope wide v1); change one of them");
  }

  @Test
  void aCombinedLimitHasChannelsAndAFiniteMaximum() {
    List<Combined.Part> parts = BOTH.parts();
    assertThatIllegalArgumentException().isThrownBy(() -> new Combined(List.of(), 1, "no"));
    assertThatIllegalArgumentException().isThrownBy(() -> new Combined(parts, Double.NaN, "no"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Combined(parts, Double.POSITIVE_INFINITY, "no"));
  }

  @Test
  void namesTheStepTheChannelAndTheRange() {
    Limit narrow =
        new Limit(Channel.DEFOCUS, new Length(-1), new Length(1), Optional.of(new Length(3)));
    InstrumentState state =
        state(ProbeState.NONE, BeamState.BLANKED, Readback.fresh(Channel.DEFOCUS, 0));
    assertThat(messages(Wide.but(narrow), state, new StemCommand.SetDefocus(new Length(4))))
        .containsExactly(
            "defocus: 4 m is outside [-1 m, 1 m] (envelope wide v1);"
                + " propose a value inside or ask the operator",
            "defocus: from 0 m to 4 m is more than 3 m in one step; go there in several");
    assertThat(limit(Channel.DEFOCUS, -1, 1).maximumStep()).isEmpty();
  }
}
