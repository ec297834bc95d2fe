package dev.cantilever.tools.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.tools.file.content.UnreadableFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompositionTableTest {

  private static final String GOOD =
      """
      # measured by WDS
      x[mm],y[mm],Sm[1],Bi,error
      0,0,0.1,0.9,0.002
      0,1,0.1,0.9,0.002
      2,0,0.2,0.8,0.003
      2,1,0.2,0.8,0.003
      """;

  private static CompositionTable read(String text) {
    return CompositionTable.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void placesAreReadInMetresAndElementsInTheOrderOfTheFile() {
    CompositionTable table = read(GOOD);
    assertThat(table.elements()).containsExactly("Sm", "Bi");
    assertThat(table.x().toArray()).containsExactly(0, 0, 2e-3, 2e-3);
    assertThat(table.y().toArray()).containsExactly(0, 1e-3, 0, 1e-3);
    assertThat(table.fractions().get(1).toArray()).containsExactly(0.9, 0.9, 0.8, 0.8);
    assertThat(table.errors().orElseThrow().toArray()).containsExactly(0.002, 0.002, 0.003, 0.003);
  }

  @Test
  void theUnitOfAPlaceIsTheFiles() {
    assertThat(read(GOOD.replace("x[mm]", "x[µm]")).x().toArray())
        .containsExactly(0, 0, 2e-6, 2e-6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x[mm] | x | x and y have a unit of length",
        "x[mm] | x[s] | x and y have a unit of length",
        "y[mm] | z | a column y[mm] is needed",
        "Sm[1] | Sm[V] | fractions have the unit 1",
        "Bi | Sm | two columns have one name",
        "0.8,0.003 | 1.01,0.003 | a fraction lies between 0 and 1",
        "0.8,0.003 | NaN,0.003 | a fraction lies between 0 and 1",
        "0.8,0.003 | 0.8,-1 | the error of a fraction lies between 0 and 1",
        "2,1, | 2e9,1, | a place lies within a metre",
      })
  void whatATableLacksIsNamed(String good, String bad, String words) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(GOOD.replace(good, bad)))
        .withMessageContaining(words);
  }

  @Test
  void fewerThanFourPlacesAreNoMap() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> read(GOOD.replace("2,1,0.2,0.8,0.003\n", "")))
        .withMessageContaining("4 to 500 places");
  }

  @Test
  void whatIsNoTableIsNotRead() {
    assertThatThrownBy(() -> read("x[mm],y[mm],Sm\n1,2\n")).isInstanceOf(UnreadableFile.class);
    assertThatThrownBy(() -> read("")).isInstanceOf(UnreadableFile.class);
  }
}
