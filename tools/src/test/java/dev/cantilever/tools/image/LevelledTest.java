package dev.cantilever.tools.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Series;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LevelledTest {

  private static final int ROWS = 12;
  private static final int COLUMNS = 20;

  private static Frame frame(IntToDoubleFunction height) {
    double[] values = IntStream.range(0, ROWS * COLUMNS).mapToDouble(height).toArray();
    return new Frame(
        "Height",
        "m",
        ROWS,
        COLUMNS,
        new Length(1e-6),
        new Length(1e-6),
        Series.of(values),
        Quality.GOOD);
  }

  private static int row(int pixel) {
    return pixel / COLUMNS;
  }

  @Test
  void aTiltedPlaneIsNotRough() {
    Levelled levelled = Levelled.of(frame(i -> 7 + 0.3 * (i % COLUMNS) - 0.2 * row(i)));
    assertThat(levelled.rms()).isLessThan(1e-12);
    assertThat(levelled.range()).isLessThan(1e-12);
  }

  @Test
  void aWaveOnATiltHasTheRoughnessOfTheWave() {
    // a checkerboard of ± 1 is orthogonal to every plane where both sides are even
    Levelled levelled =
        Levelled.of(frame(i -> ((i % COLUMNS + row(i)) % 2 == 0 ? 1 : -1) + 0.5 * (i % COLUMNS)));
    assertThat(levelled.rms()).isCloseTo(1, within(0.01));
    assertThat(levelled.meanSize()).isCloseTo(1, within(0.01));
    assertThat(levelled.range()).isCloseTo(2, within(0.05));
  }
}
