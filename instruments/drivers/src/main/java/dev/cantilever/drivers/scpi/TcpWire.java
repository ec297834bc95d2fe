package dev.cantilever.drivers.scpi;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/** A socket that never blocks, so that no time-out but ours ends a wait. */
final class TcpWire implements Wire {

  private static final long WRITE_PAUSE_NANOS = 1_000_000;

  private final SocketChannel channel;
  private final Selector selector;
  private final ByteBuffer arrived = ByteBuffer.allocate(4096).flip();

  private TcpWire(SocketChannel channel, Selector selector) {
    this.channel = channel;
    this.selector = selector;
  }

  static TcpWire open(String host, int port, Deadline deadline) throws IOException {
    InetSocketAddress address =
        Bounded.call("looking up " + host, deadline, () -> new InetSocketAddress(host, port));
    if (address.isUnresolved()) {
      throw new IOException("the host %s is not known".formatted(host));
    }
    SocketChannel channel = SocketChannel.open();
    TcpWire wire = new TcpWire(channel, Selector.open());
    try {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
      boolean connected = channel.connect(address);
      SelectionKey key = channel.register(wire.selector, SelectionKey.OP_CONNECT);
      while (!connected) {
        wire.await(deadline, "%s:%d took no connection".formatted(host, port));
        connected = channel.finishConnect();
      }
      key.interestOps(SelectionKey.OP_READ);
      return wire;
    } catch (IOException failure) {
      wire.close();
      throw failure;
    }
  }

  private void await(Deadline deadline, String otherwise) throws IOException {
    if (deadline.hasPassed()) {
      throw new IOException(otherwise + " in time");
    }
    try {
      selector.select(1 + deadline.remainingNanos() / 1_000_000);
      selector.selectedKeys().clear();
    } catch (ClosedSelectorException gone) {
      throw new IOException("the connection was closed", gone);
    }
  }

  @Override
  public OptionalInt read(Deadline deadline) throws IOException {
    while (!arrived.hasRemaining()) {
      arrived.clear();
      int count = channel.read(arrived);
      arrived.flip();
      if (count < 0) {
        throw new IOException("the instrument closed the connection");
      }
      if (count == 0) {
        if (deadline.hasPassed() || !channel.isOpen()) {
          return OptionalInt.empty();
        }
        await(deadline, "no byte came");
      }
    }
    return OptionalInt.of(arrived.get() & 0xff);
  }

  @Override
  public void write(byte[] bytes, Deadline deadline) throws IOException {
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    try {
      while (rest.hasRemaining()) {
        if (deadline.hasPassed()) {
          throw new IOException("the instrument takes no bytes");
        }
        if (channel.write(rest) == 0) {
          LockSupport.parkNanos(WRITE_PAUSE_NANOS);
        }
      }
    } catch (IOException failure) {
      throw rest.position() == 0 ? new NothingSent(failure.toString()) : failure;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
      selector.close();
    } catch (IOException ignored) {
      // it is gone either way
    }
  }
}
