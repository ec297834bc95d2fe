package dev.cantilever.drivers.condition;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.ConditionCommand.Evaluate;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A process that evaluates a condition twice, says what it read, and is killed on the spot. */
final class EvaluateAndDie {

  static final int KILLED = 137;

  private EvaluateAndDie() {}

  /** Runs such a process to its end; what it read is left in {@code directory/said}. */
  static int run(Installed installed, Path directory, Evaluate command) throws Exception {
    Properties options = new Properties();
    options.putAll(installed.options());
    try (OutputStream out = Files.newOutputStream(directory.resolve("options"))) {
      options.store(out, null);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String settings =
        command.settings().stream()
            .map(setting -> setting.parameter() + "=" + setting.value())
            .collect(Collectors.joining(";"));
    return new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            EvaluateAndDie.class.getName(),
            installed.kind(),
            directory.toString(),
            settings)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("other.log").toFile())
        .start()
        .waitFor();
  }

  public static void main(String[] arguments) {
    Path directory = Path.of(arguments[1]);
    Gate gate = new Installed(arguments[0], options(directory)).gate(directory);
    Evaluate command = new Evaluate(settings(arguments[2]), 0);
    try {
      Files.writeString(directory.resolve("said"), said(gate, 1, command) + said(gate, 2, command));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Runtime.getRuntime().halt(KILLED);
  }

  private static String said(Gate gate, int call, Evaluate command) {
    Verdict.Acted acted = (Verdict.Acted) gate.execute(Installed.key(call), command);
    return bits(((Outcome.Completed) acted.outcome()).reading());
  }

  /** Every bit of a reading. */
  static String bits(Reading reading) {
    return ((Reading.Trial) reading)
        .outcomes().stream()
            .map(
                one ->
                    "%s %016x %016x\n"
                        .formatted(
                            one.name(),
                            Double.doubleToRawLongBits(one.value()),
                            Double.doubleToRawLongBits(one.standardError())))
            .collect(Collectors.joining());
  }

  private static Map<String, String> options(Path directory) {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(directory.resolve("options"))) {
      properties.load(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    Map<String, String> options = new TreeMap<>();
    properties.stringPropertyNames().forEach(n -> options.put(n, properties.getProperty(n)));
    return options;
  }

  private static List<Setting> settings(String text) {
    return Arrays.stream(text.split(";"))
        .map(one -> one.split("="))
        .map(pair -> new Setting(pair[0], Double.parseDouble(pair[1])))
        .toList();
  }
}
