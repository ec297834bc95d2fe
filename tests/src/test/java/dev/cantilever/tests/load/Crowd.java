package dev.cantilever.tests.load;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Many who watch, in a process of its own and one thread: what each saw and when. Arguments: the
 * port, tokens with commas between, how many, where to write it down, and the runs; runs and tokens
 * are taken in turn.
 */
final class Crowd {

  private static final long BETWEEN_NANOS = 11_000_000L;

  private final Selector selector;
  private final List<Spectator> spectators = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
  private final byte[] bytes = new byte[1 << 18];
  private int open;

  private Crowd(Selector selector) {
    this.selector = selector;
  }

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    int many = Integer.parseInt(arguments[2]);
    List<String> tokens = List.of(arguments[1].split(",", -1));
    int runs = arguments.length - 4;
    try (Selector selector = Selector.open()) {
      Crowd crowd = new Crowd(selector);
      long next = System.nanoTime();
      for (int i = 0; i < many; i++) {
        while (System.nanoTime() < next) {
          crowd.look(1);
        }
        next += BETWEEN_NANOS; // an address may ask a hundred times a second
        crowd.join(port, tokens.get(i % tokens.size()), i % runs, arguments[4 + i % runs]);
      }
      while (crowd.spectators.stream().anyMatch(one -> one.seen() == 0)) {
        crowd.look(10);
      }
      System.out.println("all are there");
      while (crowd.open > 0) {
        crowd.look(1_000);
      }
      crowd.writeTo(Path.of(arguments[3]));
    }
  }

  private void join(int port, String token, int index, String run) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    String request =
        "GET /api/runs/%s/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(run, token);
    channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
    channel.configureBlocking(false);
    Spectator spectator = new Spectator(index);
    spectators.add(spectator);
    channel.register(selector, SelectionKey.OP_READ, spectator);
    open++;
  }

  private void look(long millis) throws IOException {
    selector.select(this::read, millis);
  }

  private void read(SelectionKey key) {
    Spectator spectator = (Spectator) key.attachment();
    try {
      SocketChannel channel = (SocketChannel) key.channel();
      buffer.clear();
      int read = channel.read(buffer);
      if (read > 0) {
        buffer.flip().get(bytes, 0, read);
        spectator.take(bytes, read, micros());
      }
      if (read < 0 || spectator.isOver()) {
        channel.close();
        open--;
      }
    } catch (IOException gone) {
      key.cancel();
      open--;
    }
  }

  private static long micros() {
    java.time.Instant now = java.time.Instant.now();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  private void writeTo(Path file) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeInt(spectators.size());
      for (Spectator spectator : spectators) {
        spectator.writeTo(out);
      }
    }
  }
}
