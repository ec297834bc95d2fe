package dev.cantilever.agent.app;

import dev.cantilever.numerics.linalg.NativeLapack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which linear algebra computes, as {@code CANTILEVER_LINEAR_ALGEBRA} says. */
final class LinearAlgebra {

  private static final String VARIABLE = "CANTILEVER_LINEAR_ALGEBRA";
  private static final Path LOADED = Path.of("/proc/self/maps");
  private static final String UNKNOWN = "liblapack of the system";

  private LinearAlgebra() {}

  /**
   * Native where the variable asks for it; the program's own, the same bits everywhere, otherwise.
   *
   * @throws ConfigurationProblem where it says something else, or there is no library
   */
  static void choose(Map<String, String> environment) {
    String wanted = environment.getOrDefault(VARIABLE, "java");
    switch (wanted) {
      case "java" -> {}
      case "native" -> load();
      default ->
          throw new ConfigurationProblem(
              "%s is \"%s\"; it may be java or native".formatted(VARIABLE, wanted));
    }
  }

  private static void load() {
    try {
      NativeLapack.use(LinearAlgebra::loaded);
    } catch (IllegalStateException missing) {
      throw new ConfigurationProblem(
          "%s is native, but this system has no liblapack; install it (Debian: libopenblas0) or leave the variable out"
              .formatted(VARIABLE));
    }
  }

  /** The file that was loaded, where the system tells. */
  private static String loaded() {
    try (Stream<String> lines = Files.lines(LOADED)) {
      List<String> files =
          lines
              .filter(line -> line.indexOf('/') >= 0)
              .map(line -> line.substring(line.indexOf('/')))
              .filter(LinearAlgebra::isLibrary)
              .distinct()
              .sorted()
              .toList();
      return files.isEmpty() ? UNKNOWN : String.join(" and ", files);
    } catch (IOException silent) {
      return UNKNOWN;
    }
  }

  private static boolean isLibrary(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return !name.contains("netlib") && (name.contains("blas") || name.contains("lapack"));
  }
}
