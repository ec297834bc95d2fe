package dev.cantilever.tests.protocol;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Driver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A server that PyTango runs without a database (Tango community, LGPL), and questions to it. */
final class TangoFurnace implements AutoCloseable {

  /** What every Tango server says when its devices are there. */
  static final String READY = "Ready to accept request";

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
    Path script = Programs.script(directory, "furnace_device.py");
    List<String> command = new ArrayList<>(List.of(python(), script.toString()));
    command.addAll(List.of(Integer.toString(port), Integer.toString(published)));
    command.addAll(List.of(words));
    Process process = Programs.await(READY, command);
    return new TangoFurnace(process, port);
  }

  private static String python() throws IOException {
    return Programs.python("tango", "apt-get install python3-tango");
  }

  static String address(int port) {
    return "tango://127.0.0.1:%d/%s#dbase=no".formatted(port, NAME);
  }

  /** What the device says to a client that others wrote. */
  String says(String expression) throws IOException {
    String program = "import tango; d = tango.DeviceProxy('%s'); print(d.%s)";
    return Programs.output(List.of(python(), "-c", program.formatted(address(port), expression)));
  }

  static Driver driver(Path directory, String device) {
    return Bench.connect(
        "tango",
        directory,
        Map.of("device", device, "description", "furnace.tango", "reply_within", "1 s"));
  }

  static Gate connect(Path directory, String device) {
    return Bench.gate(driver(directory, device), "setpoint", "current", "steps", "unknown");
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
