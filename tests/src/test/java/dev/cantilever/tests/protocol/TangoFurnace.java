package dev.cantilever.tests.protocol;

import dev.cantilever.kernel.permit.Gate;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server that PyTango runs without a database (Tango community, LGPL), and questions to it. */
final class TangoFurnace implements AutoCloseable {

  private static final String NAME = "lab/furnace/1";

  private final Process process;
  private final int port;

  private TangoFurnace(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Serves at one port and tells clients to come to another, where a relay may stand. */
  static TangoFurnace serve(Path directory, int port, int published, String... words)
      throws IOException {
    Path script = directory.resolve("furnace_device.py");
    try (InputStream in = TangoFurnace.class.getResourceAsStream("furnace_device.py")) {
      Files.write(script, in.readAllBytes());
    }
    List<String> command = new ArrayList<>(List.of(python(), script.toString()));
    command.addAll(List.of(Integer.toString(port), Integer.toString(published)));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Bench.await("the furnace", () -> CirculatorTest.answers(port));
    return new TangoFurnace(process, port);
  }

  /** The python that has it, which need not be the first on the path. */
  private static String python() throws IOException {
    for (Path python : Programs.all("python3").toList()) {
      if (ask(python.toString(), "import tango; print(0)").equals("0")) {
        return python.toString();
      }
    }
    throw Programs.skipped("PyTango is not installed (apt-get install python3-tango)");
  }

  private static String ask(String python, String program) throws IOException {
    Process process = new ProcessBuilder(python, "-c", program).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  static String address(int port) {
    return "tango://127.0.0.1:%d/%s#dbase=no".formatted(port, NAME);
  }

  /** What the device says to a client that others wrote. */
  String says(String expression) throws IOException {
    return ask(
        python(),
        "import tango; d = tango.DeviceProxy('%s'); print(d.%s)"
            .formatted(address(port), expression));
  }

  static Gate connect(Path directory, String device) throws IOException {
    return Bench.gate(
        Bench.connect(
            "tango",
            directory,
            Map.of("device", device, "description", "furnace.tango", "reply_within", "2 s")),
        "setpoint",
        "current",
        "steps",
        "unknown");
  }

  /** Stops it in its tracks, or lets it go on. */
  void signal(String name) throws IOException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    Bench.await("kill", () -> !kill.isAlive());
  }

  @Override
  public void close() {
    Programs.end(process);
  }
}
