package dev.cantilever.tests.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Clicks on stop while campaigns run, and how long until their instruments are at rest. */
final class StopTrial {

  private static final String REQUEST =
      """
      POST /api/stop HTTP/1.1
      Host: 127.0.0.1:%1$d
      Origin: http://127.0.0.1:%1$d
      Content-Type: application/json
      Content-Length: 2
      Connection: close

      {}\
      """;

  private StopTrial() {}

  /**
   * From each click until the kernel has latched and a driver is at rest, for each driver, ms,
   * sorted.
   */
  static double[] of(Laboratory laboratory, int clicks) throws IOException, InterruptedException {
    List<Double> millis = new ArrayList<>();
    Map<String, String> plans = new HashMap<>();
    for (String name : Laboratory.instruments()) {
      plans.put(name, laboratory.checked(name, 300));
    }
    for (int i = 0; i < clicks; i++) {
      List<String> runs = new ArrayList<>();
      for (String name : Laboratory.instruments()) {
        runs.add(laboratory.begun(plans.get(name)));
      }
      runs.forEach(run -> laboratory.awaitEntry(run, "campaign.measured"));
      Thread.sleep(13L * i % 100); // anywhere between two measurements
      for (String name : Laboratory.instruments()) {
        Files.deleteIfExists(notes(laboratory, name)); // of the stop that was tried before
      }
      Instant clicked = Instant.now();
      click(laboratory.port());
      for (String name : Laboratory.instruments()) {
        millis.add(Duration.between(clicked, rest(laboratory, name)).toNanos() / 1e6);
      }
      runs.forEach(laboratory::awaitSeal);
      Laboratory.instruments().forEach(laboratory::reset);
    }
    return millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static Path notes(Laboratory laboratory, String name) {
    return laboratory.instrument(name).resolve(PacedDriver.RESTS);
  }

  private static Instant rest(Laboratory laboratory, String name)
      throws IOException, InterruptedException {
    Path notes = notes(laboratory, name);
    while (!Files.exists(notes) || Files.size(notes) == 0) {
      Thread.sleep(5);
    }
    return Instant.parse(Files.readAllLines(notes).getFirst());
  }

  /** As a browser does that has no connection left; waits for the answer. */
  private static void click(int port) throws IOException {
    String request = REQUEST.formatted(port).replace("\n", "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.startsWith("HTTP/1.1 200")) {
        throw new IllegalStateException(answer);
      }
    }
  }
}
