package dev.cantilever.tests.protocol;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The voltage source of docs/protocols.md on a socket. */
final class TcpSource implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private volatile String volts = "0";

  TcpSource() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
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

  private String answer(String line) {
    if (line.startsWith("VOLT ")) {
      volts = line.substring(5);
    }
    return switch (line) {
      case "*IDN?" -> "Example,VS1,17,1.0\n";
      case "VOLT?" -> volts + "\n";
      case "SYST:ERR?" -> "0,\"No error\"\n";
      default -> "";
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
