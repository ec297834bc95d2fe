package dev.cantilever.tools.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "20 µm, 2e-5",
    "-5 V, -5",
    "300kHz, 3e5",
    "0.5, 0.5",
    "40 %, 0.4",
    "90 °, 1.5707963267948966",
    "2 h, 7200",
    "100 µL, 1e-7",
    "3 J/cm^2, 3e4",
    "100 mTorr, 13.332236842105263",
    "20 µm/s, 2e-5",
    "5 V*s, 5",
    "1e5 e/Å^2, 1e25"
  })
  void readsNumbersOnAWayOfItsOwn(String text, double value) throws IOException {
    assertThat(limit(text)[1]).isCloseTo(value, within(Math.abs(value) * 1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20 furlong", "many", "1 2", "5 kK", ""})
  void whatItCannotReadAllowsNothing(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limit(text))
        .withMessageContaining("second check");
  }

  @Test
  void readsWhatAParameterMayBeAndHowFastItMayChange() throws IOException {
    Map<String, double[]> limits =
        RawLimits.of(
            new YAMLMapper()
                .readTree(
                    """
                    maximum_fidelity: 2
                    maximum_loop_steps: 64
                    parameters:
                      - {parameter: flow, min: -1.5, max: 3, maximum_rate: 0.25}
                      - {parameter: turns, min: 1, max: 5}
                    """));
    assertThat(limits.get("parameter flow")).containsExactly(-1.5, 3);
    assertThat(limits.get("rate flow")).containsExactly(0, 0.25);
    assertThat(limits.get("rate turns")).containsExactly(0, 0);
    assertThat(limits.get("fidelity")).containsExactly(0, 2);
    assertThat(limits.get("loop_steps")).containsExactly(0, 64);
    assertThat(RawLimits.of(new YAMLMapper().readTree("{}")).get("fidelity")).containsExactly(0, 0);
  }

  private static double[] limit(String text) throws IOException {
    String yaml = "limits: [{channel: bias, min: \"-1 V\", max: \"" + text + "\"}]";
    return RawLimits.of(new YAMLMapper().readTree(yaml)).get("bias");
  }
}
