package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The AFM twin behind the Nanonis interface, and what else may stand at such a port. */
class NanonisTest {

  @TempDir private Path there;
  @TempDir private Path here;
  private Gate beside;
  private NanonisTwin twin;

  @BeforeEach
  void serve() throws IOException {
    beside = NanonisTwin.microscope(there);
    twin = new NanonisTwin(beside);
  }

  @AfterEach
  void end() throws IOException {
    twin.close();
    beside.close();
  }

  private Gate connect(int port) {
    String address = "127.0.0.1:" + port;
    Map<String, String> options =
        Map.of(
            "title", "STM",
            "sample", "film",
            "address", address,
            "stop_address", address,
            "reply_within", "2 s");
    return Bench.gate(Bench.connect("nanonis", here, options), "bias", "setpoint", "gain");
  }

  private static Command move(double x, double y) {
    return new SpmCommand.MoveProbe(SurfacePoint.metres(x, y), new Speed(1e-6));
  }

  @Test
  void aScanThroughTheInterfaceIsTheOneThatTheTwinTook() throws IOException {
    try (Gate gate = connect(twin.port())) {
      Command frame =
          new SpmCommand.SetFrame(
              SurfacePoint.metres(1e-6, 2e-6),
              new Length(5e-7),
              new Length(2.5e-7),
              new Angle(0.1),
              32,
              16);
      int call = 0;
      assertThat(Bench.act(gate, ++call, frame)).isInstanceOf(Outcome.Completed.class);
      assertThat(
              Bench.act(
                  gate,
                  ++call,
                  new SpmCommand.Approach(new Length(2e-4), new Speed(5e-6), new TimeSpan(30))))
          .isInstanceOf(Outcome.Completed.class);
      assertThat(gate.state().probe()).isEqualTo(ProbeState.ENGAGED);
      Outcome outcome = Bench.act(gate, ++call, new SpmCommand.Scan(0, 4095));
      Reading.Scan scan = (Reading.Scan) ((Outcome.Completed) outcome).reading();
      Frame seen = scan.frames().getFirst();
      Frame true_ = twin.lastFrame();
      assertThat(seen.unit()).isEqualTo(true_.unit());
      assertThat(seen.rows()).isEqualTo(16);
      for (int i = 0; i < seen.values().size(); i++) {
        assertThat(seen.values().get(i)).isEqualTo((double) (float) true_.values().get(i));
      }
      assertThat(gate.proves()).isTrue();
      assertThat(gate.state().probe()).isEqualTo(ProbeState.WITHDRAWN);
    }
  }

  @Test
  void settingsAndMovesAreReadBackAndRemembered() throws IOException {
    try (Gate gate = connect(twin.port())) {
      assertThat(Bench.act(gate, 1, Bench.set("bias", 0.3))).isInstanceOf(Outcome.Completed.class);
      assertThat(Bench.act(gate, 2, Bench.set("setpoint", 5e-11)))
          .isInstanceOf(Outcome.Completed.class);
      Outcome moved = Bench.act(gate, 3, move(1e-6, -2e-6));
      Reading.ProbePosition at = (Reading.ProbePosition) ((Outcome.Completed) moved).reading();
      assertThat(at.position().y().metres()).isCloseTo(-2e-6, within(1e-9));
      assertThat(Bench.act(gate, 4, Bench.set("bias", 11)))
          .isEqualTo(new Outcome.Failed("the controller refuses Bias.Set: Bias out of range?"));
      assertThat(gate.execute(Bench.key(5), Bench.set("gain", 1)))
          .isInstanceOf(Verdict.Refused.class);
      assertThat(gate.recall(Bench.key(3))).isInstanceOf(Recollection.Done.class);
      assertThat(gate.recall(Bench.key(4))).isInstanceOf(Recollection.NeverArrived.class);
    }
    assertThat(twin.heard().stream().filter("FolMe.XYPosSet"::equals)).hasSize(1);
  }

  @Test
  void noByteAtWhichTheConnectionIsKilledRepeatsASettingOrLosesIt() throws IOException {
    int cuts = 0;
    int wrong = 0;
    try (Relay relay = new Relay(twin.port());
        Gate gate = connect(relay.port())) {
      long[] before = relay.bytes();
      Bench.act(gate, 1, Bench.set("bias", 0.5));
      long in = relay.bytes()[0] - before[0];
      long out = relay.bytes()[1] - before[1];
      for (long at = 1; at < in + out; at += 11) {
        int call = ++cuts + 1;
        double volts = 1 + call / 128.0;
        long sets = sets();
        relay.cutAfter(at < in ? at : Relay.NEVER, at < in ? Relay.NEVER : at - in);
        Verdict verdict = gate.execute(Bench.key(call), Bench.set("bias", volts));
        relay.cutAfter(Relay.NEVER, Relay.NEVER);
        Bench.await("the twin", () -> gate.state().device() == DeviceState.READY);
        Recollection recalled = gate.recall(Bench.key(call));
        wrong += isTrue(verdict, recalled, sets() - sets) ? 0 : 1;
      }
    }
    System.out.printf("Nanonis connection killed %d times%n", cuts);
    assertThat(wrong).isZero();
  }

  private long sets() {
    return twin.heard().stream().filter("Bias.Set"::equals).count();
  }

  private static boolean isTrue(Verdict verdict, Recollection recalled, long times) {
    boolean said =
        !(verdict instanceof Verdict.Acted acted)
            || switch (acted.outcome()) {
              case Outcome.Completed done -> times == 1;
              case Outcome.Failed failed -> times == 0;
              case Outcome.Unknown unknown -> true;
            };
    return said
        && (times == 1
            ? recalled instanceof Recollection.Done
            : times == 0 && recalled instanceof Recollection.NeverArrived);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, -1, (1 << 26) + 1, 1 << 26, 0, 4, 100})
  void hostileFramesAreRefusedWithinBounds(int claimed) throws IOException {
    try (ServerSocket hostile = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> claim(hostile, claimed));
      assertThatThrownBy(() -> connect(hostile.getLocalPort()))
          .isInstanceOf(ConnectionFailure.class)
          .hasMessageContaining("instrument device: ");
    }
  }

  /** A header that claims so many bytes, of which 100 come at most, and then the end. */
  private static void claim(ServerSocket hostile, int claimed) {
    try (Socket socket = hostile.accept()) {
      byte[] request = socket.getInputStream().readNBytes(40);
      ByteBuffer reply = ByteBuffer.allocate(140);
      reply.put(request, 0, 32).putInt(claimed).putInt(0);
      reply.put("9".repeat(100).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(reply.array());
    } catch (IOException gone) {
      // the client had enough
    }
  }
}
