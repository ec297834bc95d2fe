package dev.cantilever.drivers.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnTest {

  @Test
  void readsNamesUnitsAndHeaders() {
    assertThat(Column.parse("n, theta [deg],P3HT [%] = P3HT content (%) , k = a = b [c]"))
        .hasValueSatisfying(
            columns ->
                assertThat(columns)
                    .containsExactly(
                        new Column("n", "1", "n"),
                        new Column("theta", "deg", "theta"),
                        new Column("P3HT", "%", "P3HT content (%)"),
                        new Column("k", "1", "a = b [c]")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a,",
        "a,,b",
        "a [mm",
        "a mm]",
        "[mm]",
        "a []",
        "a =",
        "= a",
        "a, a",
        "a, b = a",
        "a\tb",
        "a [mm] b",
        "a [a unit that is far too long]"
      })
  void refusesWhatNamesNoColumns(String text) {
    assertThat(Column.parse(text)).isEmpty();
  }

  @Test
  void takesFortyColumnsAtMost() {
    assertThat(Column.parse(names(40))).isPresent();
    assertThat(Column.parse(names(41))).isEmpty();
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
  }
}
