package dev.cantilever.tests.protocol;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** Programs of others that tests start: on the path, or where {@code .ci/run} has laid them. */
final class Programs {

  private static final String SERVERS = System.getenv().getOrDefault("CANTILEVER_SERVERS", "");

  private Programs() {}

  /** Begins a program of which nobody reads what it says. */
  static Process start(String name, String remedy, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(find(name, remedy).toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Begins a program and waits until it says a line; what it says later is not read. */
  static Process await(String line, List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader words = process.inputReader();
    for (String said = words.readLine(); said != null; said = words.readLine()) {
      if (said.equals(line)) {
        return process;
      }
    }
    throw new AssertionError(command.getFirst() + " ended before it said: " + line);
  }

  /** Where it is; a test that needs one that is not there is skipped, and says so in one line. */
  static Path find(String name, String remedy) {
    return all(name)
        .findFirst()
        .orElseThrow(() -> skipped(name + " is not installed (" + remedy + ")"));
  }

  /** Wherever there is one by this name. */
  static Stream<Path> all(String name) {
    Stream<String> folders =
        Stream.concat(
            Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1)), Stream.of(SERVERS));
    return folders.map(folder -> Path.of(folder, name)).filter(Files::isExecutable);
  }

  /** The python that has a module, which need not be the first on the path. */
  static String python(String module, String remedy) throws IOException {
    for (Path python : all("python3").toList()) {
      if (output(List.of(python.toString(), "-c", "import %s; print(0)".formatted(module)))
          .equals("0")) {
        return python.toString();
      }
    }
    throw skipped("%s is not installed (%s)".formatted(module, remedy));
  }

  /** All that a program says. */
  static String output(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  /** Lays a script of these tests into a folder. */
  static Path script(Path directory, String name) throws IOException {
    Path script = directory.resolve(name);
    try (InputStream in = Programs.class.getResourceAsStream(name)) {
      return Files.write(script, in.readAllBytes());
    }
  }

  static TestAbortedException skipped(String reason) {
    System.out.println("skipped: " + reason);
    return new TestAbortedException(reason);
  }

  /** Ends it and waits until it has. */
  static void end(Process process) {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
