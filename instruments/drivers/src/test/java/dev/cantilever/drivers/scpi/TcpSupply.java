package dev.cantilever.drivers.scpi;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A supply on a socket of this machine; takes one connection after the other. */
final class TcpSupply implements AutoCloseable {

  final Supply supply = new Supply();
  final Front front = new Front(supply);
  private final int port;
  private volatile ServerSocket server;
  private volatile Socket current;

  TcpSupply() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    port = server.getLocalPort();
    listen();
  }

  private void listen() {
    ServerSocket mine = server;
    Thread thread = new Thread(() -> take(mine), "supply");
    thread.setDaemon(true);
    thread.start();
  }

  private void take(ServerSocket mine) {
    while (!mine.isClosed()) {
      try (Socket socket = mine.accept()) {
        current = socket;
        socket.setTcpNoDelay(true);
        front.serve(
            socket.getInputStream(),
            new BufferedOutputStream(socket.getOutputStream()),
            socket::close);
      } catch (IOException gone) {
        // the next connection, or the end
      }
    }
  }

  String address() {
    return "tcp://127.0.0.1:" + port;
  }

  /** Gone from the network: connections end and none is taken. */
  void unplug() throws IOException {
    server.close();
    Socket open = current;
    if (open != null) {
      open.close();
    }
  }

  void plugIn() throws IOException {
    server = new ServerSocket(port, 10, InetAddress.getLoopbackAddress());
    listen();
  }

  @Override
  public void close() throws IOException {
    unplug();
  }
}
