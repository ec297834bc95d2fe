package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cantilever.drivers.fault.Fault;
import dev.cantilever.kernel.envelope.Interlock;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rows of docs/faults.md: none is missing, and each is shown by something that runs. */
class FaultRowsTest {

  private static final int ROWS = 24;
  private static final Path ROOT = Path.of("..");
  private static final Pattern NAME = Pattern.compile("`([A-Z]\\w+)`");

  /** What shows a row, by row. */
  private static Map<String, String> shown() throws IOException {
    Map<String, String> shown = new TreeMap<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs").resolve("faults.md"))) {
      List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      if (line.startsWith("| F")) {
        assertThat(cells).as(line).hasSize(7).satisfies(all -> assertThat(all.get(4)).isNotEmpty());
        shown.put(cells.get(1), cells.get(5));
      }
    }
    return shown;
  }

  @Test
  void noRowIsMissing() throws IOException {
    Set<String> all =
        IntStream.rangeClosed(1, ROWS).mapToObj(row -> "F" + row).collect(Collectors.toSet());
    assertThat(shown().keySet()).isEqualTo(all);
    shown().forEach((row, by) -> System.out.printf("%-4s %s%n", row, by));
  }

  @Test
  void theMatrixHasTheRowsThatItIsSaidToHave() throws IOException {
    Set<String> said = new TreeSet<>();
    shown()
        .forEach(
            (row, by) -> {
              if (by.startsWith("matrix")) {
                said.add(row);
              }
            });
    assertThat(said)
        .isEqualTo(
            Arrays.stream(Fault.values())
                .map(Fault::row)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void whatShowsARowIsThere() throws IOException {
    Set<String> files;
    try (Stream<Path> all = Files.walk(ROOT)) {
      files =
          all.map(path -> String.valueOf(path.getFileName()))
              .filter(name -> name.endsWith(".java"))
              .collect(Collectors.toSet());
    }
    for (Map.Entry<String, String> row : shown().entrySet()) {
      Matcher named = NAME.matcher(row.getValue());
      boolean isShown = row.getValue().startsWith("matrix");
      while (named.find()) {
        isShown = true;
        assertThat(files).as(row.getKey()).contains(named.group(1) + ".java");
      }
      assertThat(isShown).as(row.getKey()).isTrue();
    }
  }

  @Test
  void theInterlockThatTheDocumentShowsIsOne() throws IOException {
    String text = Files.readString(ROOT.resolve("docs").resolve("faults.md"));
    int from = text.indexOf("```yaml\n") + "```yaml\n".length();
    JsonNode yaml = new YAMLMapper().readTree(text.substring(from, text.indexOf("```", from)));
    assertThat(RecordType.of(Interlock.class).parse(yaml.get("interlocks").get(0)))
        .isInstanceOfSatisfying(
            Parsed.Valid.class,
            valid ->
                assertThat(valid.value())
                    .isEqualTo(
                        new Interlock(
                            Channel.DRIFT_AT_LEAST,
                            new Speed(0),
                            new Speed(0.04e-9),
                            new TimeSpan(3_600_000),
                            Severity.HOLD,
                            "the sample must stand still")));
  }
}
