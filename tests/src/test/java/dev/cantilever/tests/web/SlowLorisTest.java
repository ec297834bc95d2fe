package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.figures.Figures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many who ask as slowly as they can, and one who wants to know how things stand. */
@Tag("timed")
class SlowLorisTest {

  private static final int SLOW = 500;
  private static final int ASKED = 400;

  @TempDir private Path home;

  @Test
  void whoAsksIsAnsweredWhileManyDoNotFinishAsking() throws Exception {
    Limits limits =
        Limits.USUAL.with(new Limits.Rate(100_000, 1_000), new Limits.Rate(100_000, 1_000));
    AtomicBoolean over = new AtomicBoolean();
    try (Served served = new Served(home, limits)) {
      warm(served);
      List<Socket> slow = new ArrayList<>();
      for (int i = 0; i < SLOW; i++) {
        slow.add(beginning(served, i));
      }
      Thread dripping = Thread.ofPlatform().daemon().start(() -> drip(slow, over));
      double[] millis = new double[ASKED];
      for (int i = 0; i < ASKED; i++) {
        long began = System.nanoTime();
        assertThat(served.get(Role.VIEWER, "/api/state").status()).isEqualTo(200);
        millis[i] = (System.nanoTime() - began) / 1e6;
        Thread.sleep(5);
      }
      over.set(true);
      dripping.join();
      Arrays.sort(millis);
      double p99 = millis[ASKED * 99 / 100];
      Figures.atMost(
          "page-5d",
          "state over HTTP, p99, while " + SLOW + " requests do not arrive",
          p99,
          "ms",
          100,
          "-");
      assertThat(millis[ASKED / 2]).as("median, ms").isLessThan(100);
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }

  private static void warm(Served served) {
    for (int i = 0; i < 200; i++) {
      served.get(Role.VIEWER, "/api/state");
    }
  }

  /** A third in the headers, a third in the body, a third in the first line. */
  private static Socket beginning(Served served, int number) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port());
    String text =
        switch (number % 3) {
          case 0 -> "GET /api/st";
          case 1 -> "GET /api/state HTTP/1.1\r\nHost: localhost\r\nX-Slow: a";
          default ->
              "POST /api/tools/pareto.front HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                  + " application/json\r\nContent-Length: 100000\r\nAuthorization: Bearer %s\r\n\r\n{"
                      .formatted(served.secret(Role.OPERATOR));
        };
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static void drip(List<Socket> sockets, AtomicBoolean over) {
    while (!over.get()) {
      for (Socket socket : sockets) {
        try {
          socket.getOutputStream().write('a');
        } catch (IOException cut) {
          // it had its time
        }
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }
}
