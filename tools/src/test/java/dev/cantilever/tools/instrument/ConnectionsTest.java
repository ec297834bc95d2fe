package dev.cantilever.tools.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has an instrument in this process, and who may copy its files. */
class ConnectionsTest {

  private static final InstrumentId LIBRARY = new InstrumentId("library");

  @TempDir private Path folder;

  @Test
  void whoLooksFindsTheGateOfWhoeverHasTheInstrumentAndOpensNone() {
    try (InstrumentRack looks = InstrumentRack.open(folder)) {
      assertThat(looks.glimpse(LIBRARY)).isEmpty();
      assertThat(folder.resolve("library/ledger.tsv")).doesNotExist();
      try (InstrumentRack runs = InstrumentRack.open(folder)) {
        Gate gate = runs.gate(LIBRARY);
        assertThat(looks.glimpse(LIBRARY).map(Glimpse::description)).contains(gate.describe());
      }
      assertThat(looks.glimpse(LIBRARY)).isEmpty();
    }
  }

  @Test
  void filesAreCopiedOnlyWhileNobodyHereHasTheInstrument() {
    try (InstrumentRack looks = InstrumentRack.open(folder)) {
      assertThat(looks.whileFree(LIBRARY, () -> "copied")).contains("copied");
      try (InstrumentRack runs = InstrumentRack.open(folder)) {
        runs.gate(LIBRARY);
        assertThat(looks.whileFree(LIBRARY, () -> "copied")).isEmpty();
      }
      assertThat(looks.whileFree(LIBRARY, () -> "copied")).contains("copied");
    }
  }

  @Test
  void whoConnectsWaitsForWhoCopiesAndIsNotRefused() throws InterruptedException {
    try (InstrumentRack looks = InstrumentRack.open(folder);
        InstrumentRack runs = InstrumentRack.open(folder)) {
      Thread connecting = new Thread(() -> runs.gate(LIBRARY));
      looks.whileFree(
          LIBRARY,
          () -> {
            connecting.start();
            assertThat(looks.glimpse(LIBRARY)).isEmpty();
            return "copied";
          });
      connecting.join();
      assertThat(looks.glimpse(LIBRARY)).isPresent();
    }
  }
}
