package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes and commands of a device that PyTango serves. */
class TangoFurnaceTest {

  @TempDir private Path directory;
  private int port;
  private TangoFurnace furnace;

  @BeforeEach
  void serve() throws IOException {
    port = CirculatorTest.freePort();
    furnace = TangoFurnace.serve(directory, port, port);
    Bench.lay(directory, "furnace.tango");
  }

  @AfterEach
  void end() {
    if (furnace != null) {
      furnace.close();
    }
  }

  private Gate connect() {
    return TangoFurnace.connect(directory, TangoFurnace.address(port));
  }

  @Test
  void anAttributeIsWrittenOnceReadBackAndRemembered() throws IOException {
    try (Gate gate = connect()) {
      assertThat(gate.state().readback(Channel.TEMPERATURE).orElseThrow().value().canonical())
          .isEqualTo(300);
      assertThat(Bench.act(gate, 1, Bench.set("setpoint", 900)))
          .isInstanceOf(Outcome.Completed.class);
      assertThat(Bench.act(gate, 2, Bench.set("steps", -7))).isInstanceOf(Outcome.Completed.class);
      assertThat(gate.recall(Bench.key(1))).isInstanceOf(Recollection.Done.class);
      assertThat(gate.execute(Bench.key(3), Bench.set("unknown", 1)))
          .isInstanceOf(Verdict.Refused.class);
      assertThat(gate.proves()).isTrue();
      assertThat(furnace.says("setpoint")).isEqualTo("900.0");
      assertThat(furnace.says("steps")).isEqualTo("-7");
      assertThat(furnace.says("writes")).isEqualTo("1");
    }
  }

  @Test
  void aCommandTakesANumberAndAStopIsACommandOverItsOwnConnection() throws IOException {
    try (Gate gate = connect()) {
      assertThat(Bench.act(gate, 1, Bench.set("current", 2.5)))
          .isInstanceOf(Outcome.Completed.class);
      assertThat(furnace.says("current_readback")).isEqualTo("2.5");
      gate.stop("enough");
      assertThat(furnace.says("current_readback")).isEqualTo("0.0");
    }
  }

  @Test
  void whatTheServerRefusesWasNotDone() throws IOException {
    try (Gate gate = connect()) {
      assertThat(Bench.act(gate, 1, Bench.set("setpoint", 5000)))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed ->
                  assertThat(failed.reason())
                      .startsWith("the device refuses setpoint, API_WAttrOutsideLimit: "));
      assertThat(gate.recall(Bench.key(1))).isInstanceOf(Recollection.NeverArrived.class);
      assertThat(furnace.says("writes")).isEqualTo("0");
      assertThat(Bench.act(gate, 2, Bench.set("setpoint", 400)))
          .isInstanceOf(Outcome.Completed.class);
    }
  }

  @Test
  void aNumberThatTheTypeCannotHoldIsNeverSent() throws IOException {
    try (Gate gate = connect()) {
      Bench.act(gate, 1, Bench.set("steps", 3));
      int call = 1;
      for (double wrong : new double[] {1.5, 40_000}) {
        assertThat(Bench.act(gate, ++call, Bench.set("steps", wrong)))
            .isInstanceOfSatisfying(
                Outcome.Failed.class,
                failed -> assertThat(failed.reason()).contains("no whole number in"));
      }
      assertThat(furnace.says("steps")).isEqualTo("3");
    }
  }

  @Test
  void aServerThatHangsIsOfflineWithinTheDeadlineAndFoundAgain() throws IOException {
    try (Driver driver = TangoFurnace.driver(directory, TangoFurnace.address(port))) {
      furnace.signal("STOP");
      Bench.await("silence", () -> driver.state().device() == DeviceState.OFFLINE);
      long began = System.nanoTime();
      assertThat(driver.state().device()).isEqualTo(DeviceState.OFFLINE);
      assertThatThrownBy(driver::stop)
          .isInstanceOf(ConnectionFailure.class)
          .hasMessage("the stop did not arrive: Abort() does not answer (TIMEOUT)");
      assertThat((System.nanoTime() - began) * 1e-9).isLessThan(6);
      furnace.signal("CONT");
      Bench.await("the furnace", () -> driver.state().device() == DeviceState.READY);
      driver.stop();
    } finally {
      furnace.signal("CONT");
    }
  }

  @Test
  void anotherInstrumentAtTheSamePlaceGetsNothing() throws IOException {
    try (Gate gate = connect()) {
      furnace.close();
      assertThat(gate.state().device()).isEqualTo(DeviceState.OFFLINE);
      furnace = TangoFurnace.serve(directory, port, port, "F-18");
      assertThat(gate.state().device()).isEqualTo(DeviceState.OFFLINE);
      assertThat(gate.execute(Bench.key(1), Bench.set("setpoint", 400)))
          .isInstanceOf(Verdict.Refused.class);
      assertThat(furnace.says("writes")).isEqualTo("0");
    }
    assertThatThrownBy(this::connect)
        .isInstanceOf(ConnectionFailure.class)
        .hasMessageContaining("serial reads F-18, expected was F-17");
  }

  @Test
  void aBadFileOrAddressIsRefusedByName() throws IOException {
    Path file = directory.resolve("furnace.tango");
    String text = Files.readString(file);
    for (String[] wrong :
        new String[][] {
          {"stop = Abort()", "stop = Abort", "\"Abort\" is no \"key = value\""},
          {"stop = Abort()", "stop = Halt()", "API_CommandNotFound"},
          {"setpoint, 0.01", "set point, 0.01", "is no name of a variable"},
          {"serial = F-17", "info.owner = F-17", "neither info.class nor info.server"},
        }) {
      assertThat(text).contains(wrong[0]);
      Files.writeString(file, text.replace(wrong[0], wrong[1]));
      assertThatThrownBy(this::connect)
          .isInstanceOf(ConnectionFailure.class)
          .hasMessageContaining(wrong[2]);
    }
    assertThatThrownBy(() -> TangoFurnace.connect(directory, "lab/furnace/1"))
        .isInstanceOf(ConnectionFailure.class)
        .hasMessageContaining("device must be tango://host:port/domain/family/member");
  }
}
