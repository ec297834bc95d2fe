package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.envelope.Wide.codes;
import static dev.cantilever.kernel.envelope.Wide.limit;
import static dev.cantilever.kernel.envelope.Wide.state;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Examples;
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
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Space is x in [-4, 9] and y in [-7, 5], with a scratch from (2, -1) to (3, 1). */
class PathCheckTest {

  private static Envelope scratched() {
    return Wide.with(
        List.of(Examples.region(2, -1, 3, 1)),
        List.of(),
        List.of(),
        limit(Channel.PROBE_X, -4, 9),
        limit(Channel.PROBE_Y, -7, 5),
        limit(Channel.BEAM_X, -4, 9),
        limit(Channel.BEAM_Y, -7, 5),
        limit(Channel.STAGE_X, -4, 9),
        limit(Channel.STAGE_Y, -7, 5));
  }

  private static InstrumentState at(ProbeState probe, BeamState beam, double x, double y) {
    return state(probe, beam).at(SurfacePoint.metres(x, y));
  }

  private static SpmCommand.MoveProbe probe(double x, double y) {
    return Examples.move(x, y, 1);
  }

  private static SpmCommand.Lithography line(double x, double y) {
    return new SpmCommand.Lithography(SurfacePoint.metres(x, y), new Voltage(0), new Speed(1));
  }

  private static StemCommand.PlaceBeam beam(double x, double y) {
    return new StemCommand.PlaceBeam(SurfacePoint.metres(x, y));
  }

  private static StageCommand.MoveTo stage(double x, double y) {
    return new StageCommand.MoveTo(SurfacePoint.metres(x, y), new Speed(1));
  }

  private static StageCommand.MoveBy by(double x, double y) {
    return new StageCommand.MoveBy(new Length(x), new Length(y), new Speed(1));
  }

  /** The number of refusals, each of a limit: of the end, of the start, of what lies between. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 0, 0",
    "0, 0, 5, 0, 1",
    "0, 0, 5, 4, 0",
    "0, 0, 9, 5, 0",
    "5, 0, 5, -7, 0",
    "0, 4, 9.001, 4, 1",
    "0, 4, 0, 5.001, 1",
    "-4, 4, -4.001, -7.001, 2",
    "-4.001, 4, 0, 4, 1",
    "9.001, 4, 5, 4, 1",
    "0, 5.001, 0, 4, 1",
    "0, -7.001, 0, 4, 1",
    "9.001, 5.001, 0, 4, 1",
    "9.001, 0, -4.001, 0, 3",
  })
  void everyMoveStartsEndsAndGoesWhereItMay(
      double fromX, double fromY, double toX, double toY, int refusals) {
    for (Command move : List.of(probe(toX, toY), line(toX, toY), beam(toX, toY), stage(toX, toY))) {
      InstrumentState state =
          move instanceof StemCommand
              ? at(ProbeState.NONE, BeamState.BLANKED, fromX, fromY)
              : at(ProbeState.NONE, BeamState.NONE, fromX, fromY);
      assertThat(codes(scratched(), state, move))
          .hasSize(refusals)
          .allMatch(code -> code == ProblemCode.LIMIT);
    }
    assertThat(
            codes(
                scratched(),
                at(ProbeState.NONE, BeamState.NONE, fromX, fromY),
                by(toX - fromX, toY - fromY)))
        .hasSize(refusals)
        .allMatch(code -> code == ProblemCode.LIMIT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Verb.class,
      names = {"SPM_LOOP", "SPM_BIAS_PULSE", "SPM_FORCE_CURVE"})
  void whatIsDoneOnTheSpotIsDoneWhereTheProbeMayStand(Verb verb) {
    Command command = Verbs.example(verb);
    assertThat(codes(scratched(), engagedAt(0, 0), command)).isEmpty();
    assertThat(codes(scratched(), engagedAt(9, 5), command)).isEmpty();
    assertThat(codes(scratched(), engagedAt(9.001, 0), command)).containsExactly(ProblemCode.LIMIT);
    assertThat(codes(scratched(), engagedAt(0, 5.001), command)).containsExactly(ProblemCode.LIMIT);
    assertThat(codes(scratched(), engagedAt(2.5, 0), command)).containsExactly(ProblemCode.LIMIT);
    assertThat(codes(scratched(), engagedAt(Double.NaN, 0), command)).hasSize(2);
  }

  private static InstrumentState engagedAt(double x, double y) {
    return at(ProbeState.ENGAGED, BeamState.NONE, x, y);
  }

  @Test
  void whatMovesNothingMayStandAnywhere() {
    for (Verb verb : List.of(Verb.SPM_SET_RATE, Verb.SPM_READ_METERS, Verb.SPM_SET_FORCE)) {
      InstrumentState lost =
          new InstrumentState(
              SurfacePoint.metres(99, 99),
              engagedAt(0, 0).elapsed(),
              0,
              engagedAt(0, 0).quality(),
              engagedAt(0, 0).device(),
              ProbeState.ENGAGED,
              BeamState.NONE,
              List.of(Readback.fresh(Channel.FRAME_WIDTH, 1)));
      assertThat(codes(scratched(), lost, Verbs.example(verb))).isEmpty();
    }
  }
}
