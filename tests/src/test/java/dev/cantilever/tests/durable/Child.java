package dev.cantilever.tests.durable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * {@link PlanProcess} as a process of its own. Its loaded classes are kept in an archive, which
 * takes jars only; so folders of classes are packed first.
 */
final class Child {

  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final String CLASSES = classes();
  private static final Path ARCHIVE = TARGET.resolve("classes-of-the-plan-process.jsa");

  private Child() {}

  /** Makes the archive, while it runs a plan to its end. */
  static void warm(Path home, int points) throws IOException, InterruptedException {
    Process process = start("-XX:ArchiveClassesAtExit=" + ARCHIVE, home, points);
    process.getOutputStream().close();
    try (Stream<String> lines = process.inputReader().lines()) {
      List<String> said = lines.toList();
      if (process.waitFor() != 0 || !said.contains("COMPLETED ")) {
        throw new AssertionError(said);
      }
    }
  }

  static Process start(Path home, int points) throws IOException {
    return start("-XX:SharedArchiveFile=" + ARCHIVE, home, points);
  }

  private static Process start(String flag, Path home, int points) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            flag,
            "-ea",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            CLASSES,
            PlanProcess.class.getName(),
            home.toString(),
            Integer.toString(points))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static String classes() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> entries = new ArrayList<>();
    for (String entry : all.split(System.getProperty("path.separator"), -1)) {
      if (!entry.isEmpty()) { // an empty one, behind the last separator, would be this folder
        Path path = Path.of(entry).toAbsolutePath();
        entries.add(Files.isDirectory(path) ? packed(path, entries.size()) : path.toString());
      }
    }
    return String.join(System.getProperty("path.separator"), entries);
  }

  private static String packed(Path folder, int number) {
    Path jar = TARGET.resolve("plan-process-%d.jar".formatted(number));
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      for (Path file : needed(folder)) {
        out.putNextEntry(new JarEntry(folder.relativize(file).toString()));
        Files.copy(file, out);
        out.closeEntry();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return jar.toString();
  }

  /** Of the classes of these tests only the package of the process. */
  private static List<Path> needed(Path folder) throws IOException {
    boolean ours = folder.startsWith(TARGET);
    Path own = folder.resolve(Child.class.getPackageName().replace('.', '/'));
    if (ours && !Files.isDirectory(own)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(ours ? own : folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** The lines of a process that say which results it has. */
  static List<String> acknowledged(List<String> lines) {
    return lines.stream().filter(line -> line.startsWith("call-")).toList();
  }
}
