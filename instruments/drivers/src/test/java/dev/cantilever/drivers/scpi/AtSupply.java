package dev.cantilever.drivers.scpi;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests of the driver behind its gate, over a socket to a supply. */
abstract class AtSupply {

  static final Command RAMP = new DeviceCommand.Ramp(new Setting("heater", 473.15), 0.5);

  /** The description's {@code command_within} and what scheduling may add. */
  static final long WITHIN_MILLIS = 400 + 400;

  @TempDir Path directory;
  TcpSupply server;

  @BeforeEach
  void serve() throws IOException {
    server = new TcpSupply();
  }

  @AfterEach
  void end() throws IOException {
    server.close();
  }

  final Gate connect() throws IOException {
    return Station.gate(directory, server.address());
  }

  static long millisSince(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
  }
}
