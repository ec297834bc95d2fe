package dev.cantilever.drivers.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultScriptTest {

  private static final List<Fault> LOST = List.of(Fault.TIMEOUT_BEFORE, Fault.TIMEOUT_AFTER);

  @Test
  void theSameSeedGivesTheSameFaults() {
    FaultScript script = FaultScript.drawn(7, 1000, LOST, 0.1);
    assertThat(FaultScript.drawn(7, 1000, LOST, 0.1)).isEqualTo(script);
    assertThat(FaultScript.drawn(8, 1000, LOST, 0.1)).isNotEqualTo(script);
    assertThat(script.entries()).hasSizeBetween(60, 140); // 100 ± 4.2 standard deviations
  }

  @Test
  void aReadbackNeedsAChannelAndACommandANumber() {
    assertThatIllegalArgumentException().isThrownBy(() -> FaultScript.of(Fault.READBACK, 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> FaultScript.of(Fault.STUCK, 0, 0));
  }
}
