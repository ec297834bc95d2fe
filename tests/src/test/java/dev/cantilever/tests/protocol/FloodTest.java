package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tools.instrument.node.NodeServer;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.reading.Quality;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Servers that talk without end, or a byte a second, and what is left when they come to reason. */
@Tag("timed")
@Isolated
class FloodTest {

  private static final double MOST_MEGABYTES = 64;
  private static final double MOST_MILLIS = 100;

  /** Seconds after which connections that are kept with their headers go over the bound. */
  private static final double HEADERS_SHOW = 4;

  private static final String TOKEN = "a-token-of-the-tests";
  private static final int COMMANDS = 20;
  private static final int CHUNK = 1 << 16;

  @TempDir private Path directory;
  private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
  private double growth;
  private double overdue;
  private int lost;
  private long poured;

  /**
   * An instrument behind the wire.
   *
   * @param driver through which it is asked
   * @param deadlineSeconds for one reading of the state; what a question may take, times how many
   *     there are
   * @param command that changes a setting
   */
  private record Behind(
      Driver driver, Torrent wire, double deadlineSeconds, IntFunction<Command> command) {}

  @Test
  void aFloodTakesNoMemoryAndNoReply() throws Exception {
    everywhere(1);
    Figures.atMost(
        "door-2c",
        "growth of the heap in a flood over SCPI, HTTP and Nanonis, %d MB poured"
            .formatted(poured >> 20),
        growth,
        "MB",
        MOST_MEGABYTES,
        "-");
    Figures.atMost(
        "door-2f",
        "commands lost after a flood or a drip, of %d".formatted(3 * COMMANDS),
        lost,
        "",
        0,
        "-");
    Figures.atMost(
        "door-2g",
        "the latest end of a question after its deadline, in a flood or a drip",
        overdue,
        "ms",
        MOST_MILLIS,
        "-");
    assertThat(growth).isLessThanOrEqualTo(MOST_MEGABYTES);
    assertThat(lost).isZero();
  }

  @Test
  @Tag("long")
  void tenMinutesOfFloodTakeNoMemoryAndNoReply() throws Exception {
    everywhere(100);
    Figures.lastingAtMost(
        "door-2h",
        "growth of the heap in ten minutes of flood, %d MB poured".formatted(poured >> 20),
        growth,
        "MB",
        MOST_MEGABYTES,
        "-");
    assertThat(growth).isLessThanOrEqualTo(MOST_MEGABYTES);
    assertThat(lost).isZero();
  }

  private void everywhere(double seconds) throws Exception {
    scpi(seconds);
    http(seconds);
    nanonis(seconds);
    System.out.printf(
        "flood: %d MB poured, heap grew by %.1f MB, latest end %.1f ms after its deadline%n",
        poured >> 20, growth, overdue);
  }

  private void scpi(double seconds) throws Exception {
    Path here = folder("scpi");
    Bench.lay(here, "source.scpi");
    try (TcpSource source = new TcpSource();
        Torrent wire = new Torrent(source.port());
        Driver driver =
            Bench.connect(
                "scpi",
                here,
                Map.of(
                    "connection",
                    "tcp://127.0.0.1:" + wire.port(),
                    "description",
                    "source.scpi"))) {
      Behind behind = new Behind(driver, wire, 0.4, call -> Bench.set("voltage", 1 + call % 7));
      flood(behind, seconds, question -> new byte[0], filled("x"));
      flood(behind, seconds, question -> new byte[0], filled("1\n"));
      drip(behind, question -> new byte[0]);
      commands(Bench.gate(driver, "voltage"), behind);
    }
  }

