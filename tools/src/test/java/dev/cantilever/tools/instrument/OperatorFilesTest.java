package dev.cantilever.tools.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.EnvelopeStatus.Loaded;
import dev.cantilever.kernel.envelope.EnvelopeStatus.Missing;
import dev.cantilever.kernel.envelope.ParameterLimit;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorFilesTest {

  private static final InstrumentId OVEN = new InstrumentId("oven");
  private static final String WITHOUT_CONDITIONS =
      """
      name: oven v1
      limits:
        - {channel: bias, min: -1 V, max: 1 V}
      maximum_loop_steps: 8
      forbidden: []
      budget: {time: 1 h, travel: 0 m, loops: 0}
      """;
  private static final String WITH_CONDITIONS =
      WITHOUT_CONDITIONS
          + """
          parameters:
            - {parameter: dose, min: 0, max: 10}
          maximum_fidelity: 2
          """;

  @TempDir Path folder;

  /** Envelopes from before there were conditions stay valid, and allow none. */
  @Test
  void readsAnEnvelopeThatKnowsNoConditions() throws IOException {
    Loaded loaded = (Loaded) envelope(WITHOUT_CONDITIONS);
    assertThat(loaded.envelope().limit(Channel.BIAS)).isPresent();
    assertThat(loaded.envelope().parameters()).isEmpty();
    assertThat(loaded.envelope().maximumFidelity()).isZero();
  }

  @Test
  void readsLimitsOfParameters() throws IOException {
    Loaded loaded = (Loaded) envelope(WITH_CONDITIONS);
    assertThat(loaded.envelope().limit("dose")).contains(new ParameterLimit("dose", 0, 10));
    assertThat(loaded.envelope().maximumFidelity()).isEqualTo(2);
  }

  @Test
  void allowsNothingByAnEnvelopeThatIsNotValid() throws IOException {
    for (String broken :
        List.of(
            WITH_CONDITIONS.replace("max: 10", "max: -1"),
            WITH_CONDITIONS.replace("max: 10", "max: .inf"),
            WITH_CONDITIONS.replace("max: 10", "max: .nan"),
            WITH_CONDITIONS.replace("max: 10", "max: 10 C"),
            WITH_CONDITIONS.replace(", max: 10", ""),
            WITH_CONDITIONS.replace("parameter: dose", "parameter: \"\""),
            WITH_CONDITIONS.replace("maximum_fidelity: 2", "maximum_fidelity: two"),
            WITH_CONDITIONS.replace("parameters:", "parameter:"),
            WITH_CONDITIONS.replace("max: 10}", "max: 10}\n  - {parameter: dose, min: 0, max: 99}"),
            WITH_CONDITIONS + "maximum_fidelity: 9\n",
            "")) {
      assertThat(envelope(broken)).as(broken).isInstanceOf(Missing.class);
    }
  }

  @Test
  void laysDownEveryInstrumentThatShipsWithAValidEnvelope() {
    OperatorFiles files = new OperatorFiles(folder);
    files.layDownShipped();
    assertThat(files.instruments())
        .extracting(InstrumentId::value)
        .containsExactly(
            "afm",
            "crossed-barrel",
            "furnace",
            "ising",
            "library",
            "p3ht",
            "pfm",
            "pfm-pto",
            "stem");
    for (InstrumentId instrument : files.instruments()) {
      assertThat(files.envelope(instrument)).as(instrument.value()).isInstanceOf(Loaded.class);
      assertThat(files.profile(instrument).instrument()).isEqualTo(instrument);
    }
  }

  @Test
  void laysDownTheSameWhenSeveralDoItAtOnce() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int time = 0; time < 40; time++) {
        Path home = folder.resolve("home-" + time);
        Callable<Integer> laying =
            () -> {
              OperatorFiles files = new OperatorFiles(home);
              files.layDownShipped();
              return files.instruments().size();
            };
        for (Future<Integer> laid : threads.invokeAll(Collections.nCopies(8, laying))) {
          assertThat(laid.get()).isEqualTo(9);
        }
        try (Stream<Path> left = Files.list(home)) {
          assertThat(left).as("nothing unfinished stays").hasSize(9);
        }
      }
    }
  }

  private EnvelopeStatus envelope(String text) throws IOException {
    Path oven = Files.createDirectories(folder.resolve(OVEN.value()));
    Files.writeString(oven.resolve("envelope.yaml"), text);
    return new OperatorFiles(folder).envelope(OVEN);
  }
}
