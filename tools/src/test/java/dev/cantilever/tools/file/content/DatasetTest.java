package dev.cantilever.tools.file.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Axes and values belong together, and stay so when an axis is turned round. */
class DatasetTest {

  private static final DataAxis Y = new DataAxis.Even("y", "m", 2, 5, -1);
  private static final DataAxis X = new DataAxis.Listed("x", "m", Series.of(0, 1, 4));

  @Test
  void everyCombinationOfPositionsHasOneValue() {
    assertThat(dataset(Series.of(1, 2, 3, 4, 5, 6)).shape()).containsExactly(2, 3);
    assertThatThrownBy(() -> dataset(Series.of(1, 2, 3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 positions, but 3 values");
  }

  @Test
  void anAscendingDatasetHasTheSameValueAtTheSamePlace() {
    Dataset turned = dataset(Series.of(1, 2, 3, 4, 5, 6)).ascending();
    assertThat(turned.axes().get(0)).isEqualTo(new DataAxis.Even("y", "m", 2, 4, 1));
    assertThat(turned.axes().get(1)).isEqualTo(X);
    assertThat(turned.values()).isEqualTo(Series.of(4, 5, 6, 1, 2, 3));
  }

  @Test
  void turningAnAxisTwiceChangesNothing() {
    Dataset dataset = dataset(Series.of(1, 2, 3, 4, 5, 6));
    assertThat(dataset.reversed(1).values()).isEqualTo(Series.of(3, 2, 1, 6, 5, 4));
    assertThat(dataset.reversed(1).reversed(1)).isEqualTo(dataset);
  }

  @Test
  void positionsAreEvenWhereNoneIsOffByAThousandthOfAStep() {
    DataAxis.Listed even = new DataAxis.Listed("x", "m", Series.of(1, 2.0005, 3));
    DataAxis.Listed uneven = new DataAxis.Listed("x", "m", Series.of(1, 2.002, 3));
    assertThat(even.even()).contains(new DataAxis.Even("x", "m", 3, 1, 1));
    assertThat(uneven.even()).isEmpty();
    assertThat(new DataAxis.Listed("x", "m", Series.of(2, 2)).even()).isEmpty();
    assertThat(new DataAxis.Listed("x", "m", Series.of(1, Double.NaN, 3)).even()).isEmpty();
  }

  @Test
  void anAxisWithoutExtentIsNone() {
    assertThatThrownBy(() -> new DataAxis.Even("x", "m", 3, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DataAxis.Even("x", "m", 3, Double.NaN, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new DataAxis.Listed("x", "m", Series.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void metadataAreBoundedAndSayWhatTheyDropped() {
    Metadata.Builder builder = Metadata.builder();
    for (int i = 0; i < 20_010; i++) {
      builder.put("key " + i, "value");
    }
    builder.put("long", "x".repeat(100_000));
    Metadata metadata = builder.build();
    assertThat(metadata.entries()).hasSize(20_001);
    assertThat(metadata.get("entries that were not kept")).contains("11");
  }

  private static Dataset dataset(Series values) {
    return new Dataset("height", "height", "nm", List.of(Y, X), values, Metadata.NONE);
  }
}
