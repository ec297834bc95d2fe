package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.key;
import static dev.cantilever.kernel.Examples.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.kernel.second.SecondCheck;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PermitTest {

  private static final Command MOVE = move(0.5, 0, 1.5);

  private static Permit permit(SecondCheck second) {
    return new Permit(key(1), MOVE, () -> true, second);
  }

  @Test
  void namesItsVerbWithoutBeingSpent() {
    Permit permit = permit(SecondCheck.none());
    assertThat(permit.verb()).isEqualTo(Verb.SPM_MOVE_PROBE);
    assertThat(permit.verb()).isEqualTo(Verb.SPM_MOVE_PROBE);
    assertThat(permit.redeem()).isEqualTo(MOVE);
  }

  @Test
  void theLastLookRefusesANumberThatIsNoLongerTheOneThatWasJudged() {
    Permit permit =
        permit(
            SecondCheck.by(
                Map.of(
                    "probe_x", new double[] {-1, 1},
                    "probe_y", new double[] {-1, 1},
                    "probe_speed", new double[] {1, 2})));
    assertThatCode(() -> permit.lastLook(List.of("MoveProbe", "0.5", "0.0", "1.5")))
        .doesNotThrowAnyException();
    assertThatExceptionOfType(PermitRefused.class)
        .isThrownBy(() -> permit.lastLook(List.of("MoveProbe", "5.0", "0.0", "1.5")))
        .withMessage(
            "the second check refuses: MoveProbe: 5.0 of probe_x lies outside of the envelope's text");
  }
}
