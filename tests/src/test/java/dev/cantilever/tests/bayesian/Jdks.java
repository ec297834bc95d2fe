package dev.cantilever.tests.bayesian;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Javas that stand on this machine, by where they usually stand. */
final class Jdks {

  private static final int LEAST = 21;

  private static final Pattern HOME = Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>");
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)[^\"]*\"");

  private Jdks() {}

  /** Homes of all of at least 21 but the one that runs, with what they call themselves. */
  static Map<Path, String> others() {
    Map<Path, String> others = new TreeMap<>();
    Path own = real(Path.of(System.getProperty("java.home")));
    for (Path home : homes()) {
      String said = version(home);
      Matcher version = VERSION.matcher(said);
      boolean isUsable =
          version.find()
              && Integer.parseInt(version.group(1)) >= LEAST
              && Files.isExecutable(home.resolve("bin/java"));
      if (isUsable && !real(home).equals(own)) {
        others.put(real(home), version.group());
      }
    }
    return others;
  }

  private static List<Path> homes() {
    Path user = Path.of(System.getProperty("user.home"));
    List<Path> homes = new ArrayList<>();
    Matcher named = HOME.matcher(text(user.resolve(".m2/toolchains.xml")));
    while (named.find()) {
      homes.add(Path.of(named.group(1)));
    }
    System.getenv().entrySet().stream()
        .filter(variable -> variable.getKey().startsWith("JAVA_HOME"))
        .filter(variable -> !variable.getValue().isBlank())
        .forEach(variable -> homes.add(Path.of(variable.getValue())));
    for (String folder : List.of("/usr/lib/jvm", "/usr/java", "/opt/java", "/opt")) {
      homes.addAll(inside(Path.of(folder)));
    }
    homes.addAll(inside(user.resolve(".jdks")));
    homes.addAll(inside(user.resolve(".sdkman/candidates/java")));
    inside(Path.of("/Library/Java/JavaVirtualMachines"))
        .forEach(bundle -> homes.add(bundle.resolve("Contents/Home")));
    return homes;
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String version(Path home) {
    return text(home.resolve("release"));
  }

  private static String text(Path file) {
    try {
      return Files.isReadable(file) ? Files.readString(file) : "";
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
