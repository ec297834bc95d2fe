package dev.cantilever.tools.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.dose.Exposed;
import dev.cantilever.kernel.port.ConnectionFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoseFileTest {

  @TempDir private Path folder;

  @Test
  void keepsEveryExposureToTheLastBit() {
    Exposed one = new Exposed(1.0 / 3, -2e-9, 1e-8, 1.2345678901234567e8);
    Exposed back = new Exposed(1.0 / 3, -2e-9, 1e-8, -1.2345678901234567e8);
    assertThat(new DoseFile(folder).all()).isEmpty();
    new DoseFile(folder).add(one);
    new DoseFile(folder).add(back);
    assertThat(new DoseFile(folder).all()).containsExactly(one, back);
  }

  @Test
  void aBrokenLineIsShownAndNothingIsGuessed() throws IOException {
    new DoseFile(folder).add(new Exposed(0, 0, 0, 1));
    Files.writeString(folder.resolve("doses.tsv"), "0\t0\t0\t1\n0\t0\n");
    assertThatThrownBy(() -> new DoseFile(folder).all())
        .isInstanceOf(ConnectionFailure.class)
        .hasMessageContaining("doses.tsv");
  }
}
