package dev.cantilever.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The peer as a child process, and what a figure must say of where it was measured. */
final class Surroundings {

  private static final Path PEERS = Path.of("benchmarks/peers").toAbsolutePath();

  private Surroundings() {}

  /**
   * The peer's seconds, where {@code -Dpeer.python} names an interpreter that has its libraries.
   */
  static Optional<JsonNode> peer(int repeats) throws IOException, InterruptedException {
    String python = System.getProperty("peer.python", "");
    if (python.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ObjectMapper()
            .readTree(out(PEERS, python, "timing.py", "--repeats", String.valueOf(repeats))));
  }

  /** Processor, Java, commit and date; nothing that names a host. */
  static ObjectNode described() throws IOException, InterruptedException {
    ObjectNode said = new ObjectMapper().createObjectNode();
    said.put("cpu", processor());
    said.put("cores", Runtime.getRuntime().availableProcessors());
    said.put("threads_used", 1);
    said.put("system", System.getProperty("os.name"));
    said.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    String changed = out(Path.of(".."), "git", "status", "--porcelain", "--untracked-files=no");
    String commit = out(Path.of(".."), "git", "rev-parse", "HEAD").strip();
    said.put("commit", changed.isBlank() ? commit : commit + " with changes");
    said.put("date", LocalDate.now(ZoneOffset.UTC).toString());
    said.put("seed", 0);
    return said;
  }

  private static String processor() throws IOException {
    Path file = Path.of("/proc/cpuinfo");
    return Files.isReadable(file)
        ? Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown")
        : System.getProperty("os.arch");
  }

  private static String out(Path folder, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    if (code != 0) {
      throw new IOException("%s ended with %d".formatted(String.join(" ", command), code));
    }
    return out;
  }
}
