package dev.cantilever.tests.bayesian;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tests.bayesian.Reports.Tally;
import dev.cantilever.tests.figures.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every file of reference values is read by a test of the core, and that test passed in this very
 * build. Which test reads which file is read off its source, how it went off its report.
 */
class ReferenceFilesTest {

  private static final Path CORE = Path.of("../models/numerics");
  private static final Path FILES = CORE.resolve("src/test/resources/dev/cantilever/numerics");
  private static final Path SOURCES = CORE.resolve("src/test/java");
  private static final Path REPORTS = CORE.resolve("target/surefire-reports");

  /** Starts and pools: what comparisons with a peer begin with, no values to be reached. */
  private static final Set<String> DATA = Set.of("synthetic_starts.json", "pool_materials.json");

  @Test
  void everyReferenceFileIsReadByATestThatPassedInThisBuild() throws IOException {
    Map<String, Set<String>> readers = readers();
    Map<String, Tally> reports = reports(readers);
    if (reports.isEmpty()) {
      System.out.println(
          "reference files: the core was not tested in this build, so that nothing is recorded");
      return;
    }
    readers.forEach(
        (file, tests) -> System.out.printf("%-34s %s%n", file, inWords(tests, reports)));
    List<String> met =
        readers.keySet().stream().filter(file -> passed(readers.get(file), reports)).toList();
    Figures.atLeast(
        "bayesian-core-1",
        "reference files whose values are met, by %d passing tests"
            .formatted(reports.values().stream().mapToInt(Tally::run).sum()),
        met.size(),
        "files",
        readers.size(),
        "-");
    assertThat(reports.values()).allMatch(report -> report.failed() == 0);
    assertThat(met).containsExactlyElementsOf(readers.keySet());
  }

  /** Names of the test classes that name each file. */
  private static Map<String, Set<String>> readers() throws IOException {
    Map<String, Set<String>> readers = new TreeMap<>();
    try (Stream<Path> files = Files.list(FILES)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json") && !DATA.contains(name))
          .forEach(name -> readers.put(name, new TreeSet<>()));
    }
    for (Path source : sources()) {
      String text = Files.readString(source);
      String path = SOURCES.relativize(source).toString();
      String className = path.replaceFirst("\\.java$", "").replaceAll("[/\\\\]", ".");
      readers.forEach(
          (file, tests) -> {
            if (text.contains('"' + file + '"')) {
              tests.add(className);
            }
          });
    }
    return readers;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> all = Files.walk(SOURCES)) {
      return all.filter(file -> file.toString().endsWith("Test.java")).sorted().toList();
    }
  }

  /** Of the classes that read a file and ran in this build. */
  private static Map<String, Tally> reports(Map<String, Set<String>> readers) throws IOException {
    Instant started = Instant.parse(System.getProperty("build.started"));
    Map<String, Tally> reports = Reports.since(started, REPORTS);
    Set<String> all = readers.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    reports.entrySet().removeIf(one -> !all.contains(one.getKey()) || one.getValue().run() == 0);
    return reports;
  }

  /** Whether one of them ran, and none of those that ran failed. */
  private static boolean passed(Set<String> tests, Map<String, Tally> reports) {
    return tests.stream().anyMatch(reports::containsKey)
        && tests.stream()
            .filter(reports::containsKey)
            .allMatch(test -> reports.get(test).failed() == 0);
  }

  private static String inWords(Set<String> tests, Map<String, Tally> reports) {
    return tests.isEmpty()
        ? "NO TEST READS IT"
        : tests.stream()
            .map(test -> test.replaceAll(".*\\.", "") + ran(reports.get(test)))
            .collect(Collectors.joining(", "));
  }

  private static String ran(Tally report) {
    return report == null ? " (not run)" : " (%d)".formatted(report.run());
  }
}
