package dev.cantilever.kernel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.vocabulary.id.InstrumentId;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverSetupTest {

  private static DriverSetup setup(Map<String, String> options) {
    return new DriverSetup(new InstrumentId("oven"), Path.of("oven"), options);
  }

  @Test
  void givesAnOptionThatTheProfileStatesAndMissesAnyOther() {
    DriverSetup setup = setup(Map.of("port", "5025"));
    assertThat(setup.required("port")).isEqualTo("5025");
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> setup.required("host"))
        .withMessage("profile of oven lacks the option \"host\"");
  }

  @Test
  void cannotBeChangedAfterwards() {
    Map<String, String> options = new HashMap<>(Map.of("port", "5025"));
    DriverSetup setup = setup(options);
    options.clear();
    assertThat(setup.required("port")).isEqualTo("5025");
  }
}
