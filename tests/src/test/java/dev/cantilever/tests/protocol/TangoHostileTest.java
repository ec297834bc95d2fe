package dev.cantilever.tests.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.kernel.port.ConnectionFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else may stand at a port of Tango. */
class TangoHostileTest {

  private static final byte REPLY = 1;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, -1, 1 << 30, 1 << 26, 0, 12, 100})
  void repliesOfAnySizeAreRefusedInTime(int claimed) throws IOException {
    Bench.lay(directory, "furnace.tango");
    try (ServerSocket hostile = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> serve(hostile, claimed));
      String address = TangoFurnace.address(hostile.getLocalPort());
      assertThatThrownBy(() -> TangoFurnace.driver(directory, address))
          .isInstanceOf(ConnectionFailure.class)
          .hasMessageContaining("instrument device: ");
    }
  }

  private static void serve(ServerSocket hostile, int claimed) {
    while (!hostile.isClosed()) {
      try (Socket socket = hostile.accept()) {
        claim(socket, claimed);
      } catch (IOException gone) {
        // the client had enough, or the test is over
      }
    }
  }

  /** A header of GIOP 1.2 that claims so many bytes, of which 100 come at most. */
  private static void claim(Socket socket, int claimed) throws IOException {
    byte[] request = socket.getInputStream().readNBytes(16);
    ByteBuffer reply = ByteBuffer.allocate(112);
    reply.put("GIOP".getBytes(StandardCharsets.US_ASCII)).put((byte) 1).put((byte) 2);
    reply.put((byte) 0).put(REPLY).putInt(claimed);
    reply.put(request, 12, 4); // the number of the request
    reply.put("9".repeat(96).getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(reply.array());
  }
}
