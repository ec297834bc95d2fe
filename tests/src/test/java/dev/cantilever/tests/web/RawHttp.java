package dev.cantilever.tests.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests byte by byte, as no client of good manners sends them. */
final class RawHttp {

  private final int port;

  RawHttp(int port) {
    this.port = port;
  }

  /**
   * What came back.
   *
   * @param status 0 where the connection was closed without an answer
   */
  record Got(int status, String text) {}

  /** Sends one request; headers are lines, the body may be empty. */
  Got send(String requestLine, String headers, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String length = content.length == 0 ? "" : "Content-Length: %d\r\n".formatted(content.length);
    String head =
        "%s HTTP/1.1\r\n%s%sConnection: close\r\n\r\n".formatted(requestLine, headers, length);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().write(content);
      socket.getOutputStream().flush();
      return got(socket.getInputStream());
    } catch (IOException closed) {
      return new Got(0, "");
    }
  }

  private static Got got(InputStream in) {
    try {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.startsWith("HTTP/1.1 ")
          ? new Got(Integer.parseInt(text.substring(9, 12)), text)
          : new Got(0, text);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  /** The headers of somebody at this machine with a token. */
  String usual(String secret) {
    return "Host: 127.0.0.1:%d\r\nAuthorization: Bearer %s\r\n".formatted(port, secret);
  }
}
