package dev.cantilever.tests.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A voltage source on a socket that also reads a temperature, and keeps what it was told. */
final class GaugedSource implements AutoCloseable {

  private static final String DESCRIPTION =
      """
      title          = Voltage source with a thermometer
      identity       = Example,VS1,[0-9]+,1\\.[0-9]+
      reply_within   = 500 ms
      command_within = 2 s
      stop           = OUTP OFF

      [channel temperature]
      query  = TEMP?

      [device.set voltage]
      send   = VOLT {setting.value}
      check  = voltage | VOLT? | {setting.value} | 0.00001
      survives_stop = yes
      """;

  private static final String ENVELOPE =
      """
      name: source v1
      limits: []
      maximum_loop_steps: 0
      forbidden: []
      parameters:
        - {parameter: voltage, min: 0, max: 10}
      maximum_fidelity: 0
      budget: {time: 1 h, travel: 0 m, loops: 0}
      interlocks:
        - {channel: temperature, min: 280 K, max: 310 K, severity: hold, suspends: {steady: 1 s, again_max: 300 K}, reason: the room is cool}
      """;

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<String> told = new ArrayList<>();
  private volatile String volts = "0";
  private volatile double kelvins = 295;
  private double warmth;
  private int readsUntilWarm = Integer.MAX_VALUE;

  GaugedSource() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  /** Lays its files where an installation finds its instruments. */
  void layDown(Path instruments) throws IOException {
    Path folder = Files.createDirectories(instruments.resolve("source"));
    String profile =
        """
        instrument: source
        driver: scpi
        options:
          - {name: connection, value: "tcp://127.0.0.1:%d"}
          - {name: description, value: source.scpi}
        """;
    Files.writeString(folder.resolve("profile.yaml"), profile.formatted(server.getLocalPort()));
    Files.writeString(folder.resolve("envelope.yaml"), ENVELOPE);
    Files.writeString(folder.resolve("source.scpi"), DESCRIPTION);
  }

  void warmTo(double kelvins) {
    this.kelvins = kelvins;
  }

  /** Gets warm with the so-manieth reading from now on. */
  synchronized void warmTo(double warm, int reads) {
    readsUntilWarm = reads;
    warmth = warm;
  }

  /** Every voltage that it was told, in order. */
  synchronized List<String> told() {
    return List.copyOf(told);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write(answer(line).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException gone) {
      // the client has left
    }
  }

  private synchronized String answer(String line) {
    if (line.startsWith("VOLT ")) {
      volts = line.substring(5);
      told.add(volts);
    }
    if (line.equals("TEMP?") && --readsUntilWarm == 0) {
      kelvins = warmth;
    }
    return switch (line) {
      case "*IDN?" -> "Example,VS1,17,1.0\n";
      case "VOLT?" -> volts + "\n";
      case "TEMP?" -> kelvins + "\n";
      default -> "";
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
