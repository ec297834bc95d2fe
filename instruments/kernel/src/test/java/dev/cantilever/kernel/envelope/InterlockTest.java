package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.envelope.Wide.aged;
import static dev.cantilever.kernel.envelope.Wide.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.quantity.Ratio;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterlockTest {

  private static Interlock flow(double min, double max, double age) {
    return new Interlock(
        Channel.GAS_FLOW,
        new Ratio(min),
        new Ratio(max),
        new TimeSpan(age),
        Severity.HOLD,
        "oxygen flows");
  }

  @ParameterizedTest
  @CsvSource({
    "0.5, 0, ''",
    "0.8, 0, ''",
    "0.6, 3, ''",
    "0.49999999999999994, 0, 'gas flow reads 0.49999999999999994, allowed is [0.5, 0.8]'",
    "0.8000000000000002, 0, 'gas flow reads 0.8000000000000002, allowed is [0.5, 0.8]'",
    "0.6, 3.0000000000000004, 'gas flow is GOOD and'",
    "NaN, 0, 'gas flow is BAD and'",
  })
  void isWellWhereTheChannelReadsWithinItsLimitsAndWasReadLately(
      double share, double age, String wrong) {
    var violation =
        flow(0.5, 0.8, 3)
            .violation(state(ProbeState.NONE, BeamState.NONE, aged(Channel.GAS_FLOW, share, age)));
    if (wrong.isEmpty()) {
      assertThat(violation).isEmpty();
    } else {
      assertThat(violation)
          .hasValueSatisfying(words -> assertThat(words).contains(wrong, "(oxygen flows)"));
    }
  }

  @Test
  void isWrongWhereTheChannelIsNotReadBack() {
    assertThat(flow(0.5, 0.8, 3).violation(state(ProbeState.NONE, BeamState.NONE)))
        .contains("gas flow is not read back (oxygen flows)");
  }

  @Test
  void mayDemandOneValueButNoneThatCannotBe() {
    assertThat(flow(0.5, 0.5, 3).min()).isEqualTo(new Ratio(0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> flow(0.8, 0.5, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> flow(Double.NaN, 0.5, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> flow(0.5, 0.8, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> flow(0.5, 0.8, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Interlock(
                    Channel.GAS_FLOW,
                    new Voltage(0),
                    new Ratio(1),
                    new TimeSpan(1),
                    Severity.HOLD,
                    "no"));
  }
}
