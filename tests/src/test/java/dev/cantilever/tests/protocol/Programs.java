package dev.cantilever.tests.protocol;

import java.io.File;
import java.io.IOException;
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
