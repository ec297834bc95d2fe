package dev.cantilever.drivers.tango;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.omg.CORBA.UserException;

/** Devices that a database knows, in the form that DataBaseds 9.3 gives them. */
class DatabaseTest {

  @Test
  void theDatabaseSaysWhereADeviceIs() throws UserException, IOException {
    try (Station station = new Station(true);
        TangoDevice device = new TangoDevice(station.address(), 2)) {
      assertThat(device.text("info.server")).isEqualTo("furnace/lab");
      assertThat(device.text("info.class")).isEqualTo("Furnace");
    }
  }

  @Test
  void aDeviceThatDoesNotRunIsSaidNotTo() throws UserException, IOException {
    try (Station station = new Station(false);
        TangoDevice device = new TangoDevice(station.address(), 2)) {
      assertThatThrownBy(() -> device.text("info.server"))
          .isInstanceOf(IOException.class)
          .hasMessage("the database says that lab/furnace/1 does not run");
    }
  }

  @Test
  void noThreadStaysOnceADeviceIsClosed() throws UserException, IOException {
    try (Station station = new Station(true)) {
      TangoDevice device = new TangoDevice(station.address(), 2);
      device.text("info.server");
      device.close();
      device.close();
      long deadline = System.nanoTime() + 5_000_000_000L;
      while (receptors() > 0 && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      assertThat(receptors()).isZero();
    }
  }

  /** Threads of JacORB that wait for replies. */
  private static long receptors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("ClientMessageReceptor"))
        .count();
  }
}
