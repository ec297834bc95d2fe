package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.canonical.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the page is made of, as it lies there; no browser is needed to know this. */
class PageFilesTest {

  private static final Path PAGE = Path.of("../agent/src/main/resources/page");

  /** Ways to turn text into markup or script, and to load from elsewhere. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function|"
              + "createContextualFragment|https?://(?!www\\.w3\\.org/2000/svg)");

  private static final Pattern IMPORT =
      Pattern.compile("(?:from |import\\()'(\\.{1,2}/[^']+)'|(?:href|src)=\"(/page/[^\"]+)\"");

  private static List<Path> ours() throws IOException {
    try (Stream<Path> files = Files.walk(PAGE)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.startsWith(PAGE.resolve("vendor")))
          .toList();
    }
  }

  @Test
  void nothingTurnsTextIntoMarkupOrLoadsFromElsewhere() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : ours()) {
      Matcher forbidden = FORBIDDEN.matcher(Files.readString(file));
      while (forbidden.find()) {
        found.add(file.getFileName() + ": " + forbidden.group());
      }
    }
    assertThat(found).isEmpty();
    assertThat(ours()).hasSizeGreaterThan(40);
  }

  @Test
  void everyFileThatIsNamedIsThere() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path file : ours()) {
      Matcher named = IMPORT.matcher(Files.readString(file));
      while (named.find()) {
        Path other =
            named.group(1) != null
                ? file.resolveSibling(named.group(1))
                : PAGE.resolveSibling(named.group(2).substring(1));
        if (!Files.isRegularFile(other)) {
          missing.add(file.getFileName() + " names " + other.normalize());
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  /** uPlot 1.6.32 as its package has it. */
  @ParameterizedTest
  @CsvSource({
    "uPlot.js,5dd9b3281aa64b461b42d9945f6adb2649d346502b12281a9ae0d46599a80eba",
    "uPlot.css,df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
    "uPlot-LICENSE.txt,8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd"
  })
  void whatOthersWroteIsUnchanged(String file, String hash) throws IOException {
    assertThat(Hash.of(Files.readString(PAGE.resolve("vendor").resolve(file))).text())
        .isEqualTo("sha256:" + hash);
  }
}
