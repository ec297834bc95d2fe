package dev.cantilever.tests.firstlight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The program as a process of its own, with one home. */
public final class Program {

  /** What a process needs that lives for seconds; for {@code CANTILEVER_JAVA_OPTIONS}, too. */
  public static final String QUICK_START = "-XX:TieredStopAtLevel=1";

  /** The product's libraries, without the classes of these tests. */
  private static final String CLASSES =
      Arrays.stream(
              System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                  .split(File.pathSeparator))
          .filter(entry -> !Path.of(entry).startsWith(Path.of("target").toAbsolutePath()))
          .collect(Collectors.joining(File.pathSeparator));

  /** The loaded classes, made once and shared: a third of a start. */
  private static final Path ARCHIVE = archive();

  private final Path home;
  private final List<String> flags;

  public Program(Path home, String... flags) {
    this.home = home;
    this.flags = List.of(flags);
  }

  /**
   * What a process left.
   *
   * @param out standard output, then standard error
   */
  public record Ended(int exitCode, String out) {

    /** The last line of standard output, which is JSON. */
    public JsonNode json() {
      try {
        return new ObjectMapper().readTree(out.lines().reduce((a, b) -> b).orElseThrow());
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }

  private static Path archive() {
    Path archive = Path.of("target", "classes-of-the-program.jsa").toAbsolutePath();
    List<String> command = command(List.of("-XX:ArchiveClassesAtExit=" + archive));
    command.addAll(List.of("tools", "--json"));
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return archive;
  }

  private static List<String> command(List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Djava.awt.headless=true", "-Xlog:disable"));
    command.add(QUICK_START);
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(flags);
    command.addAll(List.of("-cp", CLASSES, "dev.cantilever.agent.cli.Main"));
    return command;
  }

  public Process start(Path out, String... arguments) {
    return start(Path.of("/dev/null"), out, arguments);
  }

  private Process start(Path in, Path out, String... arguments) {
    List<String> command = command(flags);
    command.add(1, "-XX:SharedArchiveFile=" + ARCHIVE);
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", home.toString()));
    try {
      return new ProcessBuilder(command)
          .redirectOutput(out.toFile())
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .redirectInput(in.toFile())
          .start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public Ended run(String... arguments) {
    return ended(Path.of("/dev/null"), arguments);
  }

  /** Runs it to its end with these lines on standard input. */
  public Ended told(List<String> lines, String... arguments) {
    try {
      return ended(Files.write(Files.createTempFile("program", ".in"), lines), arguments);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Ended ended(Path in, String... arguments) {
    try {
      Path out = Files.createTempFile("program", ".out");
      int code = start(in, out, arguments).waitFor();
      return new Ended(code, Files.readString(out, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Lines of the instrument's own ledger; none where nothing ever moved. */
  List<String> deeds() {
    Path ledger = home.resolve("instruments/pfm-pto/ledger.tsv");
    try {
      return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
