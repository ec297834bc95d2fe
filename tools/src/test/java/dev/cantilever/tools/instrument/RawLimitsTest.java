package dev.cantilever.tools.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
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

  private static double[] limit(String text) throws IOException {
    String yaml = "limits: [{channel: bias, min: \"-1 V\", max: \"" + text + "\"}]";
    return RawLimits.of(new YAMLMapper().readTree(yaml)).get("bias");
  }
}
