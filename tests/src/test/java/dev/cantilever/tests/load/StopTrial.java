package dev.cantilever.tests.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Clicks on stop while a campaign runs on an instrument, and how long until that is at rest. */
final class StopTrial {

  private static final String INSTRUMENT = "paced-1";
  private static final String REQUEST =
      """
      POST /api/stop HTTP/1.1
      Host: 127.0.0.1:%d
      Origin: http://127.0.0.1:%d
      Content-Type: application/json
      Content-Length: 2
      Connection: close

      {}\
      """;

  private StopTrial() {}

  /** From each click until the kernel has latched and the driver is at rest, ms. */
  static double[] of(Laboratory laboratory, int clicks) throws IOException, InterruptedException {
    double[] millis = new double[clicks];
    String hash = laboratory.checked(INSTRUMENT, 300);
    for (int i = 0; i < clicks; i++) {
      String run = laboratory.begun(hash);
      Path journal = laboratory.home().resolve("runs").resolve(run);
      Path ledger = laboratory.instrument(INSTRUMENT).resolve("ledger.tsv");
      long before = Files.exists(ledger) ? Files.size(ledger) : 0;
      while (Files.size(ledger) == before) {
        Thread.sleep(5); // until it acts
      }
      Thread.sleep(13L * i % 100); // anywhere between two measurements
      Instant clicked = Instant.now();
      List<String> earlier = rests(laboratory);
      click(laboratory.port());
      while (rests(laboratory).size() == earlier.size()) {
        Thread.sleep(5);
      }
      Instant rested = Instant.parse(rests(laboratory).get(earlier.size()));
      millis[i] = Duration.between(clicked, rested).toNanos() / 1e6;
      while (!Files.exists(journal.resolve("journal.seal"))) {
        Thread.sleep(10);
      }
      laboratory.reset(INSTRUMENT);
    }
    Arrays.sort(millis);
    return millis;
  }

  private static List<String> rests(Laboratory laboratory) throws IOException {
    Path notes = laboratory.instrument(INSTRUMENT).resolve(PacedDriver.RESTS);
    return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
  }

  /** As a browser does whose connections are closed; waits for the answer. */
  private static void click(int port) throws IOException {
    String request = REQUEST.formatted(port, port).replace("\n", "\r\n");
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!answer.startsWith("HTTP/1.1 200")) {
        throw new IllegalStateException(answer);
      }
    }
  }
}
