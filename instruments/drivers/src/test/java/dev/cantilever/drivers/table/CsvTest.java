package dev.cantilever.drivers.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.drivers.table.Csv.Line;
import dev.cantilever.kernel.port.ConnectionFailure;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  @Test
  void readsLinesOfEitherEndAndALastOneWithout() {
    List<Line> lines =
        List.of(
            new Line(1, List.of("a", "b")),
            new Line(2, List.of("1", "2")),
            new Line(3, List.of("3", "")));
    assertThat(read("a,b\n1,2\n3,\n")).isEqualTo(lines);
    assertThat(read("a,b\r\n1,2\r\n3,\r\n")).isEqualTo(lines);
    assertThat(read("a,b\r\n1,2\n3,")).isEqualTo(lines);
    assertThat(read("")).isEmpty();
  }

  @Test
  void readsQuotedFields() {
    assertThat(read("\"a, b\",\"say \"\"c\"\"\"\n\"two\nlines\",\"\"\nlast,one\n"))
        .containsExactly(
            new Line(1, List.of("a, b", "say \"c\"")),
            new Line(2, List.of("two\nlines", "")),
            new Line(4, List.of("last", "one")));
  }

  @Test
  void leavesOutBlanksAroundPlainFieldsOnly() {
    assertThat(read(" a , b\n\" a \",b\n"))
        .containsExactly(new Line(1, List.of("a", "b")), new Line(2, List.of(" a ", "b")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "a,b~1~                | 2 | 1 fields, but the first line has 2",
        "a,b~1,2~3,4,5~        | 3 | 3 fields, but the first line has 2",
        "a,b~1,2~~             | 3 | 1 fields, but the first line has 2",
        "a,b~1,2\"~            | 2 | a quotation mark inside a field",
        "a,b~\"1\"2,3~         | 2 | must be followed by a comma",
        "a,b~\"1\" ,3~         | 2 | must be followed by a comma",
        "a,b~1,\"2~3,4~        | 2 | a quotation mark is not closed",
        "a,b^1,2               | 1 | must be followed by a comma",
        "a,b~\"1~2\",\"3~      | 3 | a quotation mark is not closed"
      })
  void namesTheLineThatIsNone(String text, int line, String what) {
    String csv = text.replace('~', '\n').replace('^', '\r');
    assertThatExceptionOfType(ConnectionFailure.class)
        .isThrownBy(() -> read(csv))
        .withMessageStartingWith("data set \"trials.csv\", line " + line + ": ")
        .withMessageContaining(what);
  }

  /** Whatever is in the fields, what is written by the rules of RFC 4180 reads back. */
  @Test
  void readsBackAnyTableThatWasWrittenByTheRules() {
    for (int seed = 0; seed < 2000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int columns = random.nextInt(1, 5);
      List<List<String>> table =
          IntStream.range(0, random.nextInt(1, 6))
              .mapToObj(row -> IntStream.range(0, columns).mapToObj(c -> field(random)).toList())
              .toList();
      String end = random.nextBoolean() ? "\n" : "\r\n";
      String text =
          table.stream()
              .map(row -> row.stream().map(CsvTest::quote).collect(Collectors.joining(",")) + end)
              .collect(Collectors.joining());
      assertThat(read(text)).as("seed %d", seed).extracting(Line::fields).isEqualTo(table);
    }
  }

  /** Total: any text is a table or is refused with the number of a line. */
  @Test
  void readsOrRefusesAnyText() {
    for (int seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      String text =
          IntStream.range(0, random.nextInt(12))
              .mapToObj(i -> String.valueOf("a1 ,\"\r\n".charAt(random.nextInt(7))))
              .collect(Collectors.joining());
      try {
        assertThat(read(text)).hasSizeLessThanOrEqualTo(12);
      } catch (ConnectionFailure refused) {
        assertThat(refused.getMessage()).as("seed %d", seed).contains(", line ");
      }
    }
  }

  private static String field(SplittableRandom random) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> String.valueOf("ab,\" \n\r".charAt(random.nextInt(7))))
        .collect(Collectors.joining());
  }

  private static String quote(String field) {
    return "\"" + field.replace("\"", "\"\"") + "\"";
  }

  private static List<Line> read(String text) {
    return Csv.read("trials.csv", text);
  }
}
