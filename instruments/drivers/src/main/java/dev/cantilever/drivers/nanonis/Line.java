package dev.cantilever.drivers.nanonis;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** One connection, opened again where it was lost; one request at a time. */
final class Line implements AutoCloseable {

  private static final int NAME = 32;
  private static final int HEADER = 40;

  /** A picture of 3200 × 3200 pixels, and with the smaller buffer before it less than 64 MB. */
  static final int PICTURE = 5 << 23;

  /** All else: numbers, names and paths. */
  private static final int LONGEST_BODY = 1 << 20;

  private static final int CHUNK = 1 << 16;

  private final InetSocketAddress address;
  private final long replyNanos;
  private Socket socket = new Socket();
  private boolean sent;

  Line(InetSocketAddress address, double replySeconds) {
    this.address = address;
    this.replyNanos = Math.round(replySeconds * 1e9);
  }

  /** A request that is answered within the usual time. */
  Values ask(String command, Body body) throws IOException {
    return ask(command, body, 0);
  }

  /** A request that the controller answers when it has done it, after so many seconds at most. */
  Values ask(String command, Body body, double seconds) throws IOException {
    return ask(command, body, seconds, LONGEST_BODY);
  }

  /**
   * The same with an answer of another length.
   *
   * @param longest bytes that are taken
   */
  synchronized Values ask(String command, Body body, double seconds, int longest)
      throws IOException {
    long deadline = System.nanoTime() + replyNanos + Math.round(seconds * 1e9);
    sent = false;
    try {
      connect();
      byte[] arguments = body.bytes();
      ByteBuffer request = ByteBuffer.allocate(HEADER + arguments.length);
      request.put(name(command)).putInt(arguments.length).putShort((short) 1).putShort((short) 0);
      sent = true;
      socket.getOutputStream().write(request.put(arguments).array());
      return reply(command, deadline, longest);
    } catch (IOException lost) {
      close();
      throw lost;
    }
  }

  /** Whether any byte of the last request may have left. */
  synchronized boolean hasSent() {
    return sent;
  }

  private static byte[] name(String command) {
    return Arrays.copyOf(command.getBytes(StandardCharsets.US_ASCII), NAME);
  }

  private void connect() throws IOException {
    if (socket.isConnected() && !socket.isClosed()) {
      return;
    }
    socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(address, millis(replyNanos));
  }

  private static int millis(long nanos) {
    return (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos));
  }

  private Values reply(String command, long deadline, int longest) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(read(HEADER, deadline));
    byte[] name = new byte[NAME];
    header.get(name);
    int size = header.getInt();
    if (!Arrays.equals(name, name(command))) {
      throw new IOException("a reply to something else than " + command);
    }
    if (size < 0 || size > longest) {
      throw new IOException(
          "the reply to %s claims %d bytes; at most %d are taken"
              .formatted(command, size, longest));
    }
    return new Values(command, ByteBuffer.wrap(read(size, deadline)));
  }

  /** Takes memory as the bytes come, not as they are claimed. */
  private byte[] read(int size, long deadline) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] bytes = new byte[Math.min(size, CHUNK)];
    int filled = 0;
    while (filled < size) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        throw new IOException("no reply in time");
      }
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(size, 2L * bytes.length));
      }
      socket.setSoTimeout(millis(left));
      int count = in.read(bytes, filled, bytes.length - filled);
      if (count < 0) {
        throw new EOFException("the controller closed the connection");
      }
      filled += count;
    }
    return bytes;
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException ignored) {
      // it is gone either way
    }
  }
}