  private void http(double seconds) throws Exception {
    Path here = folder("http");
    Files.writeString(here.resolve("token.txt"), TOKEN + "\n");
    InetSocketAddress local = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Gate node = Bench.gate(afm());
        NodeServer server = NodeServer.open(node, local, TOKEN);
        Torrent wire = new Torrent(server.port());
        Driver driver =
            Bench.connect(
                "http",
                here,
                Map.of(
                    "url", "http://127.0.0.1:" + wire.port(),
                    "token", "token.txt",
                    "reply_within", "1 s",
                    "command_within", "20 s"))) {
      Behind behind =
          new Behind(driver, wire, 2, call -> new SpmCommand.SetRate(new Frequency(1 + call % 7)));
      byte[] head = bytes("HTTP/1.1 200 OK\r\n");
      byte[] chunked = bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      flood(behind, seconds, question -> chunked, bytes("10000\r\n" + "9".repeat(CHUNK) + "\r\n"));
      flood(behind, Math.max(HEADERS_SHOW, seconds), question -> head, filled("A: b\r\n"));
      drip(behind, question -> chunked);
      commands(Bench.gate(driver), behind);
    }
  }

  private void nanonis(double seconds) throws Exception {
    try (Gate beside = Bench.gate(afm());
        NanonisTwin twin = new NanonisTwin(beside);
        Torrent wire = new Torrent(twin.port());
        Driver driver =
            Bench.connect(
                "nanonis",
                folder("nanonis"),
                Map.of(
                    "title", "STM",
                    "sample", "film",
                    "address", "127.0.0.1:" + wire.port(),
                    "stop_address", "127.0.0.1:" + wire.port(),
                    "reply_within", "1 s"))) {
      Behind behind = new Behind(driver, wire, 1, call -> Bench.set("bias", 1 + call % 7));
      flood(behind, seconds, FloodTest::largest, new byte[CHUNK]);
      flood(behind, seconds, question -> new byte[0], filled("x"));
      drip(behind, FloodTest::largest);
      commands(Bench.gate(driver, "bias", "setpoint"), behind);
    }
  }

  /** The name that was asked for, and a body of 64 MiB. */
  private static byte[] largest(byte[] question) {
    byte[] header = Arrays.copyOf(question, 40);
    Arrays.fill(header, 32, 40, (byte) 0);
    header[32] = 4;
    return header;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] filled(String text) {
    return bytes(text.repeat(CHUNK / text.length()));
  }

  private Path folder(String name) throws IOException {
    return Files.createTempDirectory(directory, name);
  }

  private Driver afm() throws IOException {
    Map<String, String> options =
        Map.of(
            "title", "AFM",
            "sample", "film",
            "surface", "fractal_film",
            "probe", "stiff",
            "seed", "7");
    return Bench.connect("twin.afm", folder("afm"), options);
  }

  /**
   * Half of it while the heap is looked at, half while the clock is: the one disturbs the other.
   */
  private void flood(Behind behind, double seconds, UnaryOperator<byte[]> opening, byte[] again) {
    long live = live();
    long before = behind.wire().flooded();
    behind.wire().flood(opening, again);
    try (Sampler sampler = new Sampler(this::live)) {
      pass(seconds / 2, () -> asked(behind));
      growth = Math.max(growth, (sampler.most() - live) / 1e6);
    }
    pass(seconds / 2, () -> overdue = Math.max(overdue, asked(behind)));
    behind.wire().clear();
    poured += behind.wire().flooded() - before;
  }

  private static void pass(double seconds, Runnable work) {
    long end = System.nanoTime() + Math.round(seconds * 1e9);
    while (System.nanoTime() - end < 0) {
      work.run();
    }
  }

  private void drip(Behind behind, UnaryOperator<byte[]> opening) {
    behind.wire().drip(opening);
    overdue = Math.max(overdue, asked(behind));
    overdue = Math.max(overdue, asked(behind));
    behind.wire().clear();
  }

  /** Milliseconds after its deadline at which a reading of the state ended; it is no good one. */
  private static double asked(Behind behind) {
    long began = System.nanoTime();
    assertThat(behind.driver().state().quality()).isNotEqualTo(Quality.GOOD);
    return (System.nanoTime() - began) / 1e6 - 1e3 * behind.deadlineSeconds();
  }

  /** All that are sent when it talks sense again come back done, each with what it set. */
  private void commands(Gate gate, Behind behind) {
    Bench.await("a good reading", () -> gate.state().quality() == Quality.GOOD);
    for (int call = 1; call <= COMMANDS; call++) {
      Outcome outcome = Bench.act(gate, call, behind.command().apply(call));
      lost += outcome instanceof Outcome.Completed ? 0 : 1;
    }
  }

  /** What is in use after a collection. */
  private long live() {
    System.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }
}
